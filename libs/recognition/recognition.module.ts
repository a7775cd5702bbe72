import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { ForumModule } from '#libs/forum';
import { KnowledgeModule } from '#libs/knowledge';
import { ModerationModule } from '#libs/moderation';
import { NotificationsModule } from '#libs/notifications';
import { ReputationModule } from '#libs/reputation';
import { BadgeAwarding } from './application/badge-awarding.js';
import { BadgeDesk } from './application/badge-desk.js';
import { Forgetting } from './application/forgetting.js';
import { Recognition } from './application/recognition.js';
import { Spotlight } from './application/spotlight.js';
import { StandingKeeping } from './application/standing-keeping.js';
import { Tellings } from './application/tellings.js';
import { BadgeMutationsResolver } from './graphql/badge.mutations.resolver.js';
import * as badges from './graphql/badge.resolvers.js';
import * as expertise from './graphql/expertise.resolvers.js';
import * as ranks from './graphql/rank.resolvers.js';
import { ReadersWords } from './graphql/readers-words.js';
import * as loaders from './graphql/recognition.loaders.js';
import { RecognitionNodes } from './graphql/recognition.nodes.js';
import { RecognitionJobs } from './jobs/recognition-jobs.js';
import { ActivityStore } from './persistence/activity.store.js';
import { BadgeDefinitionStore } from './persistence/badge-definition.store.js';
import { BadgeQueries } from './persistence/badge.queries.js';
import { BadgeStore } from './persistence/badge.store.js';
import { ExpertiseQueries } from './persistence/expertise.queries.js';
import { ExpertiseStore } from './persistence/expertise.store.js';
import { ForgettingStore } from './persistence/forgetting.store.js';
import { SpotlightStore } from './persistence/spotlight.store.js';
import { StandingStore } from './persistence/standing.store.js';

export const recognitionResolvers = [
  BadgeMutationsResolver,
  ...Object.values(badges),
  ...Object.values(ranks),
  ...Object.values(expertise),
];

const useCases = [Recognition, StandingKeeping, BadgeAwarding, BadgeDesk, Spotlight, Tellings, Forgetting];
const persistence = [
  ActivityStore,
  StandingStore,
  BadgeStore,
  BadgeDefinitionStore,
  BadgeQueries,
  ExpertiseStore,
  ExpertiseQueries,
  SpotlightStore,
  ForgettingStore,
];

@Module({
  imports: [
    AccountsModule,
    ForumModule,
    ReputationModule,
    ModerationModule,
    KnowledgeModule,
    NotificationsModule,
  ],
  providers: [
    ...useCases,
    ...persistence,
    ...Object.values(loaders),
    ReadersWords,
    RecognitionNodes,
    RecognitionJobs,
    ...recognitionResolvers,
  ],
})
export class RecognitionModule {}
