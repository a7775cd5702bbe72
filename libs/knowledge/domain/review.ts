/** NONE: nobody was asked to look at this version (yet). */
export const REVIEW_STATES = ['NONE', 'REQUESTED', 'APPROVED', 'CHANGES_REQUESTED'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
