export { reputationMigrations } from './persistence/migrations/index.js';
