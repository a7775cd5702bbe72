export { DomainModule } from './domain.module.js';
export { allMigrations } from './migrations/index.js';
