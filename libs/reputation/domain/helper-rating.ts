import { UserInputError } from '#libs/kernel';
import type { FieldProblem } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';
import type { RuleSet } from './rule-set.js';

export const STARS = { least: 1, most: 5 } as const;
/** In characters. */
export const REMARK_MAX = 500;

/** What else is asked about a helper, to be answered by yes or no, or not at all. */
export const RATING_MARKS = ['solved', 'clear', 'courteous'] as const;
export type RatingMark = (typeof RATING_MARKS)[number];

/** What an asker says of whoever wrote an answer. */
export interface GivenStars {
  /** 1 to 5. */
  stars: number;
  solved?: boolean | null;
  clear?: boolean | null;
  courteous?: boolean | null;
  /** To the helper, who does not learn from whom it is. */
  comment?: string | null;
}

export type CheckedStars = Required<GivenStars>;

/**
 * Ratings reach helpers (their remarks, the shares of their marks, their topics) in lots of several raters, never alone:
 * otherwise whoever looks every day would know whose rating made the difference. A lot that stays too small goes out
 * after so many days, when many people may have looked at the answers once more.
 */
export const MIXED_RATERS = 3;
export const WAITS_DAYS = 30;

/** @throws UserInputError on `stars` or `comment` */
export function checkedStars({ stars, comment, solved, clear, courteous }: GivenStars): CheckedStars {
  const problems: FieldProblem[] = [];
  if (!Number.isInteger(stars) || stars < STARS.least || stars > STARS.most) {
    problems.push({ path: 'stars', message: `Please give ${STARS.least} to ${STARS.most} stars.` });
  }
  const remark = normaliseText(comment ?? '').trim() || null;
  if ([...(remark ?? '')].length > REMARK_MAX) {
    problems.push({ path: 'comment', message: `A remark takes ${REMARK_MAX} characters at most.` });
  }
  if (problems.length > 0) throw new UserInputError(problems);
  return {
    stars,
    comment: remark,
    solved: solved ?? null,
    clear: clear ?? null,
    courteous: courteous ?? null,
  };
}

/**
 * The average that few ratings cannot throw about: as if `priorWeight` ratings of `priorMean` stars had come first
 * (the Bayesian average as film charts use it). Null below `leastCount` ratings, where it would be the prior's more than
 * anybody's.
 */
export function bayesianAverage(
  { sum, count }: { sum: number; count: number },
  { priorMean, priorWeight, leastCount }: RuleSet['ratings'],
): number | null {
  return count < leastCount ? null : (priorMean * priorWeight + sum) / (priorWeight + count);
}

/** Whether remarks can be shown without telling whose they are. */
export function hidesRaters(
  published: { count: number; raters: number },
  { leastCount }: RuleSet['ratings'],
): boolean {
  return published.count >= leastCount && published.raters >= MIXED_RATERS;
}
