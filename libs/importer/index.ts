export { formatReport } from './report.js';
export { importStackExchange } from './stackexchange/import.js';
export type { ImportProgress } from './stackexchange/passes/run.js';
