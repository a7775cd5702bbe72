export { Builders } from './builders/builders.js';
export { createTestDatabase } from './database/test-database.js';
export type { TestDatabase } from './database/test-database.js';
export { bountiesOn } from './use-cases/bounties.js';
export { catalogueOn } from './use-cases/catalogue.js';
export { NEW_COMMUNITY, forumRules } from './use-cases/forum-rules.js';
export { forumOn } from './use-cases/forum.js';
export { startMeilisearchStandIn } from './meilisearch/index.js';
export type { MeilisearchStandIn } from './meilisearch/index.js';
