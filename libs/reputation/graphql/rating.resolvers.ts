import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { Answer, AnswerPayload, ForumPayloads, PostPermissions, TagByNameLoader } from '#libs/forum';
import { permits, requireId } from '#libs/kernel';
import { Access, AccessAsParent, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { HelperRatings } from '../application/helper-ratings.js';
import { reputationPolicies } from '../application/policies.js';
import { RuleSets } from '../application/rule-sets.js';
import { RATING_MARKS, bayesianAverage, hidesRaters } from '../domain/helper-rating.js';
import { RatingQueries } from '../persistence/rating.queries.js';
import { OwnRatingLoader, RatingSummaryLoader } from './rating.loaders.js';
import * as types from './rating.types.js';

@Resolver()
export class RatingMutationsResolver {
  constructor(
    private readonly ratings: HelperRatings,
    private readonly payloads: ForumPayloads,
  ) {}

  @Mutation(() => AnswerPayload, {
    description:
      'By the asker, about whoever wrote the answer: FORBIDDEN for everybody else and for one’s own ' +
      'answer. Once per answer; rating again replaces the rating. CONFLICT if whoever wrote it has left, and once ' +
      'moderators have made the rating void.',
  })
  @Access(reputationPolicies.rateHelper)
  async rateHelper(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.RateHelperInput,
      description: 'The answer, the stars and what there is to say.',
    })
    input: types.RateHelperInput,
  ): Promise<AnswerPayload> {
    const answerId = requireId(input.answerId, 'answer');
    await this.ratings.rate(context.viewer, answerId, input);
    return this.payloads.answer(context, answerId);
  }

  @Mutation(() => AnswerPayload, {
    description:
      'By the asker, who would rather not rate whoever wrote the answer and is not asked again. They still can.',
  })
  @Access(reputationPolicies.rateHelper)
  async dismissRatingRequest(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.DismissRatingRequestInput, description: 'The answer.' })
    input: types.DismissRatingRequestInput,
  ): Promise<AnswerPayload> {
    const answerId = requireId(input.answerId, 'answer');
    await this.ratings.dismiss(context.viewer, answerId);
    return this.payloads.answer(context, answerId);
  }
}

@Resolver(() => Answer)
export class AnswerRatingResolver {
  constructor(private readonly ratings: OwnRatingLoader) {}

  @ResolveField(() => types.HelperStars, {
    nullable: true,
    description: 'How the viewer, as the asker, rated whoever wrote this.',
  })
  @Access(reputationPolicies.readRating)
  async viewerRating(
    { row }: Answer,
    _args: unknown,
    context: RequestContext,
  ): Promise<types.HelperStars | null> {
    // Only the asker can have rated, so nobody else's page needs to look.
    if (context.viewer.accountId === null || context.viewer.accountId !== row.askerId) return null;
    const rating = (await this.ratings.load(context, row.id))?.rating;
    return rating && permits(reputationPolicies.readRating, context.viewer, rating) ? rating : null;
  }

  @ResolveField(() => Boolean, {
    description:
      'The viewer accepted this answer, or said that it solved it too, and might rate whoever wrote it: neither rated ' +
      'nor dismissed so far.',
  })
  @Access(reputationPolicies.readRating)
  async viewerIsAskedToRate({ row }: Answer, _args: unknown, context: RequestContext): Promise<boolean> {
    const hasHelped = row.acceptedAt !== null || row.alsoSolvedAt !== null;
    if (!hasHelped || !isRatable(row) || !permits(reputationPolicies.rateHelper, context.viewer, row)) {
      return false;
    }
    const own = await this.ratings.load(context, row.id);
    return own !== null && own.rating === null && !own.isDismissed;
  }
}

@Resolver(() => PostPermissions)
@AccessAsParent()
export class RatingPermissionResolver {
  @ResolveField(() => Boolean, { description: 'Answers only: rate whoever wrote it.' })
  rateHelper({ row }: PostPermissions, _args: unknown, { viewer }: RequestContext): boolean {
    return row.kind === 'answer' && isRatable(row) && permits(reputationPolicies.rateHelper, viewer, row);
  }
}

function isRatable(row: Answer['row']): boolean {
  return row.authorId !== null && !row.isDeleted && !row.isQuestionDeleted;
}

/** What ratings say of a person. */
@Resolver(() => User)
@AccessAsParent()
export class PersonRatingResolver {
  constructor(
    private readonly ruleSets: RuleSets,
    private readonly ratings: RatingQueries,
    private readonly summaries: RatingSummaryLoader,
  ) {}

  @ResolveField(() => types.HelperRating, {
    description: 'How those whom the person answered rated their help.',
  })
  async helperRating(
    @Parent() { accountId, helperRatingSum: sum, helperRatingCount: count }: User,
  ): Promise<types.HelperRating> {
    const { priorMean, priorWeight, leastCount } = (await this.ruleSets.current()).rules.ratings;
    return {
      helperId: accountId,
      average: count === 0 ? null : sum / count,
      count,
      bayesian: bayesianAverage({ sum, count }, { priorMean, priorWeight, leastCount }),
      prior: { mean: priorMean, weight: priorWeight },
      leastCount,
      isSettled: count >= leastCount,
    };
  }

  @ResolveField(() => types.RatingRemarkConnection, {
    nullable: true,
    description:
      'Private remarks of those whom the person helped, for oneself; null for everybody else. They are passed on ' +
      'once a day, in lots of several people, and only once there are as many ratings as `HelperRating.leastCount`. ' +
      'The latest month first, within a month in no order.',
  })
  @Access(reputationPolicies.readRemarks)
  async ratingRemarks(
    @Parent() person: User,
    @Context() context: RequestContext,
    @Args() { first, after = null }: PageArgs,
  ): Promise<Connection<types.RatingRemark> | null> {
    if (!permits(reputationPolicies.readRemarks, context.viewer, person)) return null;
    const size = requirePageSize(first);
    const [summary, { rules }] = await Promise.all([
      this.summaries.load(context, person.accountId),
      this.ruleSets.current(),
    ]);
    const page =
      summary && hidesRaters(summary, rules.ratings)
        ? await this.ratings.remarks(person.accountId, { first: size, after })
        : { rows: [], hasNextPage: false };
    return toConnection(page, {
      after,
      cursor: (row) => this.ratings.remarkCursor(row),
      node: ({ text, month }) => ({ text, month }),
    });
  }
}

/** What changes once a day only, so that no change of it tells who rated. */
@Resolver(() => types.HelperRating)
@AccessAsParent()
export class HelperRatingFieldsResolver {
  constructor(
    private readonly ruleSets: RuleSets,
    private readonly summaries: RatingSummaryLoader,
    private readonly tags: TagByNameLoader,
  ) {}

  @ResolveField(() => [types.RatingMarkShare], {
    description:
      'What those who rated said besides stars. Brought up to date once a day; without marks that fewer than ' +
      '`leastCount` people gave.',
  })
  async marks(
    @Parent() { helperId }: types.HelperRating,
    @Context() context: RequestContext,
  ): Promise<types.RatingMarkShare[]> {
    const [summary, { rules }] = await Promise.all([
      this.summaries.load(context, helperId),
      this.ruleSets.current(),
    ]);
    if (!summary) return [];
    return RATING_MARKS.flatMap((name) => {
      const { said, yes } = summary.marks[name];
      if (said < Math.max(rules.ratings.leastCount, 1)) return [];
      return { mark: types.RatingMarkEnum[toMarkName(name)], share: yes / said, count: said };
    });
  }

  @ResolveField(() => [types.TopicRating], {
    description:
      'By the tags of the questions, those with most ratings first, ten at most. Brought up to date once a day; ' +
      'without tags that have fewer than `leastCount` ratings.',
  })
  async byTopic(
    @Parent() { helperId }: types.HelperRating,
    @Context() context: RequestContext,
  ): Promise<types.TopicRating[]> {
    const [summary, { rules }] = await Promise.all([
      this.summaries.load(context, helperId),
      this.ruleSets.current(),
    ]);
    const topics = await Promise.all(
      (summary?.topics ?? []).map(async ({ tagName, count, sum }) => ({
        tag: await this.tags.load(context, tagName),
        bayesian: bayesianAverage({ sum, count }, rules.ratings),
        count,
      })),
    );
    return topics.filter(
      (topic): topic is types.TopicRating => topic.tag !== null && topic.bayesian !== null,
    );
  }
}

function toMarkName<Name extends string>(name: Name): Uppercase<Name> {
  return name.toUpperCase() as Uppercase<Name>;
}
