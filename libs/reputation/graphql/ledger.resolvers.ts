import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { Post, PostLoader } from '#libs/forum';
import { UserInputError, encodeCursor } from '#libs/kernel';
import { AccessAsParent, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { LedgerQueries } from '../persistence/ledger.queries.js';
import { DayEntriesLoader, PostEntriesLoader } from './ledger.loaders.js';
import {
  ReputationDay,
  ReputationDayConnection,
  ReputationHistory,
  ReputationPost,
  ReputationPostConnection,
} from './ledger.types.js';
import { ReputationEntry } from './reputation.types.js';

const STEPS = { least: 2, most: 200 } as const;

const firstEntries = {
  type: () => Int,
  nullable: true,
  defaultValue: 20,
  description: 'How many, 1 to 100.',
} as const;

/** A ledger by day, by post and over time. All of it is as public as the person. */
@Resolver(() => User)
@AccessAsParent()
export class LedgerFieldsResolver {
  constructor(private readonly ledger: LedgerQueries) {}

  @ResolveField(() => ReputationDayConnection, {
    description: 'What each day brought, the newest first; days without an entry are left out.',
  })
  async reputationByDay(
    @Parent() { accountId }: User,
    @Args() { first, after = null }: PageArgs,
  ): Promise<Connection<ReputationDay>> {
    const page = await this.ledger.days(accountId, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('ledger-days', [`${row.day}T00:00:00.000Z`]),
      node: (row) => ({ row, ...row, entryCount: row.entries }),
    });
  }

  @ResolveField(() => ReputationPostConnection, {
    description: 'What each post brought, the one that something was entered for last first.',
  })
  async reputationByPost(
    @Parent() { accountId }: User,
    @Args() { first, after = null }: PageArgs,
  ): Promise<Connection<ReputationPost>> {
    const page = await this.ledger.posts(accountId, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('ledger-posts', [row.lastEntryId]),
      node: (row) => ({ row, ...row, entryCount: row.entries }),
    });
  }

  @ResolveField(() => ReputationHistory, {
    description: 'How reputation came to be what it is, for a chart.',
  })
  async reputationHistory(
    @Parent() { accountId }: User,
    @Args('points', {
      type: () => Int,
      nullable: true,
      defaultValue: 100,
      description: 'How many steps at most, 2 to 200; a history over years has coarser ones.',
    })
    points?: number | null,
  ): Promise<ReputationHistory> {
    const most = points ?? 100;
    if (most < STEPS.least || most > STEPS.most) {
      throw UserInputError.field('points', `points must be ${STEPS.least} to ${STEPS.most}.`);
    }
    const steps = await this.ledger.history(accountId, most);
    return { unit: steps[0]?.unit ?? null, steps };
  }
}

@Resolver(() => ReputationDay)
@AccessAsParent()
export class DayFieldsResolver {
  constructor(private readonly loader: DayEntriesLoader) {}

  @ResolveField(() => [ReputationEntry], { description: 'The newest first.' })
  entries(
    @Parent() { row }: ReputationDay,
    @Context() context: RequestContext,
    @Args('first', firstEntries) first?: number | null,
  ): Promise<ReputationEntry[]> {
    return this.loader.load(context, { row, first: requirePageSize(first) });
  }
}

@Resolver(() => ReputationPost)
@AccessAsParent()
export class PostSumFieldsResolver {
  constructor(
    private readonly loader: PostEntriesLoader,
    private readonly posts: PostLoader,
  ) {}

  @ResolveField(() => Post, {
    nullable: true,
    description: 'Null where the viewer may not see it (any more), and for what is about no post.',
  })
  post(@Parent() { row }: ReputationPost, @Context() context: RequestContext): Promise<Post | null> | null {
    return row.postId === null ? null : this.posts.load(context, row.postId);
  }

  @ResolveField(() => [ReputationEntry], { description: 'The newest first.' })
  entries(
    @Parent() { row }: ReputationPost,
    @Context() context: RequestContext,
    @Args('first', firstEntries) first?: number | null,
  ): Promise<ReputationEntry[]> {
    return this.loader.load(context, { row, first: requirePageSize(first) });
  }
}
