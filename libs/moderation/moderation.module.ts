import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { ForumModule } from '#libs/forum';
import { Audit } from './application/audit.js';
import { RecordedActs } from './application/recorded-acts.js';
import { AuditNodes } from './graphql/audit.nodes.js';
import { AuditFieldsResolver, AuditQueriesResolver } from './graphql/audit.resolvers.js';
import { AuditQueries } from './persistence/audit.queries.js';

export const moderationResolvers = [AuditQueriesResolver, AuditFieldsResolver];

@Module({
  imports: [AccountsModule, ForumModule],
  providers: [Audit, AuditQueries, RecordedActs, AuditNodes, ...moderationResolvers],
  exports: [Audit],
})
export class ModerationModule {}
