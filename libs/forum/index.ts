export { forumMigrations } from './persistence/migrations/index.js';
export * from './domain/events.js';
