import { deed } from './deed.ts';
import { awardBounty, offerBounty, withdrawBounty } from './documents/bounties.ts';
import { textOf } from './fields.ts';

/** More than this the API could not even read as a number of points. */
const pointsAtMost = 1_000_000;

/** Form actions for the bounty of a question. A refusal is shown where the bounty is. */
export const bountyDeeds = {
  offerBounty: deed('bounty', offerBounty, (form) => ({
    questionId: textOf(form, 'questionId'),
    amount: pointsIn(textOf(form, 'amount')),
    note: textOf(form, 'note'),
    clientMutationId: textOf(form, 'mutationId') || undefined,
  })),
  awardBounty: deed('bounty', awardBounty, (form) => ({
    bountyId: textOf(form, 'bountyId'),
    answerId: textOf(form, 'answerId'),
  })),
  withdrawBounty: deed('bounty', withdrawBounty, (form) => ({ bountyId: textOf(form, 'bountyId') })),
};

/** What is no whole number is nothing to the API, which refuses it in the words of the field. */
function pointsIn(text: string): number {
  const points = Number(text);
  return Number.isInteger(points) ? Math.min(points, pointsAtMost) : 0;
}
