export { makeAppendOnly } from './database/append-only.js';
export { createDataSource, migrate } from './database/data-source.js';
export { brokenConstraint, Database, sqlState } from './database/database.js';
export { countingStatements } from './database/statement-counter.js';
export { platformMigrations } from './persistence/migrations/index.js';
