/** What admins may set of how questions come to be solved. Times are in whole days. */
export interface ForumRules {
  /** Answers that one question marks as having solved it too, 0 to 4 (more than four, the database refuses). */
  readonly alsoSolvedMost: number;
  /** How long an asker is waited for before moderators may accept an answer in their name. */
  readonly onBehalfAfterDays: number;
  /** How old answers get before their asker is reminded, once, that one of them could be accepted. */
  readonly reminderAfterDays: number;
}

/** Where the forum learns its rules. The rule sets of reputation are above it, so they are bound by this token. */
export interface ForumRulesSource {
  /** The rules as they are now; inside a transaction, as it sees them. */
  now(): Promise<ForumRules>;
}

export const FORUM_RULES = Symbol('forum rules');
