import { isAtLeast, policy, publicPolicy } from '#libs/kernel';

/** What the policies look at in an answer. */
export interface RatedAnswer {
  readonly askerId: number | null;
  readonly authorId: number | null;
}

/** Who may do what with reputation and ratings. */
export const reputationPolicies = {
  /** Why a number is what it is, is as public as the number. */
  readLedger: publicPolicy('reputation.read'),
  /** How well somebody works, and what they are about to lose, is between them and those who moderate. */
  readStanding: publicPolicy<{ readonly accountId: number }>('standing.read', {
    when: (viewer, person) => viewer.accountId === person.accountId || isAtLeast(viewer.role, 'SUPERUSER'),
  }),
  readAllowance: publicPolicy<{ readonly accountId: number }>('standing.read-allowance', {
    when: (viewer, person) => viewer.accountId === person.accountId,
  }),
  /** For the asker, about somebody else: nobody rates themselves. */
  rateHelper: policy<RatedAnswer>('helper.rate', {
    requires: 'ASKER',
    when: (viewer, answer) => viewer.accountId === answer.askerId && viewer.accountId !== answer.authorId,
  }),
  /** For whom they were written, and for nobody else: they may say what one would not say in public. */
  readRemarks: publicPolicy<{ readonly accountId: number }>('helper.read-remarks', {
    when: (viewer, person) => viewer.accountId === person.accountId,
  }),
  reviewRatings: policy('helper.review-ratings', {
    requires: 'MODERATOR',
    when: (viewer) => isAtLeast(viewer.role, 'MODERATOR'),
  }),
  /** Nobody decides in their own case. */
  decideOnRating: policy<{ readonly raterId: number; readonly helperId: number }>('helper.decide-on-rating', {
    requires: 'MODERATOR',
    refusal: 'Somebody else has to decide about a rating that you gave.',
    when: (viewer, { raterId, helperId }) =>
      isAtLeast(viewer.role, 'MODERATOR') && viewer.accountId !== raterId && viewer.accountId !== helperId,
  }),
  /** A single rating is for who gave it; everybody else sees the average. */
  readRating: publicPolicy<{ readonly raterId: number }>('helper.read-rating', {
    when: (viewer, rating) => viewer.accountId === rating.raterId,
  }),
};
