import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { BountiesModule } from '#libs/bounties';
import { CatalogueModule } from '#libs/catalogue';
import { ForumModule } from '#libs/forum';
import { InsightsModule } from '#libs/insights';
import { IntegrityModule } from '#libs/integrity';
import { KnowledgeModule } from '#libs/knowledge';
import { ModerationModule } from '#libs/moderation';
import { NotificationsModule } from '#libs/notifications';
import { ProgrammeModule } from '#libs/programme';
import { RecognitionModule } from '#libs/recognition';
import { ForumRulesModule, ReputationModule } from '#libs/reputation';
import { SampleModule } from '#libs/sample';
import { SearchModule } from '#libs/search';
import { SiteModule } from '#libs/site';

/** Every domain. Applications take them all: they differ in what they put in front, not in what they know. */
export const domainModules = [
  AccountsModule,
  CatalogueModule,
  ForumRulesModule,
  ForumModule,
  ReputationModule,
  BountiesModule,
  ModerationModule,
  KnowledgeModule,
  NotificationsModule,
  ProgrammeModule,
  SearchModule,
  InsightsModule,
  RecognitionModule,
  SiteModule,
  SampleModule,
  IntegrityModule,
];

@Module({ imports: domainModules, exports: domainModules })
export class DomainModule {}
