import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError, NotFoundError, UserInputError, authorise } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';
import { Database, DomainEvents, SiteSecret } from '#libs/platform';
import { RatingRestored, RatingVoided } from '../domain/rating-events.js';
import { RatingPublicationStore } from '../persistence/rating-publication.store.js';
import { RatingStore } from '../persistence/rating.store.js';
import type { RatingState } from '../persistence/rating.store.js';
import { reputationPolicies } from './policies.js';

const REASON_MAX = 500;

/** Abusive ratings are made void, and can be made good again; each act is on record. */
@Injectable()
export class RatingReview {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly ratings: RatingStore,
    private readonly publication: RatingPublicationStore,
    private readonly secret: SiteSecret,
    private readonly events: DomainEvents,
  ) {}

  /**
   * Takes a rating out of everything that is counted or shown. Nobody decides about a rating of their own, given or got.
   * @param ratingId the number of the rated answer
   * @throws UserInputError on `reason`; NotFoundError also for a rating of oneself; ConflictError if it is void already
   */
  void(viewer: Viewer, ratingId: number, reason: string): Promise<void> {
    return this.decide(viewer, ratingId, reason, async (rating, actor, why) => {
      if (rating.isVoid) throw new ConflictError('This rating is void already.');
      await this.ratings.void(ratingId, actor.accountId, why);
      await this.ratings.count(rating.helperId, { stars: -rating.stars, ratings: -1 });
      const reference = await this.referenceOf(ratingId);
      await this.events.publish(new RatingVoided(rating.helperId, reference, actor, why));
    });
  }

  /**
   * Lets a void rating count again, as it was given.
   * @throws UserInputError on `reason`; NotFoundError also for a rating of oneself; ConflictError if it is not void
   */
  restore(viewer: Viewer, ratingId: number, reason: string): Promise<void> {
    return this.decide(viewer, ratingId, reason, async (rating, actor, why) => {
      if (!rating.isVoid) throw new ConflictError('This rating is not void (any more).');
      await this.ratings.restore(ratingId);
      await this.ratings.count(rating.helperId, { stars: rating.stars, ratings: 1 });
      const reference = await this.referenceOf(ratingId);
      await this.events.publish(new RatingRestored(rating.helperId, reference, actor, why));
    });
  }

  /**
   * How the record and the desk name a rating. Those who moderate are helpers too, and may read the record: they must not
   * learn from it which of their answers somebody rated.
   */
  async referenceOf(ratingId: number): Promise<string> {
    return (await this.secret.digest('rating-reference', String(ratingId))).toString('hex').slice(0, 10);
  }

  private async decide(
    viewer: Viewer,
    ratingId: number,
    reason: string,
    act: (rating: RatingState, actor: Actor, reason: string) => Promise<void>,
  ): Promise<void> {
    const why = checkedReason(reason);
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(reputationPolicies.reviewRatings, actor, undefined);
      const helperId = (await this.ratings.find(ratingId))?.helperId;
      // Saying "forbidden" about a rating of oneself would say that there is one.
      if (helperId === undefined || helperId === actor.accountId) throw new NotFoundError('This rating');
      await this.ratings.lockHelper(helperId);
      const rating = await this.ratings.find(ratingId);
      if (!rating) throw new NotFoundError('This rating');
      authorise(reputationPolicies.decideOnRating, actor, rating);
      await act(rating, actor, why);
      await this.publication.summarise(helperId);
    });
  }
}

function checkedReason(reason: string): string {
  const checked = normaliseText(reason).trim();
  if (checked === '') throw UserInputError.field('reason', 'Please say why.');
  if ([...checked].length > REASON_MAX) {
    throw UserInputError.field('reason', `A reason takes ${REASON_MAX} characters at most.`);
  }
  return checked;
}
