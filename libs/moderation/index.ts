export { moderationMigrations } from './persistence/migrations/index.js';
