import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { ForumModule } from '#libs/forum';
import { KnowledgeModule } from '#libs/knowledge';
import { ModerationModule } from '#libs/moderation';
import { SearchModule } from '#libs/search';
import { CandidateHits } from './application/candidate-hits.js';
import { Forgetting } from './application/forgetting.js';
import { GapAnswers } from './application/gap-answers.js';
import { GapFinder } from './application/gap-finder.js';
import { GapTasks } from './application/gap-tasks.js';
import { InsightsConfiguration } from './application/insights-configuration.js';
import { IntentRecorder } from './application/intent-recorder.js';
import { TellingWordsReader } from './application/telling-words.js';
import {
  ArticleDeflectionResolver,
  InsightsFieldsResolver,
  InsightsQueriesResolver,
} from './graphql/deflection.resolvers.js';
import {
  GapExampleFieldsResolver,
  GapFieldsResolver,
  GapMutationsResolver,
  GapNodes,
  GapQueriesResolver,
  GapStepFieldsResolver,
} from './graphql/gap.resolvers.js';
import { ArticleDeflectionLoader, GapExamplesLoader, GapStepsLoader } from './graphql/insights.loaders.js';
import { IntentResolver } from './graphql/intent.resolvers.js';
import { InsightsJobs } from './jobs/insights-jobs.js';
import { DeflectionQueries } from './persistence/deflection.queries.js';
import { GapQueries } from './persistence/gap.queries.js';
import { GapStore } from './persistence/gap.store.js';
import { IntentStore } from './persistence/intent.store.js';
import { NeedQueries } from './persistence/need.queries.js';

export const insightsResolvers = [
  IntentResolver,
  InsightsQueriesResolver,
  InsightsFieldsResolver,
  ArticleDeflectionResolver,
  GapQueriesResolver,
  GapMutationsResolver,
  GapFieldsResolver,
  GapExampleFieldsResolver,
  GapStepFieldsResolver,
];

const useCases = [
  InsightsConfiguration,
  IntentRecorder,
  TellingWordsReader,
  GapFinder,
  GapTasks,
  GapAnswers,
  CandidateHits,
];
const persistence = [IntentStore, DeflectionQueries, NeedQueries, GapStore, GapQueries];

@Module({
  imports: [AccountsModule, ForumModule, ModerationModule, KnowledgeModule, SearchModule],
  providers: [
    ...useCases,
    Forgetting,
    ...persistence,
    ArticleDeflectionLoader,
    GapExamplesLoader,
    GapStepsLoader,
    InsightsJobs,
    GapNodes,
    ...insightsResolvers,
  ],
})
export class InsightsModule {}
