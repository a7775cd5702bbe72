export { knowledgeMigrations } from './persistence/migrations/index.js';
