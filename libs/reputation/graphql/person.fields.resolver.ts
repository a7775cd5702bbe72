import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { encodeCursor } from '#libs/kernel';
import { AccessAsParent, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import type { EntryKind } from '../persistence/reputation.queries.js';
import { BadgeLoader, EntryPageLoader } from './reputation.loaders.js';
import * as types from './reputation.types.js';

/** What a person's standing is made of. All of it is as public as the person. */
@Resolver(() => User)
@AccessAsParent()
export class PersonFieldsResolver {
  constructor(
    private readonly pages: EntryPageLoader,
    private readonly badgeLoader: BadgeLoader,
  ) {}

  @ResolveField(() => types.ReputationEntryConnection, {
    description:
      'Why reputation is what it is: every gain and every loss, the newest first. Their number is not ' +
      'counted where `kind` leaves some out.',
  })
  async reputationEntries(
    @Parent() { accountId }: User,
    @Context() context: RequestContext,
    @Args() { first, after = null }: PageArgs,
    @Args('kind', {
      type: () => types.ReputationEntryKindEnum,
      nullable: true,
      defaultValue: 'ALL',
      description: 'Only gains, or only losses.',
    })
    kind?: EntryKind | null,
  ): Promise<Connection<types.ReputationEntry>> {
    const page = await this.pages.load(context, {
      accountId,
      first: requirePageSize(first),
      after,
      kind: kind ?? 'ALL',
    });
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('ledger', [row.createdAt.toISOString(), row.entryId]),
      node: types.toReputationEntry,
      totalCount: page.totalCount,
    });
  }

  @ResolveField(() => [types.Badge], { description: 'Badges that came with an import, the latest first.' })
  badges(@Parent() { accountId }: User, @Context() context: RequestContext): Promise<types.Badge[]> {
    return this.badgeLoader.load(context, accountId);
  }
}
