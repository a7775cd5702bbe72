import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { ForumModule } from '#libs/forum';
import { Abilities, AbilitySources } from './application/abilities.js';
import { DryRun } from './application/dry-run.js';
import { Forgetting } from './application/forgetting.js';
import { ForumCredits } from './application/forum-credits.js';
import { HelperRatings } from './application/helper-ratings.js';
import { Ledger } from './application/ledger.js';
import { PrivilegeKeeping } from './application/privilege-keeping.js';
import { PrivilegeRefusals } from './application/privilege-refusals.js';
import { RatingPublication } from './application/rating-publication.js';
import { RatingReview } from './application/rating-review.js';
import { Recomputation } from './application/recomputation.js';
import { RuleDesk } from './application/rule-desk.js';
import { VoteLimits } from './application/vote-limits.js';
import { EntryFieldsResolver } from './graphql/entry.fields.resolver.js';
import {
  GivenRatingFieldsResolver,
  GivenRatingNodes,
  RatingReviewResolver,
  RatingVoidFieldsResolver,
} from './graphql/given-rating.resolvers.js';
import { PersonFieldsResolver } from './graphql/person.fields.resolver.js';
import { OwnRatingLoader, RatingSummaryLoader } from './graphql/rating.loaders.js';
import {
  AnswerRatingResolver,
  HelperRatingFieldsResolver,
  PersonRatingResolver,
  RatingMutationsResolver,
  RatingPermissionResolver,
} from './graphql/rating.resolvers.js';
import * as ledgerLoaders from './graphql/ledger.loaders.js';
import {
  DayFieldsResolver,
  LedgerFieldsResolver,
  PostSumFieldsResolver,
} from './graphql/ledger.resolvers.js';
import * as loaders from './graphql/reputation.loaders.js';
import { ReputationNodes } from './graphql/reputation.nodes.js';
import { ReputationRulesResolver } from './graphql/rules.resolver.js';
import { SourceLoader, StandingLoader } from './graphql/standing.loaders.js';
import { PrivilegeFieldsResolver, StandingFieldsResolver } from './graphql/standing.resolvers.js';
import { RatingJobs } from './jobs/rating-jobs.js';
import { StandingJobs } from './jobs/standing-jobs.js';
import { AbilityStore } from './persistence/ability.store.js';
import { DryRunQueries } from './persistence/dry-run.queries.js';
import { LedgerQueries } from './persistence/ledger.queries.js';
import { PrivilegeStore } from './persistence/privilege.store.js';
import { RatingPublicationStore } from './persistence/rating-publication.store.js';
import { RatingQueries } from './persistence/rating.queries.js';
import { RatingStore } from './persistence/rating.store.js';
import { RecomputationStore } from './persistence/recomputation.store.js';
import { ReputationQueries } from './persistence/reputation.queries.js';
import { StandingAwards } from './persistence/standing-awards.js';
import { StandingQueries } from './persistence/standing.queries.js';

export const reputationResolvers = [
  PersonFieldsResolver,
  StandingFieldsResolver,
  PrivilegeFieldsResolver,
  EntryFieldsResolver,
  LedgerFieldsResolver,
  DayFieldsResolver,
  PostSumFieldsResolver,
  ReputationRulesResolver,
  RatingMutationsResolver,
  AnswerRatingResolver,
  RatingPermissionResolver,
  PersonRatingResolver,
  HelperRatingFieldsResolver,
  RatingReviewResolver,
  GivenRatingFieldsResolver,
  RatingVoidFieldsResolver,
];

const parts = [
  RuleDesk,
  DryRun,
  DryRunQueries,
  Recomputation,
  RecomputationStore,
  Ledger,
  HelperRatings,
  RatingReview,
  RatingPublication,
  RatingStore,
  RatingPublicationStore,
  RatingQueries,
  OwnRatingLoader,
  RatingSummaryLoader,
  PrivilegeKeeping,
  PrivilegeRefusals,
  PrivilegeStore,
  Abilities,
  AbilitySources,
  AbilityStore,
  VoteLimits,
  StandingQueries,
  StandingLoader,
  SourceLoader,
  StandingAwards,
  ReputationQueries,
  LedgerQueries,
  ...Object.values(loaders),
  ...Object.values(ledgerLoaders),
];

@Module({
  imports: [AccountsModule, ForumModule],
  providers: [
    ...parts,
    ForumCredits,
    Forgetting,
    StandingJobs,
    RatingJobs,
    ReputationNodes,
    GivenRatingNodes,
    ...reputationResolvers,
  ],
  exports: parts,
})
export class ReputationModule {}
