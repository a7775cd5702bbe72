export { accountsMigrations } from './persistence/migrations/index.js';
