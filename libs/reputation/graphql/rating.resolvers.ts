import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Answer, AnswerPayload, ForumPayloads, PostPermissions } from '#libs/forum';
import { permits, requireId } from '#libs/kernel';
import { Access, AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { HelperRatings } from '../application/helper-ratings.js';
import { reputationPolicies } from '../application/policies.js';
import { RatingLoader } from './reputation.loaders.js';
import { HelperStars, RateHelperInput } from './reputation.types.js';

@Resolver()
export class RatingMutationsResolver {
  constructor(
    private readonly ratings: HelperRatings,
    private readonly payloads: ForumPayloads,
  ) {}

  @Mutation(() => AnswerPayload, {
    description:
      'By the asker, about whoever wrote the answer: FORBIDDEN for everybody else and for one’s own ' +
      'answer. Once per answer; rating again replaces the rating. CONFLICT if whoever wrote it has left.',
  })
  @Access(reputationPolicies.rateHelper)
  async rateHelper(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => RateHelperInput,
      description: 'The answer, the stars and what there is to say.',
    })
    input: RateHelperInput,
  ): Promise<AnswerPayload> {
    const answerId = requireId(input.answerId, 'answer');
    await this.ratings.rate(context.viewer, answerId, input);
    return this.payloads.answer(context, answerId);
  }
}

@Resolver(() => Answer)
export class AnswerRatingResolver {
  constructor(private readonly ratings: RatingLoader) {}

  @ResolveField(() => HelperStars, {
    nullable: true,
    description: 'How the viewer, as the asker, rated whoever wrote this.',
  })
  @Access(reputationPolicies.readRating)
  async viewerRating({ row }: Answer, _args: unknown, context: RequestContext): Promise<HelperStars | null> {
    // Only the asker can have rated, so nobody else's page needs to look.
    if (context.viewer.accountId === null || context.viewer.accountId !== row.askerId) return null;
    const rating = await this.ratings.load(context, row.id);
    return rating && permits(reputationPolicies.readRating, context.viewer, rating) ? rating : null;
  }
}

@Resolver(() => PostPermissions)
@AccessAsParent()
export class RatingPermissionResolver {
  @ResolveField(() => Boolean, { description: 'Answers only: rate whoever wrote it.' })
  rateHelper({ row }: PostPermissions, _args: unknown, { viewer }: RequestContext): boolean {
    const isRatable =
      row.kind === 'answer' && row.authorId !== null && !row.isDeleted && !row.isQuestionDeleted;
    return isRatable && permits(reputationPolicies.rateHelper, viewer, row);
  }
}
