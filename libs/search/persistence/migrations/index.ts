import { Search1700000600000 } from './1700000600000-search.js';

export const searchMigrations = [Search1700000600000];
