import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { CatalogueModule } from '#libs/catalogue';
import { ForumModule } from '#libs/forum';
import { ModerationModule } from '#libs/moderation';
import { ReputationModule } from '#libs/reputation';
import { AnswerChecks } from './application/answer-checks.js';
import { ArticleCare } from './application/article-care.js';
import { ArticleDrafts } from './application/article-drafts.js';
import { ArticleSources } from './application/article-sources.js';
import { AutoPromotion } from './application/auto-promotion.js';
import { CandidateDesk } from './application/candidate-desk.js';
import { Confirmation } from './application/confirmation.js';
import { Curating } from './application/curating.js';
import { ArticleEditing } from './application/editing.js';
import { ArticleFeedback } from './application/feedback.js';
import { Forgetting } from './application/forgetting.js';
import { KnowledgeSettings } from './application/knowledge-settings.js';
import { Promotion } from './application/promotion.js';
import { PromotionCredits } from './application/promotion-credits.js';
import { Publication } from './application/publication.js';
import { QuestionsAfterArticles } from './application/questions-after.js';
import { RelatedArticles } from './application/related-articles.js';
import { Remarks } from './application/remarks.js';
import { Reviews } from './application/reviews.js';
import { Scheduling } from './application/scheduling.js';
import { Shelving } from './application/shelving.js';
import { ArticleSlugs } from './application/slugs.js';
import { StaleRuleSettings } from './application/stale-rules.js';
import { Staleness } from './application/staleness.js';
import { Translations } from './application/translations.js';
import { Writing } from './application/writing.js';
import { ArticleFieldsResolver, ArticleVersionFieldsResolver } from './graphql/article.fields.resolver.js';
import * as loaders from './graphql/article.loaders.js';
import { ArticleMutationsResolver } from './graphql/article.mutations.resolver.js';
import { ArticlePayloads } from './graphql/article.payloads.js';
import { ArticleQueriesResolver } from './graphql/article.queries.resolver.js';
import { CandidateFieldsResolver, CandidatesResolver } from './graphql/candidates.resolver.js';
import {
  AnswerArticleResolver,
  AuthorArticlesResolver,
  PromotionPermissionResolver,
} from './graphql/forum.fields.resolvers.js';
import * as freshnessFields from './graphql/freshness.fields.resolvers.js';
import * as freshnessLoaders from './graphql/freshness.loaders.js';
import * as freshnessResolvers from './graphql/freshness.resolvers.js';
import { KnowledgeNodes } from './graphql/knowledge.nodes.js';
import {
  ArticleLifeResolver,
  ReviewFieldsResolver,
  ScheduleFieldsResolver,
} from './graphql/life.fields.resolver.js';
import * as lifeLoaders from './graphql/life.loaders.js';
import { ArticleLifeMutationsResolver } from './graphql/life.mutations.resolver.js';
import * as remarkResolvers from './graphql/remark.resolvers.js';
import { KnowledgeSettingsResolver } from './graphql/settings.resolver.js';
import * as structureFields from './graphql/structure.fields.resolvers.js';
import * as structureLoaders from './graphql/structure.loaders.js';
import { StructureMutationsResolver, TranslationQueriesResolver } from './graphql/structure.resolvers.js';
import { TagsByNames } from './graphql/tags-by-names.js';
import { AutomaticArticles } from './jobs/automatic-articles.js';
import { DuePublications } from './jobs/due-publications.js';
import { ArticleQueries } from './persistence/article.queries.js';
import { ArticleStore } from './persistence/article.store.js';
import { CandidateQueries } from './persistence/candidate.queries.js';
import { CandidateStore } from './persistence/candidate.store.js';
import { CareStore } from './persistence/care.store.js';
import { FaqQueries } from './persistence/faq.queries.js';
import { FreshnessQueries } from './persistence/freshness.queries.js';
import { ProvenanceStore } from './persistence/provenance.store.js';
import { RelatedQueries } from './persistence/related.queries.js';
import { RemarkQueries } from './persistence/remark.queries.js';
import { ReviewQueries } from './persistence/review.queries.js';
import { ReviewStore } from './persistence/review.store.js';
import { ScheduleQueries } from './persistence/schedule.queries.js';
import { ScheduleStore } from './persistence/schedule.store.js';
import { SourceQueries } from './persistence/source.queries.js';
import { StaleStore } from './persistence/stale.store.js';
import { TranslationQueries } from './persistence/translation.queries.js';
import { TranslationStore } from './persistence/translation.store.js';
import { VersionQueries } from './persistence/version.queries.js';

export const knowledgeResolvers = [
  ArticleQueriesResolver,
  ArticleMutationsResolver,
  ArticleFieldsResolver,
  ArticleVersionFieldsResolver,
  AnswerArticleResolver,
  PromotionPermissionResolver,
  AuthorArticlesResolver,
  CandidatesResolver,
  CandidateFieldsResolver,
  ArticleLifeResolver,
  ReviewFieldsResolver,
  ScheduleFieldsResolver,
  ArticleLifeMutationsResolver,
  KnowledgeSettingsResolver,
  ...Object.values(structureFields),
  ...Object.values(freshnessFields),
  ...Object.values(freshnessResolvers),
  ...Object.values(remarkResolvers),
  TranslationQueriesResolver,
  StructureMutationsResolver,
];

const useCases = [Promotion, Writing, ArticleEditing, Publication, PromotionCredits, ArticleFeedback];
const queries = [
  ArticleQueries,
  VersionQueries,
  CandidateQueries,
  ReviewQueries,
  ScheduleQueries,
  SourceQueries,
];
/** From candidate to article, and the life of one. */
const life = [
  CandidateDesk,
  ArticleDrafts,
  AutoPromotion,
  ArticleSources,
  ArticleSlugs,
  Reviews,
  Scheduling,
  KnowledgeSettings,
];
const stores = [ArticleStore, CandidateStore, ProvenanceStore, ReviewStore, ScheduleStore];
const jobs = [AutomaticArticles, DuePublications];
/** Languages, categories and what is related. */
const structure = [Translations, Shelving, RelatedArticles, FaqQueries, TranslationQueries];
/** Whether articles are still true, and what readers say. */
const freshness = [
  Staleness,
  StaleRuleSettings,
  ArticleCare,
  Confirmation,
  AnswerChecks,
  Remarks,
  QuestionsAfterArticles,
  FreshnessQueries,
  RemarkQueries,
];
const parts = [...useCases, ...queries, ...life, ...structure, ...freshness, ...Object.values(loaders)];

@Module({
  imports: [AccountsModule, CatalogueModule, ForumModule, ReputationModule, ModerationModule],
  providers: [
    ...parts,
    ...Object.values(structureLoaders),
    Curating,
    Forgetting,
    RelatedQueries,
    TranslationStore,
    ...Object.values(freshnessLoaders),
    CareStore,
    StaleStore,
    ...Object.values(lifeLoaders),
    ...stores,
    ...jobs,
    ArticlePayloads,
    TagsByNames,
    KnowledgeNodes,
    ...knowledgeResolvers,
  ],
  exports: parts,
})
export class KnowledgeModule {}
