export { SearchIndexing } from './application/search-indexing.js';
export type { IndexStatus } from './application/search-indexing.js';
export { assembleSearch } from './search.assembly.js';
export { SearchModule, searchResolvers } from './search.module.js';
