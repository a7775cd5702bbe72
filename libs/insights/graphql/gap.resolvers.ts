import { Injectable } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { PostLoader, Question } from '#libs/forum';
import { NotFoundError, authorise, encodeCursor, permits, requireId } from '#libs/kernel';
import { Article, ArticleLoader } from '#libs/knowledge';
import { Access, AccessAsParent, NodeSources, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { GapTasks } from '../application/gap-tasks.js';
import { insightsPolicies } from '../application/policies.js';
import { GapQueries } from '../persistence/gap.queries.js';
import {
  DismissGapInput,
  KnowledgeGap,
  KnowledgeGapConnection,
  KnowledgeGapExample,
  KnowledgeGapPayload,
  KnowledgeGapStep,
  KnowledgeGapsArgs,
  ReopenGapInput,
  ResolveGapInput,
  TakeGapInput,
  toGap,
} from './gap.types.js';
import { GapExamplesLoader, GapStepsLoader } from './insights.loaders.js';

@Resolver()
export class GapQueriesResolver {
  constructor(private readonly gaps: GapQueries) {}

  @Query(() => KnowledgeGapConnection, {
    description: 'For STAFF and ADMIN: what people look for in vain, the most needed first.',
  })
  @Access(insightsPolicies.read)
  async knowledgeGaps(
    @Context() { viewer }: RequestContext,
    @Args() { first, after, states }: KnowledgeGapsArgs,
  ): Promise<Connection<KnowledgeGap>> {
    authorise(insightsPolicies.read, viewer, undefined);
    const page = await this.gaps.page(states ?? ['OPEN', 'TAKEN'], { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('gaps', [row.needs, row.gapId]),
      node: toGap,
    });
  }
}

@Resolver()
export class GapMutationsResolver {
  constructor(
    private readonly tasks: GapTasks,
    private readonly gaps: GapQueries,
  ) {}

  @Mutation(() => KnowledgeGapPayload, {
    description:
      'For STAFF and ADMIN: makes it the viewer’s task. CONFLICT names the `assignee` who has taken it, ' +
      'unless `force`.',
  })
  @Access(insightsPolicies.work)
  async takeGap(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => TakeGapInput, description: 'The gap.' }) { gapId, force }: TakeGapInput,
  ): Promise<KnowledgeGapPayload> {
    const id = requireId(gapId, 'knowledgeGap');
    await this.tasks.take(viewer, id, { force: force ?? false });
    return this.payload(id);
  }

  @Mutation(() => KnowledgeGapPayload, {
    description:
      'For STAFF and ADMIN: says which article answers it. From now on, or once it is published, the article shows what it deflected.',
  })
  @Access(insightsPolicies.work)
  async resolveGap(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => ResolveGapInput, description: 'The gap and its article.' })
    { gapId, articleId }: ResolveGapInput,
  ): Promise<KnowledgeGapPayload> {
    const id = requireId(gapId, 'knowledgeGap');
    await this.tasks.resolve(viewer, id, requireId(articleId, 'article'));
    return this.payload(id);
  }

  @Mutation(() => KnowledgeGapPayload, { description: 'For STAFF and ADMIN: closes it without an article.' })
  @Access(insightsPolicies.work)
  async dismissGap(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => DismissGapInput, description: 'The gap and the reason.' })
    { gapId, reason }: DismissGapInput,
  ): Promise<KnowledgeGapPayload> {
    const id = requireId(gapId, 'knowledgeGap');
    await this.tasks.dismiss(viewer, id, reason);
    return this.payload(id);
  }

  @Mutation(() => KnowledgeGapPayload, {
    description:
      'For STAFF and ADMIN. Opens it for everybody again: gives a task back, or undoes how it was closed.',
  })
  @Access(insightsPolicies.work)
  async reopenGap(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => ReopenGapInput, description: 'The gap.' }) { gapId }: ReopenGapInput,
  ): Promise<KnowledgeGapPayload> {
    const id = requireId(gapId, 'knowledgeGap');
    await this.tasks.reopen(viewer, id);
    return this.payload(id);
  }

  private async payload(gapId: number): Promise<KnowledgeGapPayload> {
    const row = await this.gaps.byId(gapId);
    // The hourly count may have found that nobody needs an open one any more.
    if (!row) throw new NotFoundError('This gap');
    return { gap: toGap(row) };
  }
}

@Resolver(() => KnowledgeGap)
@AccessAsParent()
export class GapFieldsResolver {
  constructor(
    private readonly examplesOf: GapExamplesLoader,
    private readonly stepsOf: GapStepsLoader,
    private readonly accounts: AccountLoader,
    private readonly articles: ArticleLoader,
  ) {}

  @ResolveField(() => [KnowledgeGapExample], { description: 'Up to 8, the most frequent first.' })
  async examples(
    @Parent() { row }: KnowledgeGap,
    @Context() context: RequestContext,
  ): Promise<KnowledgeGapExample[]> {
    const examples = await this.examplesOf.load(context, row.gapId);
    return examples.map((example) => ({ ...example, row: example }));
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who works on it; null if nobody does, and once their account was erased.',
  })
  async assignee(@Parent() { row }: KnowledgeGap, @Context() context: RequestContext): Promise<User | null> {
    return row.assigneeId === null ? null : ((await this.accounts.load(context, row.assigneeId)) ?? null);
  }

  @ResolveField(() => [KnowledgeGapStep], { description: 'What became of it, in the order of time.' })
  async history(
    @Parent() { row }: KnowledgeGap,
    @Context() context: RequestContext,
  ): Promise<KnowledgeGapStep[]> {
    return (await this.stepsOf.load(context, row.gapId)).map((step) => ({ ...step, row: step }));
  }

  @ResolveField(() => Article, {
    nullable: true,
    description:
      'The article that answers it; of one that is TAKEN the one that is being written, of one that is missed again the one that was not enough.',
  })
  article(
    @Parent() { row }: KnowledgeGap,
    @Context() context: RequestContext,
  ): Promise<Article | null> | null {
    return row.articleId === null ? null : this.articles.load(context, row.articleId);
  }
}

@Resolver(() => KnowledgeGapExample)
@AccessAsParent()
export class GapExampleFieldsResolver {
  constructor(private readonly posts: PostLoader) {}

  @ResolveField(() => Question, {
    nullable: true,
    description: 'The question that was asked, where it is one.',
  })
  question(
    @Parent() { row }: KnowledgeGapExample,
    @Context() context: RequestContext,
  ): Promise<Question | null> | null {
    return row.questionId === null ? null : this.posts.question(context, row.questionId);
  }
}

@Resolver(() => KnowledgeGapStep)
@AccessAsParent()
export class GapStepFieldsResolver {
  constructor(
    private readonly accounts: AccountLoader,
    private readonly articles: ArticleLoader,
  ) {}

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who did it; null where the site did, or the account was erased.',
  })
  async by(@Parent() { row }: KnowledgeGapStep, @Context() context: RequestContext): Promise<User | null> {
    return row.accountId === null ? null : this.accounts.load(context, row.accountId);
  }

  @ResolveField(() => Article, { nullable: true, description: 'The article that was begun, or answered it.' })
  async article(
    @Parent() { row }: KnowledgeGapStep,
    @Context() context: RequestContext,
  ): Promise<Article | null> {
    return row.articleId === null ? null : this.articles.load(context, row.articleId);
  }
}

/** How gaps are found by their global id; they are for curators. */
@Injectable()
export class GapNodes {
  constructor(sources: NodeSources, gaps: GapQueries) {
    sources.register('knowledgeGap', async (id, { viewer }) => {
      if (!permits(insightsPolicies.read, viewer, undefined)) return null;
      const row = await gaps.byId(id);
      return row ? toGap(row) : null;
    });
  }
}
