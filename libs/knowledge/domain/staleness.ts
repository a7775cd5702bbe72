import { UserInputError } from '#libs/kernel';
import type { FieldProblem } from '#libs/kernel';

/**
 * Why a published article may not be true any more. FEEDBACK: readers say that it does not help. DRIFT: an answer that
 * it was made of was edited. AGE: nobody has looked at it for long, or the day has come on which somebody wanted to.
 * VERSION: a version of its product is out that it says it applies to, and nobody has looked since. MANUAL: a curator
 * says so.
 */
export const STALE_KINDS = ['FEEDBACK', 'DRIFT', 'AGE', 'VERSION', 'MANUAL'] as const;
export type StaleKind = (typeof STALE_KINDS)[number];

/** What makes articles of this site stale by itself. A curator and a review date always do. */
export interface StaleRules {
  feedback: {
    isOn: boolean;
    /** So many readers must have said something since the article was last looked at; 1 to 1,000. */
    minVotes: number;
    /** At least this share of them was not helped; above 0, to 1. */
    share: number;
  };
  drift: boolean;
  /** After so many months without a look, 1 to 120, unless a review date is set; null: never. */
  ageMonths: number | null;
  version: boolean;
}

export const DEFAULT_STALE_RULES: StaleRules = {
  feedback: { isOn: true, minVotes: 5, share: 0.5 },
  drift: true,
  ageMonths: 12,
  version: true,
};

const VOTES_MAX = 1_000;
const MONTHS_MAX = 120;

/** @throws UserInputError on `feedback.minVotes`, `feedback.share` or `ageMonths` */
export function requireStaleRules(rules: StaleRules): StaleRules {
  const { feedback, ageMonths } = rules;
  const problems: FieldProblem[] = [];
  if (!isWithin(feedback.minVotes, VOTES_MAX)) {
    problems.push({
      path: 'feedback.minVotes',
      message: `Please give a whole number of readers from 1 to ${VOTES_MAX.toLocaleString('en')}.`,
    });
  }
  if (!(feedback.share > 0 && feedback.share <= 1)) {
    problems.push({
      path: 'feedback.share',
      message: 'The share is more than nobody and at most everybody.',
    });
  }
  if (ageMonths !== null && !isWithin(ageMonths, MONTHS_MAX)) {
    problems.push({
      path: 'ageMonths',
      message: `Please give a whole number of months from 1 to ${MONTHS_MAX}.`,
    });
  }
  if (problems.length > 0) throw new UserInputError(problems);
  return rules;
}

function isWithin(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= max;
}
