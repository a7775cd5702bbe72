import { deed } from './deed.ts';
import { awardBounty, offerBounty, withdrawBounty } from './documents/bounties.ts';
import { textOf, wholeOf } from './fields.ts';

/** Form actions for the bounty of a question. A refusal is shown where the bounty is. */
export const bountyDeeds = {
  offerBounty: deed('bounty', offerBounty, (form) => ({
    questionId: textOf(form, 'questionId'),
    amount: wholeOf(form, 'amount'),
    note: textOf(form, 'note'),
    clientMutationId: textOf(form, 'mutationId') || undefined,
  })),
  awardBounty: deed('bounty', awardBounty, (form) => ({
    bountyId: textOf(form, 'bountyId'),
    answerId: textOf(form, 'answerId'),
  })),
  withdrawBounty: deed('bounty', withdrawBounty, (form) => ({ bountyId: textOf(form, 'bountyId') })),
};
