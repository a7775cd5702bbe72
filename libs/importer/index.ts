export { importerMigrations } from './persistence/migrations/index.js';
export { formatReport } from './report.js';
export type { ImportReport, KindReport, Reason } from './report.js';
export { importStackExchange } from './stackexchange/import.js';
export type { ImportOptions } from './stackexchange/import.js';
export type { ImportProgress } from './stackexchange/passes/run.js';
