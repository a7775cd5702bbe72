import { Injectable } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { Answer, PostLoader } from '#libs/forum';
import { NotFoundError, authorise, permits, requireActor, requireId } from '#libs/kernel';
import { Access, AccessAsParent, NodeSources, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { reputationPolicies } from '../application/policies.js';
import { RatingReview } from '../application/rating-review.js';
import { RatingQueries } from '../persistence/rating.queries.js';
import * as types from './given-rating.types.js';

@Resolver()
export class RatingReviewResolver {
  constructor(
    private readonly review: RatingReview,
    private readonly ratings: RatingQueries,
  ) {}

  @Query(() => types.GivenRatingConnection, {
    description:
      'For MODERATOR and above: ratings of helpers with who gave them, to find abusive ones. Without those of the viewer: ' +
      'nobody learns who rated them.',
  })
  @Access(reputationPolicies.reviewRatings)
  async givenRatings(
    @Context() { viewer }: RequestContext,
    @Args() { first, after = null, orderBy, onlyRemarks, onlyVoid, raterId }: types.GivenRatingsArgs,
  ): Promise<Connection<types.GivenRating>> {
    authorise(reputationPolicies.reviewRatings, viewer, undefined);
    const order = orderBy ?? 'NEWEST';
    const filter = {
      order,
      except: requireActor(viewer).accountId,
      raterId: raterId == null ? null : requireId(raterId, 'account'),
      onlyRemarks: onlyRemarks ?? false,
      onlyVoid: onlyVoid ?? false,
    };
    const page = await this.ratings.givenPage(filter, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => this.ratings.givenCursor(order, row),
      node: types.toGivenRating,
    });
  }

  @Mutation(() => types.GivenRatingPayload, {
    description:
      'For MODERATOR and above: takes an abusive rating out of everything that is counted or shown, on record. FORBIDDEN ' +
      'for one that the viewer gave, NOT_FOUND for one of themselves; CONFLICT if it is void already.',
  })
  @Access(reputationPolicies.reviewRatings)
  async voidRating(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.VoidRatingInput, description: 'The rating, and why.' })
    { ratingId, reason }: types.VoidRatingInput,
  ): Promise<types.GivenRatingPayload> {
    const id = requireId(ratingId, 'helperRating');
    await this.review.void(context.viewer, id, reason);
    return this.payload(context, id);
  }

  @Mutation(() => types.GivenRatingPayload, {
    description:
      'For MODERATOR and above: lets a void rating count again as it was given, on record. Refused like ' +
      '`voidRating`; CONFLICT if it is not void.',
  })
  @Access(reputationPolicies.reviewRatings)
  async restoreRating(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.RestoreRatingInput, description: 'The rating, and why.' })
    { ratingId, reason }: types.RestoreRatingInput,
  ): Promise<types.GivenRatingPayload> {
    const id = requireId(ratingId, 'helperRating');
    await this.review.restore(context.viewer, id, reason);
    return this.payload(context, id);
  }

  private async payload(context: RequestContext, id: number): Promise<types.GivenRatingPayload> {
    // It has changed what the helper shows.
    context.loaders.clear();
    const row = await this.ratings.given(id);
    if (!row) throw new NotFoundError('This rating');
    return { rating: types.toGivenRating(row) };
  }
}

@Resolver(() => types.GivenRating)
@AccessAsParent()
export class GivenRatingFieldsResolver {
  constructor(
    private readonly accounts: AccountLoader,
    private readonly posts: PostLoader,
    private readonly review: RatingReview,
  ) {}

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who gave it; null once their account was erased.',
  })
  rater(@Parent() { row }: types.GivenRating, @Context() context: RequestContext): Promise<User | null> {
    return this.accounts.load(context, row.raterId);
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who got it; null once their account was erased.',
  })
  helper(@Parent() { row }: types.GivenRating, @Context() context: RequestContext): Promise<User | null> {
    return this.accounts.load(context, row.helperId);
  }

  @ResolveField(() => Answer, {
    nullable: true,
    description: 'For what; null where the viewer may not see it.',
  })
  answer(@Parent() { row }: types.GivenRating, @Context() context: RequestContext): Promise<Answer | null> {
    return this.posts.answer(context, row.answerId);
  }

  @ResolveField(() => String, {
    description: 'What the record of moderation calls it: `account.rating-voided` says so in its details.',
  })
  reference(@Parent() { row }: types.GivenRating): Promise<string> {
    return this.review.referenceOf(row.answerId);
  }

  @ResolveField(() => types.RatingVoid, { nullable: true, description: 'Null unless it counts nowhere.' })
  voided(@Parent() { row }: types.GivenRating): types.RatingVoid | null {
    const { voidedAt, voidedBy, voidReason } = row;
    if (voidedAt === null || voidedBy === null || voidReason === null) return null;
    return { byId: voidedBy, at: voidedAt, reason: voidReason };
  }

  @ResolveField(() => Boolean, { description: 'Make it void, or let it count again: not one’s own.' })
  viewerCanDecide(@Parent() { row }: types.GivenRating, @Context() { viewer }: RequestContext): boolean {
    return permits(reputationPolicies.decideOnRating, viewer, row);
  }
}

@Resolver(() => types.RatingVoid)
@AccessAsParent()
export class RatingVoidFieldsResolver {
  constructor(private readonly accounts: AccountLoader) {}

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who decided; null once their account was erased.',
  })
  by(@Parent() { byId }: types.RatingVoid, @Context() context: RequestContext): Promise<User | null> {
    return this.accounts.load(context, byId);
  }
}

/** Ratings are found by their global id by those who review them; to the helper they are not there. */
@Injectable()
export class GivenRatingNodes {
  constructor(sources: NodeSources, ratings: RatingQueries) {
    sources.register('helperRating', async (id, { viewer }) => {
      if (!permits(reputationPolicies.reviewRatings, viewer, undefined)) return null;
      const row = await ratings.given(id);
      return row && row.helperId !== viewer.accountId ? types.toGivenRating(row) : null;
    });
  }
}
