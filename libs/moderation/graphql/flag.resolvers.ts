import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { Post, PostLoader } from '#libs/forum';
import { NotFoundError, authorise, permits, requireActor, requireId } from '#libs/kernel';
import { Access, AccessAsParent, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { Flags } from '../application/flags.js';
import { moderationPolicies } from '../application/policies.js';
import { FlagQueries } from '../persistence/flag.queries.js';
import { WaitingFlagsLoader } from './flag.loaders.js';
import * as types from './flag.types.js';

const POST = ['question', 'answer'] as const;

@Resolver()
export class FlagQueriesResolver {
  constructor(private readonly queries: FlagQueries) {}

  @Query(() => types.FlagConnection, {
    description: 'What the viewer has reported, the newest first, with what became of it.',
  })
  @Access(moderationPolicies.readOwnFlags)
  async myFlags(
    @Context() { viewer }: RequestContext,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<types.Flag>> {
    const { accountId } = requireActor(viewer);
    const page = await this.queries.ofFlagger(accountId, { first: requirePageSize(first), after });
    return toConnection(page, { after, cursor: this.queries.cursorOfFlag, node: types.toFlag });
  }

  @Query(() => types.Flag, {
    nullable: true,
    description: 'How the viewer has reported this post; null if they have not.',
  })
  @Access(moderationPolicies.readOwnFlags)
  async myFlagOn(
    @Context() { viewer }: RequestContext,
    @Args('postId', { type: () => ID, description: 'A question or an answer.' }) postId: string,
  ): Promise<types.Flag | null> {
    const row = await this.queries.ofPost(requireId(postId, POST), requireActor(viewer).accountId);
    return row ? types.toFlag(row) : null;
  }

  @Query(() => types.FlaggedPostConnection, {
    description:
      'For SUPERUSER and above: posts with reports that wait. Those with PRIORITY_FLAGS come first, then those that ' +
      'wait longest.',
  })
  @Access(moderationPolicies.readFlags)
  async flagQueue(
    @Context() { viewer }: RequestContext,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<types.FlaggedPost>> {
    authorise(moderationPolicies.readFlags, viewer, undefined);
    const { accountId } = requireActor(viewer);
    const page = await this.queries.queue(accountId, { first: requirePageSize(first), after });
    return toConnection(page, { after, cursor: this.queries.cursorInQueue, node: types.toFlaggedPost });
  }
}

@Resolver()
export class FlagMutationsResolver {
  constructor(
    private readonly flags: Flags,
    private readonly queries: FlagQueries,
  ) {}

  @Mutation(() => types.FlagPayload, {
    description:
      'Reports a post of somebody else to those who moderate; once a person and post. BAD_USER_INPUT on `remark`; ' +
      'CONFLICT if the viewer has reported it before; RATE_LIMITED beyond 20 an hour.',
  })
  @Access(moderationPolicies.flag)
  async flagPost(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.FlagPostInput, description: 'The post and what is wrong with it.' })
    { postId, ...report }: types.FlagPostInput,
  ): Promise<types.FlagPayload> {
    const id = await this.flags.flag(context.viewer, requireId(postId, POST), report);
    const row = await this.queries.byId(id);
    if (!row) throw new NotFoundError('This report');
    return { flag: types.toFlag(row) };
  }

  @Mutation(() => types.ResolveFlagsPayload, {
    description:
      'Decides on all reports on a post that wait. By SUPERUSER and above, but nobody on their own posts or reports. ' +
      'CONFLICT with `decidedBy` and `verdict` if somebody was faster.',
  })
  @Access(moderationPolicies.readFlags)
  async resolveFlags(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.ResolveFlagsInput, description: 'The post and the decision.' })
    { postId, ...decision }: types.ResolveFlagsInput,
  ): Promise<types.ResolveFlagsPayload> {
    await this.flags.resolve(context.viewer, requireId(postId, POST), decision);
    return { postId };
  }
}

@Resolver(() => types.Flag)
@AccessAsParent()
export class FlagFieldsResolver {
  constructor(
    private readonly posts: PostLoader,
    private readonly accounts: AccountLoader,
  ) {}

  @ResolveField(() => Post, {
    nullable: true,
    description: 'Null where the viewer may not see it (any more).',
  })
  post(@Parent() { row }: types.Flag, @Context() context: RequestContext): Promise<Post | null> {
    return this.posts.load(context, row.postId);
  }

  @ResolveField(() => User, { nullable: true, description: 'Who made it; null once the account was erased.' })
  flagger(@Parent() { row }: types.Flag, @Context() context: RequestContext): Promise<User | null> {
    return this.accounts.load(context, row.flaggerId);
  }
}

@Resolver(() => types.FlaggedPost)
@AccessAsParent()
export class FlaggedPostFieldsResolver {
  constructor(
    private readonly posts: PostLoader,
    private readonly waiting: WaitingFlagsLoader,
  ) {}

  @ResolveField(() => Post, { nullable: true, description: 'The question or answer.' })
  post(@Parent() { row }: types.FlaggedPost, @Context() context: RequestContext): Promise<Post | null> {
    return this.posts.load(context, row.postId);
  }

  @ResolveField(() => [types.Flag], { description: 'The reports that wait, the oldest first.' })
  async flags(
    @Parent() { row }: types.FlaggedPost,
    @Context() context: RequestContext,
  ): Promise<types.Flag[]> {
    return (await this.waiting.load(context, row.postId)).map(types.toFlag);
  }

  @ResolveField(() => Boolean, {
    description: 'False where the viewer wrote the post or made one of the reports.',
  })
  async viewerCanResolve(
    @Parent() { row }: types.FlaggedPost,
    @Context() context: RequestContext,
  ): Promise<boolean> {
    const post = await this.posts.load(context, row.postId);
    const flaggers = row.isOwn ? [requireActor(context.viewer).accountId] : [];
    const authorId = post?.row.authorId ?? null;
    return permits(moderationPolicies.resolveFlags, context.viewer, { authorId, flaggers });
  }
}
