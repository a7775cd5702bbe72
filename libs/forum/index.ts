export { forumMigrations } from './persistence/migrations/index.js';
