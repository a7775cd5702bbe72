export type { CheckResult } from './check.js';
export { Integrity } from './integrity.js';
export { IntegrityModule } from './integrity.module.js';
export { LedgerRepair } from './ledger-repair.js';
export { areAllKept, formatResults } from './report.js';
