/** Where a candidate stands with the curators. */
export const CANDIDATE_STATES = ['OPEN', 'CLAIMED', 'DECLINED'] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

/** How long a curator holds a candidate without touching it: long enough to read, short enough to go home. */
export const HOLD_MINUTES = 30;

/** An article is made of so many answers at most; one that needs more is two articles. */
export const SOURCES_MAX = 10;
