import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { tagName } from '#libs/forum';
import { Access, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { RuleSets, privilegesAtStake } from '#libs/reputation';
import { bountyPolicies } from '../application/policies.js';
import { BountyQueries } from '../persistence/bounty.queries.js';
import { BountiesArgs, Bounty, BountyConnection, BountyTerms, toBounty } from './bounty.types.js';

@Resolver()
export class BountyQueriesResolver {
  constructor(
    private readonly queries: BountyQueries,
    private readonly ruleSets: RuleSets,
  ) {}

  @Query(() => BountyConnection, { description: 'Bounties that can be won.' })
  @Access(bountyPolicies.read)
  async bounties(@Args() { first, after, orderBy, tag }: BountiesArgs): Promise<Connection<Bounty>> {
    const order = orderBy ?? 'ENDING';
    const page = await this.queries.open(order, tag == null || tag === '' ? null : tagName(tag), {
      first: requirePageSize(first),
      after,
    });
    return toConnection(page, {
      after,
      cursor: (row) => this.queries.cursor(order, row),
      node: toBounty,
    });
  }

  @Query(() => BountyTerms, {
    description: 'What can be offered as a bounty, for how long, and who decides.',
  })
  @Access(bountyPolicies.read)
  async bountyTerms(@Context() { viewer }: RequestContext): Promise<BountyTerms> {
    const { rules } = await this.ruleSets.current();
    return {
      ...rules.bounty,
      reputationNeeded: rules.privileges.OFFER_BOUNTY,
      stakes: privilegesAtStake(viewer, rules, rules.bounty),
    };
  }
}
