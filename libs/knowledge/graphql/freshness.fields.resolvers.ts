import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { AppliesTo, CatalogueReading, ProductVersion } from '#libs/catalogue';
import { Answer, PostLoader, Question, QuestionConnection } from '#libs/forum';
import { NotFoundError, authorise, encodeCursor, permits } from '#libs/kernel';
import { Access, AccessAsParent, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { knowledgePolicies } from '../application/policies.js';
import { groupOf } from '../domain/languages.js';
import { FreshnessQueries } from '../persistence/freshness.queries.js';
import { Article } from './article.types.js';
import { ArticleBeforeLoader, ArticleRangesLoader, StaleReasonsLoader } from './freshness.loaders.js';
import { AnswerToReview, StaleReason, toStaleReason } from './freshness.types.js';

/** Whether an article is still true, for whom, and who sees to it. */
@Resolver(() => Article)
@AccessAsParent()
export class ArticleFreshnessResolver {
  constructor(
    private readonly accounts: AccountLoader,
    private readonly catalogue: CatalogueReading,
    private readonly posts: PostLoader,
    private readonly reasons: StaleReasonsLoader,
    private readonly ranges: ArticleRangesLoader,
    private readonly freshness: FreshnessQueries,
  ) {}

  @ResolveField(() => User, {
    nullable: true,
    description: 'The curator who sees to it that it stays true; null if nobody does in particular.',
  })
  owner(@Parent() { row }: Article, @Context() context: RequestContext): Promise<User | null> | null {
    return row.ownerId === null ? null : this.accounts.load(context, row.ownerId);
  }

  @ResolveField(() => [AppliesTo], {
    description: 'The products, and their versions, that it applies to; none: whatever the reader uses.',
  })
  async appliesTo(@Parent() { row }: Article, @Context() context: RequestContext): Promise<AppliesTo[]> {
    const ranges = await this.ranges.load(context, groupOf(row));
    const things = await Promise.all(ranges.map((range) => this.catalogue.appliesTo(range)));
    return things.filter((thing) => thing !== null);
  }

  @ResolveField(() => [StaleReason], {
    description: 'Why it may not be true any more, the longest standing first; none unless it is STALE.',
  })
  async staleReasons(@Parent() { row }: Article, @Context() context: RequestContext): Promise<StaleReason[]> {
    if (row.status !== 'STALE') return [];
    return (await this.reasons.load(context, row.articleId)).map(toStaleReason);
  }

  @ResolveField(() => QuestionConnection, {
    description: 'For STAFF and ADMIN: what people asked after they had read it, the newest first.',
  })
  @Access(knowledgePolicies.curate)
  async questionsAfter(
    @Parent() { row }: Article,
    @Context() context: RequestContext,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<Question>> {
    authorise(knowledgePolicies.curate, context.viewer, undefined);
    const page = await this.freshness.questionsAfter(row.articleId, { first: requirePageSize(first), after });
    const found = await Promise.all(
      page.rows.map(async ({ questionId }) => ({
        questionId,
        question: await this.posts.question(context, questionId),
      })),
    );
    const rows = found.flatMap(({ questionId, question }) => (question ? [{ questionId, question }] : []));
    return toConnection(
      { ...page, rows },
      {
        after,
        cursor: ({ questionId }) => encodeCursor('questions-after', [questionId]),
        node: ({ question }) => question,
      },
    );
  }
}

@Resolver(() => StaleReason)
@AccessAsParent()
export class StaleReasonFieldsResolver {
  constructor(private readonly catalogue: CatalogueReading) {}

  @ResolveField(() => [ProductVersion], { description: 'VERSION: those that came out since; else none.' })
  async versions(@Parent() { detail }: StaleReason): Promise<ProductVersion[]> {
    const versions = await Promise.all((detail.versionIds ?? []).map((id) => this.catalogue.version(id)));
    return versions.filter((version) => version !== null);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'MANUAL, for STAFF and ADMIN: what is no longer true. Null for everybody else.',
  })
  remark(@Parent() { detail }: StaleReason, @Context() { viewer }: RequestContext): string | null {
    return permits(knowledgePolicies.curate, viewer, undefined) ? (detail.remark ?? null) : null;
  }
}

/** What the FAQ adds to a question. */
@Resolver(() => Question)
@AccessAsParent()
export class ArticleBeforeQuestionResolver {
  constructor(private readonly before: ArticleBeforeLoader) {}

  @ResolveField(() => Article, {
    nullable: true,
    description:
      'The FAQ article that the asker had read and that did not help, where the viewer may see it.',
  })
  askedAfter(@Parent() { row }: Question, @Context() context: RequestContext): Promise<Article | null> {
    return this.before.load(context, row.id);
  }
}

@Resolver(() => AnswerToReview)
@AccessAsParent()
export class AnswerToReviewFieldsResolver {
  constructor(
    private readonly posts: PostLoader,
    private readonly catalogue: CatalogueReading,
  ) {}

  @ResolveField(() => Answer, {
    description: 'What was written before that version; it may hold for it or not.',
  })
  async answer(@Parent() { row }: AnswerToReview, @Context() context: RequestContext): Promise<Answer> {
    const answer = await this.posts.answer(context, row.answerId);
    if (!answer) throw new NotFoundError('This answer');
    return answer;
  }

  @ResolveField(() => ProductVersion)
  version(@Parent() { row }: AnswerToReview): Promise<ProductVersion> {
    return this.catalogue.there(this.catalogue.version(row.versionId), 'This version');
  }
}
