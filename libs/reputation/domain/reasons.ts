import type { RuleName } from './rule-set.js';

/** Why an entry is in the ledger. `REVERSAL` takes an earlier entry back. */
export const REPUTATION_REASONS = [
  'QUESTION_UPVOTED',
  'QUESTION_DOWNVOTED',
  'ANSWER_UPVOTED',
  'ANSWER_DOWNVOTED',
  'ANSWER_ACCEPTED',
  'ACCEPTED_AN_ANSWER',
  'ANSWER_ALSO_SOLVED',
  'ANSWER_MADE_OFFICIAL',
  'ANSWER_PROMOTED',
  'BOUNTY_OFFERED',
  'BOUNTY_WON',
  'SANCTIONED',
  'REVERSAL',
] as const;
export type ReputationReason = (typeof REPUTATION_REASONS)[number];

/** Why an entry was taken back. */
export const REVERSAL_CAUSES = [
  'VOTE_WITHDRAWN',
  'POST_DELETED',
  'MARK_MOVED',
  'PROMOTION_WITHDRAWN',
  'BOUNTY_RETURNED',
  'SANCTION_LIFTED',
  'FRAUD',
  'RULES_CHANGED',
  'REPAIR',
] as const;
export type ReversalCause = (typeof REVERSAL_CAUSES)[number];

/** Reasons whose points no rule gives: somebody decided on the figure. */
export type DecidedReason = 'BOUNTY_OFFERED' | 'BOUNTY_WON' | 'SANCTIONED';

export type RuledReason = Exclude<ReputationReason, DecidedReason | 'REVERSAL'>;

interface RuleEntry {
  /** What its entries are called in the ledger. */
  readonly reason: RuledReason;
  /** They count towards the daily cap. */
  readonly isCapped: boolean;
}

/**
 * How the ledger enters what each rule gives; how much that is, a rule set says. Only upvotes fall under the daily cap:
 * it is there against rings and lucky viral posts, not against days of good answers.
 */
export const RULE_ENTRIES: Readonly<Record<RuleName, RuleEntry>> = {
  QUESTION_UPVOTED: { reason: 'QUESTION_UPVOTED', isCapped: true },
  QUESTION_DOWNVOTED: { reason: 'QUESTION_DOWNVOTED', isCapped: false },
  ANSWER_UPVOTED: { reason: 'ANSWER_UPVOTED', isCapped: true },
  ANSWER_DOWNVOTED: { reason: 'ANSWER_DOWNVOTED', isCapped: false },
  VOTED_ANSWER_DOWN: { reason: 'ANSWER_DOWNVOTED', isCapped: false },
  ANSWER_ACCEPTED: { reason: 'ANSWER_ACCEPTED', isCapped: false },
  ACCEPTED_AN_ANSWER: { reason: 'ACCEPTED_AN_ANSWER', isCapped: false },
  ANSWER_ALSO_SOLVED: { reason: 'ANSWER_ALSO_SOLVED', isCapped: false },
  ANSWER_MADE_OFFICIAL: { reason: 'ANSWER_MADE_OFFICIAL', isCapped: false },
  ANSWER_PROMOTED: { reason: 'ANSWER_PROMOTED', isCapped: false },
};
