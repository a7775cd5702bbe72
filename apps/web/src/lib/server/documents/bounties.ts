import type { BountyOrder, BountyPage } from '#lib/model/bounties.ts';
import { document } from '../document.ts';
import { person, questionRow } from './fragments.ts';

/** Takes `$signedIn: Boolean!`. */
export const bounty = `
fragment Bounty on Bounty {
  id amount note state endsAt decidesAt leastScore settledAt awardRule returnReason
  offeredBy { ...Person }
  wonBy { ...Person }
  ... @include(if: $signedIn) { viewerCan { award withdraw } }
}
${person}`;

export const bountyList = document<
  { bounties: BountyPage },
  { order: BountyOrder; tag: string | null; after: string | null }
>(
  `
query Bounties($order: BountyOrder, $tag: String, $after: String) {
  bounties(first: 20, after: $after, orderBy: $order, tag: $tag) {
    nodes { id amount note endsAt offeredBy { ...Person } question { ...QuestionRow } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  questionRow,
  person,
);

export const offerBounty = document<
  unknown,
  { input: { questionId: string; amount: number; note: string; clientMutationId?: string } }
>(`
mutation OfferBounty($input: OfferBountyInput!) { offerBounty(input: $input) { bounty { id } } }`);

export const awardBounty = document<unknown, { input: { bountyId: string; answerId: string } }>(`
mutation AwardBounty($input: AwardBountyInput!) { awardBounty(input: $input) { bounty { id } } }`);

export const withdrawBounty = document<unknown, { input: { bountyId: string } }>(`
mutation WithdrawBounty($input: WithdrawBountyInput!) { withdrawBounty(input: $input) { bounty { id } } }`);
