import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { PostLoader, diffLines } from '#libs/forum';
import { authorise } from '#libs/kernel';
import { Access, AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { knowledgePolicies } from '../application/policies.js';
import type { ReviewState } from '../domain/review.js';
import type { SourceTextRow } from '../persistence/source.queries.js';
import { Article } from './article.types.js';
import { ReviewsLoader, ScheduleLoader, SourceTextsLoader } from './life.loaders.js';
import {
  ArticleReview,
  ArticleSchedule,
  ArticleSource,
  ReviewStateEnum,
  toReview,
  toSchedule,
} from './life.types.js';

/** Where an article stands between its answers and its readers. */
@Resolver(() => Article)
@AccessAsParent()
export class ArticleLifeResolver {
  constructor(
    private readonly posts: PostLoader,
    private readonly sourceTexts: SourceTextsLoader,
    private readonly reviewsOf: ReviewsLoader,
    private readonly schedules: ScheduleLoader,
  ) {}

  @ResolveField(() => [ArticleSource], {
    description: 'The answers it was made of, without those that are not for the viewer to see.',
  })
  async sources(@Parent() { row }: Article, @Context() context: RequestContext): Promise<ArticleSource[]> {
    const rows = await this.sourceTexts.load(context, row.articleId);
    const sources = await Promise.all(rows.map((source) => this.toSource(source, context)));
    return sources.filter((source) => source !== null);
  }

  @ResolveField(() => ReviewStateEnum, { description: 'For STAFF and ADMIN: of the newest version.' })
  @Access(knowledgePolicies.curate)
  async reviewState(@Parent() { row }: Article, @Context() context: RequestContext): Promise<ReviewState> {
    authorise(knowledgePolicies.curate, context.viewer, undefined);
    const [newest] = await this.reviewsOf.load(context, row.articleId);
    return newest?.version === row.latestVersion ? newest.state : 'NONE';
  }

  @ResolveField(() => [ArticleReview], {
    description: 'For STAFF and ADMIN: of all versions that were reviewed, the newest first.',
  })
  @Access(knowledgePolicies.curate)
  async reviews(@Parent() { row }: Article, @Context() context: RequestContext): Promise<ArticleReview[]> {
    authorise(knowledgePolicies.curate, context.viewer, undefined);
    return (await this.reviewsOf.load(context, row.articleId)).map(toReview);
  }

  @ResolveField(() => ArticleSchedule, {
    nullable: true,
    description:
      'For STAFF and ADMIN: when the newest version is to become public; null unless somebody has set a ' +
      'time.',
  })
  @Access(knowledgePolicies.curate)
  async schedule(
    @Parent() { row }: Article,
    @Context() context: RequestContext,
  ): Promise<ArticleSchedule | null> {
    authorise(knowledgePolicies.curate, context.viewer, undefined);
    const schedule = await this.schedules.load(context, row.articleId);
    return schedule && toSchedule(schedule);
  }

  private async toSource(row: SourceTextRow, context: RequestContext): Promise<ArticleSource | null> {
    const [answer, question] = await Promise.all([
      this.posts.answer(context, row.answerId),
      this.posts.question(context, row.questionId),
    ]);
    if (!answer || !question) return null;
    const { pinnedRevision, pinnedBody, currentRevision, currentBody } = row;
    return {
      answer,
      question,
      pinnedRevision,
      pinnedBody,
      currentRevision,
      currentBody,
      hasDrifted: pinnedRevision !== currentRevision,
      diff: diffLines(pinnedBody, currentBody),
    };
  }
}

@Resolver(() => ArticleReview)
@AccessAsParent()
export class ReviewFieldsResolver {
  constructor(private readonly accounts: AccountLoader) {}

  @ResolveField(() => User, { nullable: true, description: 'Null: the site itself, or an erased account.' })
  requestedBy(
    @Parent() { row }: ArticleReview,
    @Context() context: RequestContext,
  ): Promise<User | null> | null {
    return row.requestedBy === null ? null : this.accounts.load(context, row.requestedBy);
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'The reviewer; null while nobody has decided, and once their account was erased.',
  })
  decidedBy(
    @Parent() { row }: ArticleReview,
    @Context() context: RequestContext,
  ): Promise<User | null> | null {
    return row.decidedBy === null ? null : this.accounts.load(context, row.decidedBy);
  }
}

@Resolver(() => ArticleSchedule)
@AccessAsParent()
export class ScheduleFieldsResolver {
  constructor(private readonly accounts: AccountLoader) {}

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who set the time and in whose name it is published; null once their account was erased.',
  })
  scheduledBy(@Parent() { row }: ArticleSchedule, @Context() context: RequestContext): Promise<User | null> {
    return this.accounts.load(context, row.scheduledBy);
  }
}
