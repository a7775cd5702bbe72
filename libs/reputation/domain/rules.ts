/** Why an entry is in the ledger. `REVERSAL` takes an earlier entry back. */
export const REPUTATION_REASONS = [
  'QUESTION_UPVOTED',
  'QUESTION_DOWNVOTED',
  'ANSWER_UPVOTED',
  'ANSWER_DOWNVOTED',
  'ANSWER_ACCEPTED',
  'ACCEPTED_AN_ANSWER',
  'ANSWER_MADE_OFFICIAL',
  'ANSWER_PROMOTED',
  'REVERSAL',
] as const;
export type ReputationReason = (typeof REPUTATION_REASONS)[number];

/** Whom a rule gives points or takes them from: the post's author, who voted on it, or the asker of the question. */
export type Recipient = 'author' | 'voter' | 'asker';

export interface Rule {
  readonly reason: Exclude<ReputationReason, 'REVERSAL'>;
  readonly recipient: Recipient;
  /** Whole points; negative ones are taken. */
  readonly points: number;
  /** Counts towards `RuleSet.cappedPointsPerDay`. */
  readonly isCapped: boolean;
}

export interface RuleSet {
  /** Written into every entry, so that an old entry is read by the rules it was made under. */
  readonly version: number;
  /** What all capped rules together bring one account for one UTC day at most. */
  readonly cappedPointsPerDay: number;
  readonly rules: readonly Rule[];
}

/**
 * What helping is worth, as communities of this kind settled it (Stack Exchange, Apache Answer). Only upvotes fall
 * under the daily cap: it is there against rings and lucky viral posts, not against days of good answers.
 * Voting an answer down costs its voter a point, so that it is meant; a question may be voted down for free.
 */
export const RULES: RuleSet = {
  version: 1,
  cappedPointsPerDay: 200,
  rules: [
    { reason: 'QUESTION_UPVOTED', recipient: 'author', points: 10, isCapped: true },
    { reason: 'QUESTION_DOWNVOTED', recipient: 'author', points: -2, isCapped: false },
    { reason: 'ANSWER_UPVOTED', recipient: 'author', points: 10, isCapped: true },
    { reason: 'ANSWER_DOWNVOTED', recipient: 'author', points: -2, isCapped: false },
    { reason: 'ANSWER_DOWNVOTED', recipient: 'voter', points: -1, isCapped: false },
    { reason: 'ANSWER_ACCEPTED', recipient: 'author', points: 15, isCapped: false },
    { reason: 'ACCEPTED_AN_ANSWER', recipient: 'asker', points: 2, isCapped: false },
    { reason: 'ANSWER_MADE_OFFICIAL', recipient: 'author', points: 15, isCapped: false },
    { reason: 'ANSWER_PROMOTED', recipient: 'author', points: 25, isCapped: false },
  ],
};
