export { readableArticle } from './application/policies.js';
export { ArticleLoader } from './graphql/article.loaders.js';
export { Article } from './graphql/article.types.js';
export { KnowledgeModule, knowledgeResolvers } from './knowledge.module.js';
export { ArticleQueries } from './persistence/article.queries.js';
