import { Reputation1700000300000 } from './1700000300000-reputation.js';
import { RuleSets1700000800000 } from './1700000800000-rule-sets.js';
import { LedgerByRuleSets1700000800001 } from './1700000800001-ledger-by-rule-sets.js';
import { Recomputations1700000800002 } from './1700000800002-recomputations.js';
import { AlwaysAppendOnly1700000800003 } from './1700000800003-always-append-only.js';
import { Privileges1700000805000 } from './1700000805000-privileges.js';
import { ReputationSources1700000805001 } from './1700000805001-reputation-sources.js';
import { Ratings1700000830000 } from './1700000830000-ratings.js';
import { RecomputedInParts1700000890003 } from './1700000890003-recomputed-in-parts.js';
import { StandingEntries1700000890004 } from './1700000890004-standing-entries.js';

export const reputationMigrations = [
  Reputation1700000300000,
  RuleSets1700000800000,
  LedgerByRuleSets1700000800001,
  Recomputations1700000800002,
  AlwaysAppendOnly1700000800003,
  Privileges1700000805000,
  ReputationSources1700000805001,
  Ratings1700000830000,
  RecomputedInParts1700000890003,
  StandingEntries1700000890004,
];
