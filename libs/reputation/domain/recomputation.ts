export const RECOMPUTATION_STATES = ['RUNNING', 'DONE', 'SUPERSEDED'] as const;

/** `SUPERSEDED`: newer rules were saved before it came to its end. */
export type RecomputationState = (typeof RECOMPUTATION_STATES)[number];
