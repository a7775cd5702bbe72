import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { ForumModule } from '#libs/forum';
import { ModerationModule } from '#libs/moderation';
import { ReputationModule } from '#libs/reputation';
import { ArticleEditing } from './application/editing.js';
import { ArticleFeedback } from './application/feedback.js';
import { Promotion } from './application/promotion.js';
import { PromotionCredits } from './application/promotion-credits.js';
import { Publication } from './application/publication.js';
import { ArticleFieldsResolver, ArticleVersionFieldsResolver } from './graphql/article.fields.resolver.js';
import * as loaders from './graphql/article.loaders.js';
import { ArticleMutationsResolver } from './graphql/article.mutations.resolver.js';
import { ArticlePayloads } from './graphql/article.payloads.js';
import { ArticleQueriesResolver } from './graphql/article.queries.resolver.js';
import {
  AnswerArticleResolver,
  AuthorArticlesResolver,
  CandidateFieldsResolver,
  PromotionPermissionResolver,
} from './graphql/forum.fields.resolvers.js';
import { KnowledgeNodes } from './graphql/knowledge.nodes.js';
import { TagsByNames } from './graphql/tags-by-names.js';
import { ArticleQueries } from './persistence/article.queries.js';
import { ArticleStore } from './persistence/article.store.js';
import { CandidateQueries } from './persistence/candidate.queries.js';
import { ProvenanceStore } from './persistence/provenance.store.js';
import { VersionQueries } from './persistence/version.queries.js';

export const knowledgeResolvers = [
  ArticleQueriesResolver,
  ArticleMutationsResolver,
  ArticleFieldsResolver,
  ArticleVersionFieldsResolver,
  AnswerArticleResolver,
  PromotionPermissionResolver,
  AuthorArticlesResolver,
  CandidateFieldsResolver,
];

const useCases = [Promotion, ArticleEditing, Publication, PromotionCredits, ArticleFeedback];
const queries = [ArticleQueries, VersionQueries, CandidateQueries];
const parts = [...useCases, ...queries, ...Object.values(loaders)];

@Module({
  imports: [AccountsModule, ForumModule, ReputationModule, ModerationModule],
  providers: [
    ...parts,
    ArticleStore,
    ProvenanceStore,
    ArticlePayloads,
    TagsByNames,
    KnowledgeNodes,
    ...knowledgeResolvers,
  ],
  exports: parts,
})
export class KnowledgeModule {}
