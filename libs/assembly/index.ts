export { startBackgroundWork, stopBackgroundWork } from './background.js';
export { openDatabase } from './database.js';
export type { OpenDatabase } from './database.js';
export { DomainModule } from './domain.module.js';
export { explainFailure } from './failures.js';
export { allMigrations } from './migrations/index.js';
export { printApiSchema } from './schema.js';
