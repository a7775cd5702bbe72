import { ConflictError } from '#libs/kernel';

/** OPEN: nobody is at it. TAKEN: somebody is. DONE: an article answers it. DISMISSED: there is nothing to write. */
export const GAP_STATES = ['OPEN', 'TAKEN', 'DONE', 'DISMISSED'] as const;
export type GapState = (typeof GAP_STATES)[number];

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
