export { Search } from './application/search.js';
export { SearchIndexing } from './application/search-indexing.js';
export type { IndexStatus } from './application/search-indexing.js';
export { wordsOf } from './domain/words.js';
export { RuleStore } from './persistence/rule-store.js';
export { Stems } from './persistence/stems.js';
export { assembleSearch } from './search.assembly.js';
export { SearchModule, searchResolvers } from './search.module.js';
