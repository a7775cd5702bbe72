import { Reputation1700000300000 } from './1700000300000-reputation.js';
import { RuleSets1700000800000 } from './1700000800000-rule-sets.js';
import { LedgerByRuleSets1700000800001 } from './1700000800001-ledger-by-rule-sets.js';

export const reputationMigrations = [
  Reputation1700000300000,
  RuleSets1700000800000,
  LedgerByRuleSets1700000800001,
];
