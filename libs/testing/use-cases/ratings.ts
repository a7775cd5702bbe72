import { Accounts, Sessions } from '#libs/accounts';
import { PostStore } from '#libs/forum';
import { DomainEvents, SiteSecret } from '#libs/platform';
import type { Database } from '#libs/platform';
import {
  HelperRatings,
  RatingPublication,
  RatingPublicationStore,
  RatingReview,
  RatingStore,
  RuleSetStore,
  RuleSets,
} from '#libs/reputation';

/** Ratings of helpers over a database, wired as the application wires them, without Nest. */
export function ratingsOn(database: Database, events = new DomainEvents()) {
  const accounts = new Accounts(database, events, new Sessions(database));
  const store = new RatingStore(database);
  const published = new RatingPublicationStore(database);
  const secret = new SiteSecret(database);
  const ruleSets = new RuleSets(database, new RuleSetStore(database));
  return {
    events,
    ratings: new HelperRatings(database, accounts, new PostStore(database), store),
    review: new RatingReview(database, accounts, store, published, secret, events),
    publication: new RatingPublication(database, store, published, ruleSets, secret, events),
    /** As if all that was given so far had been given on an earlier day. */
    daysPass: async (days = 1): Promise<void> => {
      await database.query(
        `update helper_rating set updated_at = updated_at - make_interval(days => $1),
                created_at = created_at - make_interval(days => $1)
          where not exists (select from published_rating p
                             where p.answer_id = helper_rating.answer_id and p.rated_at = updated_at)`,
        [days],
      );
    },
  };
}
