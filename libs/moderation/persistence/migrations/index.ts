import { Audit1700000400000 } from './1700000400000-audit.js';
import { Flags1700000850001 } from './1700000850001-flags.js';
import { Fraud1700000850002 } from './1700000850002-fraud.js';
import { MarksInCases1700000890000 } from './1700000890000-marks-in-cases.js';

export const moderationMigrations = [
  Audit1700000400000,
  Flags1700000850001,
  Fraud1700000850002,
  MarksInCases1700000890000,
];
