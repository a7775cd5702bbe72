import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { ForumModule } from '#libs/forum';
import { ReputationModule } from '#libs/reputation';
import { Bounties } from './application/bounties.js';
import { BountyEligibility } from './application/eligibility.js';
import { Escrow } from './application/escrow.js';
import { Settlement } from './application/settlement.js';
import * as fields from './graphql/bounty.fields.resolver.js';
import { BountyMutationsResolver } from './graphql/bounty.mutations.resolver.js';
import { BountyNodes } from './graphql/bounty.nodes.js';
import { BountyQueriesResolver } from './graphql/bounty.queries.resolver.js';
import { BountyJobs } from './jobs/bounty-jobs.js';
import { BountyQueries } from './persistence/bounty.queries.js';
import { BountyStore } from './persistence/bounty.store.js';

export const bountyResolvers = [BountyQueriesResolver, BountyMutationsResolver, ...Object.values(fields)];

const parts = [Bounties, BountyEligibility, Settlement, BountyQueries];

@Module({
  imports: [AccountsModule, ForumModule, ReputationModule],
  providers: [...parts, Escrow, BountyStore, BountyNodes, BountyJobs, ...bountyResolvers],
  exports: parts,
})
export class BountiesModule {}
