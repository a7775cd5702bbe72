import { Search1700000600000 } from './1700000600000-search.js';
import { SearchInDepth1700000750000 } from './1700000750000-search-in-depth.js';

export const searchMigrations = [Search1700000600000, SearchInDepth1700000750000];
