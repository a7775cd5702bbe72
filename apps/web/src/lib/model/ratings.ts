import type { Page, Person, TagLink } from '../model.ts';

/** How a person is rated as a helper, for lists. */
export interface Rating {
  count: number;
  /** Null while there are too few ratings for an average. */
  bayesian: number | null;
  /** What the average begins with: so many ratings of so many stars. */
  prior: { mean: number; weight: number };
}

export interface Ratings extends Rating {
  leastCount: number;
  marks: { mark: 'SOLVED' | 'CLEAR' | 'COURTEOUS'; share: number; count: number }[];
  byTopic: { tag: TagLink; bayesian: number; count: number }[];
}

/** `month` as `2026-05`. */
export interface RatingRemark {
  text: string;
  month: string;
}

interface Said {
  stars: number;
  /** Null where nothing was said. */
  solved: boolean | null;
  clear: boolean | null;
  courteous: boolean | null;
  comment: string | null;
}

/** What the asker said of whoever wrote an answer. */
export interface OwnRating extends Said {
  isVoid: boolean;
}

/** A rating as those see it who review ratings. */
export interface GivenRating extends Said {
  id: string;
  updatedAt: string;
  rater: Person | null;
  helper: Person | null;
  answer: { path: string; question: { title: string; locale: string } } | null;
  reference: string;
  voided: { at: string; reason: string; by: Person | null } | null;
  viewerCanDecide: boolean;
}

export type GivenRatings = Page<GivenRating>;
