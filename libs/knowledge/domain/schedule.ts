import { ConflictError, ForbiddenError, UnauthenticatedError } from '#libs/kernel';
import type { PeerdeskError } from '#libs/kernel';

/**
 * Why something could not be published when it was due. REVIEW_MISSING: nobody other than its author has approved it.
 * ANSWER_ELSEWHERE: an answer of it is in another article by now. NOT_A_CURATOR: whoever set the time is none any more.
 */
export const SCHEDULE_PROBLEMS = ['REVIEW_MISSING', 'ANSWER_ELSEWHERE', 'NOT_A_CURATOR', 'OTHER'] as const;
export type ScheduleProblem = (typeof SCHEDULE_PROBLEMS)[number];

/** What a refusal to publish comes down to. */
export function scheduleProblemOf(refusal: PeerdeskError): ScheduleProblem {
  if (refusal instanceof ForbiddenError || refusal instanceof UnauthenticatedError) return 'NOT_A_CURATOR';
  if (!(refusal instanceof ConflictError)) return 'OTHER';
  if (refusal.details['missing'] === 'REVIEW') return 'REVIEW_MISSING';
  return 'article' in refusal.details ? 'ANSWER_ELSEWHERE' : 'OTHER';
}
