import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { ForumModule } from '#libs/forum';
import { ModerationModule } from '#libs/moderation';
import { Setup } from './application/setup.js';
import { SiteProfiles } from './application/site-profiles.js';
import { Warnings } from './application/warnings.js';
import { SiteNodes } from './graphql/site.nodes.js';
import { SiteFieldsResolver, SiteMutationsResolver, SiteQueriesResolver } from './graphql/site.resolvers.js';
import { NightlyCleaning } from './jobs/nightly-cleaning.js';
import { MailQueries } from './persistence/mail.queries.js';

export const siteResolvers = [SiteQueriesResolver, SiteFieldsResolver, SiteMutationsResolver];

const parts = [SiteProfiles, Setup, Warnings, MailQueries, NightlyCleaning];

@Module({
  imports: [AccountsModule, ForumModule, ModerationModule],
  providers: [...parts, SiteNodes, ...siteResolvers],
  exports: parts,
})
export class SiteModule {}
