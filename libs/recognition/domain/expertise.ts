/**
 * What counts for expertise, and how much. The relation of solutions, articles and votes follows the formula that Khoros
 * recommends for its ranks (solutions 15, articles 10, kudos 4); an official answer counts as a solution, one that solved
 * it too as half of one, and a vote against an answer takes half of what one for it gives.
 */
export const WEIGHTS = { accepted: 15, official: 15, alsoSolved: 7.5, votedUp: 4, votedDown: -2 } as const;
export const ARTICLE_WEIGHT = 10;

/** By how much the score in a tag rises for each star that the Bayesian average there is above the prior. */
export const RATING_SHIFT = 0.2;

export const PERIODS = ['ALL', 'YEAR', 'MONTH', 'WEEK'] as const;
export type Period = (typeof PERIODS)[number];
