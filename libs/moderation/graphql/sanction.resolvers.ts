import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { NotFoundError, authorise, permits, requireId } from '#libs/kernel';
import { Access, AccessAsParent, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { moderationPolicies } from '../application/policies.js';
import { Sanctions } from '../application/sanctions.js';
import { SanctionQueries } from '../persistence/sanction.queries.js';
import * as types from './sanction.types.js';

@Resolver()
export class SanctionOperationsResolver {
  constructor(
    private readonly sanctions: Sanctions,
    private readonly queries: SanctionQueries,
  ) {}

  @Query(() => types.SanctionConnection, {
    description: 'The sanctions of one person, the newest first. For them, and MODERATOR and above.',
  })
  @Access(moderationPolicies.readSanctions)
  async sanctionsOf(
    @Context() { viewer }: RequestContext,
    @Args('userId', { type: () => ID, description: 'Whose.' }) userId: string,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<types.Sanction>> {
    const accountId = requireId(userId, 'account');
    authorise(moderationPolicies.readSanctions, viewer, { accountId });
    const page = await this.queries.ofAccount(accountId, { first: requirePageSize(first), after });
    return toConnection(page, { after, cursor: this.queries.cursor, node: types.toSanction });
  }

  @Mutation(() => types.SanctionPayload, {
    description:
      'Takes points of reputation from somebody, who is told why. By MODERATOR and above, on people of lower roles. ' +
      'BAD_USER_INPUT on `points` and `reason`.',
  })
  @Access(moderationPolicies.sanction)
  async sanctionMember(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.SanctionMemberInput, description: 'Whom, how much and what for.' })
    { userId, points, reason }: types.SanctionMemberInput,
  ): Promise<types.SanctionPayload> {
    const accountId = requireId(userId, 'account');
    return this.payload(await this.sanctions.impose(context.viewer, accountId, { points, reason }), context);
  }

  @Mutation(() => types.SanctionPayload, {
    description:
      'Gives back what a sanction took. By MODERATOR and above, for people of lower roles. CONFLICT if it was lifted.',
  })
  @Access(moderationPolicies.sanction)
  async liftSanction(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.LiftSanctionInput, description: 'Which, and why.' })
    { sanctionId, reason }: types.LiftSanctionInput,
  ): Promise<types.SanctionPayload> {
    const id = requireId(sanctionId, 'sanction');
    await this.sanctions.lift(context.viewer, id, reason);
    return this.payload(id, context);
  }

  private async payload(id: number, context: RequestContext): Promise<types.SanctionPayload> {
    // It has changed what the person shows.
    context.loaders.clear();
    const row = await this.queries.byId(id);
    if (!row) throw new NotFoundError('This sanction');
    return { sanction: types.toSanction(row) };
  }
}

@Resolver(() => types.Sanction)
@AccessAsParent()
export class SanctionFieldsResolver {
  constructor(private readonly accounts: AccountLoader) {}

  @ResolveField(() => User, {
    nullable: true,
    description: 'Whose points; null once the account was erased.',
  })
  user(@Parent() { row }: types.Sanction, @Context() context: RequestContext): Promise<User | null> {
    return this.accounts.load(context, row.accountId);
  }

  @ResolveField(() => User, {
    nullable: true,
    description:
      'Who imposed it, for MODERATOR and above; null for everybody else and once the account was erased.',
  })
  sanctionedBy(
    @Parent() { row }: types.Sanction,
    @Context() context: RequestContext,
  ): Promise<User | null> | null {
    return permits(moderationPolicies.readAudit, context.viewer, undefined)
      ? this.accounts.load(context, row.sanctionedBy)
      : null;
  }
}
