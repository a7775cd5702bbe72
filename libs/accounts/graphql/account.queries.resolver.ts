import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { authorise, encodeCursor, isActor } from '#libs/kernel';
import { Access, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { accountPolicies } from '../application/policies.js';
import { AccountQueries } from '../persistence/account.queries.js';
import { AccountLoader } from './account.loader.js';
import { User, UserConnection, toUser } from './user.types.js';

@Resolver()
export class AccountQueriesResolver {
  constructor(
    private readonly accounts: AccountQueries,
    private readonly loader: AccountLoader,
  ) {}

  @Query(() => User, { nullable: true, description: 'Who is asking; null for a guest.' })
  @Access(accountPolicies.read)
  viewer(@Context() context: RequestContext): Promise<User | null> | null {
    return isActor(context.viewer) ? this.loader.load(context, context.viewer.accountId) : null;
  }

  @Query(() => User, {
    nullable: true,
    description: 'A person by name; null if there is none, or their account was erased.',
  })
  @Access(accountPolicies.read)
  async user(
    @Args('username', { type: () => String, description: 'The user name, in any case of letters.' })
    username: string,
  ): Promise<User | null> {
    const row = await this.accounts.byUsername(username);
    return row ? toUser(row) : null;
  }

  @Query(() => UserConnection, { description: 'Everybody, the most reputable first.' })
  @Access(accountPolicies.read)
  async users(@Args() { first, after }: PageArgs): Promise<Connection<User>> {
    const page = await this.accounts.byReputation({ first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('users', [row.reputation, row.accountId]),
      node: toUser,
    });
  }

  @Query(() => UserConnection, {
    description: 'For ADMIN: people by a part of their name or address, newest first.',
  })
  @Access(accountPolicies.list)
  async roleHolders(
    @Context() context: RequestContext,
    @Args() { first, after }: PageArgs,
    @Args('search', {
      type: () => String,
      defaultValue: '',
      description: 'A part of a user name, a shown name or an e-mail address; empty lists everybody.',
    })
    search: string,
  ): Promise<Connection<User>> {
    authorise(accountPolicies.list, context.viewer, undefined);
    const page = await this.accounts.search(search, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('people', [row.accountId]),
      node: toUser,
    });
  }
}
