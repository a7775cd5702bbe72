export { searchMigrations } from './persistence/migrations/index.js';
