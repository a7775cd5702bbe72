export { allMigrations } from './migrations/index.js';
