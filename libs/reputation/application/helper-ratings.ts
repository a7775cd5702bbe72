import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { PostStore } from '#libs/forum';
import { ConflictError } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database } from '#libs/platform';
import { checkedStars } from '../domain/helper-rating.js';
import type { GivenStars } from '../domain/helper-rating.js';
import { RatingStore } from '../persistence/rating.store.js';
import { reputationPolicies } from './policies.js';

/** Ratings of the people behind answers, apart from votes on what they wrote. */
@Injectable()
export class HelperRatings {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly ratings: RatingStore,
  ) {}

  /**
   * The asker rates whoever wrote an answer, once per answer; rating again replaces all that was said. The rating stays
   * when the answer is deleted later: otherwise deleting would be how to get rid of it.
   * @throws UserInputError on `stars` or `comment`; NotFoundError for an answer that is deleted or hidden; ConflictError
   * if whoever wrote it has left, or moderators made the rating void
   */
  async rate(viewer: Viewer, answerId: number, given: GivenStars): Promise<void> {
    const checked = checkedStars(given);
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const answer = await this.posts.lockFor(reputationPolicies.rateHelper, answerId, actor, 'answer');
      const helperId = answer.authorId;
      if (helperId === null || !(await this.ratings.lockHelper(helperId))) {
        throw new ConflictError('Whoever wrote this answer has left.');
      }
      const earlier = await this.ratings.find(answerId);
      // Otherwise the same abuse would be back a minute later.
      if (earlier?.isVoid) {
        throw new ConflictError('Moderators made your rating void. Only they can let it count again.');
      }
      await this.ratings.put({ answerId, helperId, raterId: actor.accountId }, checked);
      const stars = checked.stars - (earlier?.stars ?? 0);
      await this.ratings.count(helperId, { stars, ratings: earlier ? 0 : 1 });
    });
  }

  /** The asker would rather not rate this helper, and is not asked again. They still can. */
  async dismiss(viewer: Viewer, answerId: number): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      await this.posts.lockFor(reputationPolicies.rateHelper, answerId, actor, 'answer');
      await this.ratings.dismiss(answerId);
    });
  }
}
