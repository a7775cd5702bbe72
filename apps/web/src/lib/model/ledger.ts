import type { LedgerEntry } from '#lib/model.ts';

export type EntryKind = 'ALL' | 'GAINS' | 'LOSSES';

interface Sums {
  gained: number;
  lost: number;
  entryCount: number;
  /** The newest of them. */
  entries: LedgerEntry[];
}

export interface LedgerDay extends Sums {
  day: string;
}

export interface LedgerPost extends Sums {
  /** Null where the viewer may not see it, and for what is about no post. */
  post: LedgerEntry['post'];
}

export interface HistoryStep {
  from: string;
  /** The days of the first and the last change in it. */
  firstOn: string;
  lastOn: string;
  gained: number;
  lost: number;
  /** At its end. */
  reputation: number;
}

export interface ReputationHistory {
  unit: 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | null;
  steps: HistoryStep[];
}
