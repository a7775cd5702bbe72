export { readableArticle } from './application/policies.js';
export { RelatedArticles } from './application/related-articles.js';
export { ArticleLoader } from './graphql/article.loaders.js';
export { Article, ArticleConnection } from './graphql/article.types.js';
export { KnowledgeModule, knowledgeResolvers } from './knowledge.module.js';
export { ArticleBegun, ArticlePublished } from './domain/events.js';
export { READABLE_STATUSES, articleInTheWay, articlePath } from './domain/article.js';
export { FaqQueries } from './persistence/faq.queries.js';
