import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { NotFoundError, requireId } from '#libs/kernel';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { Bounties } from '../application/bounties.js';
import { bountyPolicies } from '../application/policies.js';
import { BountyQueries } from '../persistence/bounty.queries.js';
import * as types from './bounty.types.js';

@Resolver()
export class BountyMutationsResolver {
  constructor(
    private readonly bounties: Bounties,
    private readonly queries: BountyQueries,
  ) {}

  @Mutation(() => types.BountyPayload, {
    description:
      'Puts up points of the viewer’s own reputation for an answer. Takes OFFER_BOUNTY. BAD_USER_INPUT on ' +
      '`amount` outside of the limits or above what the viewer has; CONFLICT while the question has a bounty, ' +
      'and for a `clientMutationId` that came with another offer; RATE_LIMITED beyond 20 an hour.',
  })
  @Access(bountyPolicies.offer)
  async offerBounty(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.OfferBountyInput, description: 'The question and what is put up.' })
    input: types.OfferBountyInput,
  ): Promise<types.BountyPayload> {
    const { questionId, ...offer } = input;
    const id = await this.bounties.offer(context.viewer, requireId(questionId, 'question'), offer);
    return this.payload(context, id);
  }

  @Mutation(() => types.BountyPayload, {
    description:
      'Gives a bounty to the author of an answer, for good; by its offerer until `decidesAt`. CONFLICT if it ' +
      'was settled, for the offerer’s own answer, and for an answer to another question.',
  })
  @Access(bountyPolicies.settle)
  async awardBounty(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.AwardBountyInput, description: 'The bounty and the answer.' })
    input: types.AwardBountyInput,
  ): Promise<types.BountyPayload> {
    const id = requireId(input.bountyId, 'bounty');
    await this.bounties.award(context.viewer, id, requireId(input.answerId, 'answer'));
    return this.payload(context, id);
  }

  @Mutation(() => types.BountyPayload, {
    description:
      'Takes a bounty back, all of it; by its offerer. CONFLICT once somebody else has answered since it was ' +
      'offered, or it was settled.',
  })
  @Access(bountyPolicies.settle)
  async withdrawBounty(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.WithdrawBountyInput, description: 'The bounty.' })
    input: types.WithdrawBountyInput,
  ): Promise<types.BountyPayload> {
    const id = requireId(input.bountyId, 'bounty');
    await this.bounties.withdraw(context.viewer, id);
    return this.payload(context, id);
  }

  private async payload(context: RequestContext, id: number): Promise<types.BountyPayload> {
    // It has changed what the question, the answer and the people show.
    context.loaders.clear();
    const [row] = await this.queries.byIds([id]);
    if (!row) throw new NotFoundError('This bounty');
    return { bounty: types.toBounty(row) };
  }
}
