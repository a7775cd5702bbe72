import { ConflictError } from '#libs/kernel';

/** OPEN: nobody is at it. TAKEN: somebody is. DONE: an article answers it. DISMISSED: there is nothing to write. */
export const GAP_STATES = ['OPEN', 'TAKEN', 'DONE', 'DISMISSED'] as const;
export type GapState = (typeof GAP_STATES)[number];

/**
 * What became of a gap, one after the other. MISSED_AGAIN: people go on looking for it in vain although an article
 * answers it, and so it was opened again by itself.
 */
export const GAP_STEPS = [
  'TAKEN',
  'GIVEN_BACK',
  'ARTICLE_BEGUN',
  'ANSWERED',
  'DISMISSED',
  'REOPENED',
  'MISSED_AGAIN',
] as const;
export type GapStepKind = (typeof GAP_STEPS)[number];

/** Once is an accident. */
export const LEAST_NEEDS = 2;
/** What the trend compares: so many days, and as many before. */
export const TREND_DAYS = 14;

export const REASON = { max: 300 } as const;

/** @throws ConflictError unless the gap still waits for its article */
export function requireUnfinished(state: GapState): void {
  if (state === 'OPEN' || state === 'TAKEN') return;
  throw new ConflictError(
    state === 'DONE'
      ? 'An article answers this gap already.'
      : 'This gap was dismissed. Open it again first.',
    { state },
  );
}

/** @throws ConflictError naming the `assignee` where the gap is somebody else's task */
export function requireNotTakenByOther(
  gap: { assigneeId: number | null; assigneeName: string | null },
  accountId: number,
): void {
  if (gap.assigneeId === null || gap.assigneeId === accountId) return;
  throw new ConflictError(`${gap.assigneeName ?? 'Somebody else'} has taken this gap.`, {
    assignee: gap.assigneeName,
  });
}
