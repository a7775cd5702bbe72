export { DomainModule } from './domain.module.js';
export { allMigrations } from './migrations/index.js';
export { printApiSchema } from './schema.js';
