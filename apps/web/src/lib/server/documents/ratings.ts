import type { Page, Profile } from '#lib/model.ts';
import type { GivenRatings, RatingRemark, Ratings } from '#lib/model/ratings.ts';
import { document } from '../document.ts';
import { person, tagLink } from './fragments.ts';
import { profileHead } from './people.ts';

/** The ratings of a person; the remarks are for oneself. */
export const profileRatings = document<
  { user: (Profile & { ratings: Ratings; ratingRemarks: Page<RatingRemark> | null }) | null },
  { username: string; after: string | null }
>(
  `
query ProfileRatings($username: String!, $after: String) {
  user(username: $username) {
    ...ProfileHead
    ratings: helperRating {
      ...Rating
      leastCount
      marks { mark share count }
      byTopic { tag { ...TagLink } bayesian count }
    }
    ratingRemarks(first: 20, after: $after) { nodes { text month } pageInfo { hasNextPage endCursor } }
  }
}`,
  profileHead,
  tagLink,
);

export const dismissRatingRequest = document<unknown, { input: { answerId: string } }>(`
mutation DismissRatingRequest($input: DismissRatingRequestInput!) {
  dismissRatingRequest(input: $input) { answer { id } }
}`);

export const givenRatings = document<
  { givenRatings: GivenRatings },
  {
    order: 'NEWEST' | 'LOWEST';
    onlyRemarks: boolean;
    onlyVoid: boolean;
    raterId: string | null;
    after: string | null;
  }
>(
  `
query GivenRatings($order: GivenRatingOrder, $onlyRemarks: Boolean, $onlyVoid: Boolean, $raterId: ID, $after: String) {
  givenRatings(
    first: 30, after: $after, orderBy: $order, onlyRemarks: $onlyRemarks, onlyVoid: $onlyVoid, raterId: $raterId
  ) {
    nodes {
      id stars solved clear courteous comment updatedAt reference viewerCanDecide
      rater { ...Person }
      helper { ...Person }
      answer { id path question { id title locale } }
      voided { at reason by { ...Person } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  person,
);

type Decision = { input: { ratingId: string; reason: string } };

export const voidRating = document<unknown, Decision>(`
mutation VoidRating($input: VoidRatingInput!) { voidRating(input: $input) { rating { id } } }`);

export const restoreRating = document<unknown, Decision>(`
mutation RestoreRating($input: RestoreRatingInput!) { restoreRating(input: $input) { rating { id } } }`);
