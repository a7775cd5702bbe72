/** The tables whose rows are locked before something derived in them is written anew. */
export type LockedTable =
  | 'account'
  | 'article'
  | 'post'
  | 'tag'
  | 'notice'
  | 'intent_day'
  | 'intent_subject_day'
  | 'badge_definition'
  | 'badge_holding';

/**
 * One promise about the data, and the SQL that finds where it is broken: set-based, one statement and so one moment in
 * time, so that it can run beside a site in use.
 */
export interface SqlCheck {
  readonly name: string;
  /** For people, as a sentence. */
  readonly promise: string;
  /** SQL: how many things the promise speaks of, as `rows`. */
  readonly counts: string;
  /** SQL: what breaks it, as `id` (of what is to be mended) and `example` (for people to read). */
  readonly finds: string;
  /**
   * SQL that writes what is derived anew for the ids of `$1`, whose rows in `table` are locked: nobody counts on while
   * we count. Or `ledger`: what stands in the forum is credited, and what does not is taken back, by entries as ever.
   * Left out where nothing can be derived, and a person has to look.
   */
  readonly mends?: { table: LockedTable; sql: string } | 'ledger';
}

/** What became of one check. */
export interface CheckResult {
  readonly name: string;
  readonly promise: string;
  /** How many things were looked at. */
  readonly rows: number;
  /** How many of them break the promise; those that were mended count no longer. */
  readonly broken: number;
  /** The first few. */
  readonly examples: readonly string[];
  /** How many were mended. */
  readonly mended: number;
  /** Something to know that breaks nothing. */
  readonly note?: string;
}
