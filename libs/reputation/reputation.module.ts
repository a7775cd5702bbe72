import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { ForumModule } from '#libs/forum';
import { ForumCredits } from './application/forum-credits.js';
import { HelperRatings } from './application/helper-ratings.js';
import { Ledger } from './application/ledger.js';
import { RuleSets } from './application/rule-sets.js';
import { EntryFieldsResolver } from './graphql/entry.fields.resolver.js';
import { PersonFieldsResolver } from './graphql/person.fields.resolver.js';
import {
  AnswerRatingResolver,
  RatingMutationsResolver,
  RatingPermissionResolver,
} from './graphql/rating.resolvers.js';
import * as loaders from './graphql/reputation.loaders.js';
import { ReputationNodes } from './graphql/reputation.nodes.js';
import { ReputationQueries } from './persistence/reputation.queries.js';
import { RuleSetStore } from './persistence/rule-set.store.js';
import { StandingAwards } from './persistence/standing-awards.js';

export const reputationResolvers = [
  PersonFieldsResolver,
  EntryFieldsResolver,
  RatingMutationsResolver,
  AnswerRatingResolver,
  RatingPermissionResolver,
];

const parts = [
  RuleSets,
  RuleSetStore,
  Ledger,
  HelperRatings,
  StandingAwards,
  ReputationQueries,
  ...Object.values(loaders),
];

@Module({
  imports: [AccountsModule, ForumModule],
  providers: [...parts, ForumCredits, ReputationNodes, ...reputationResolvers],
  exports: parts,
})
export class ReputationModule {}
