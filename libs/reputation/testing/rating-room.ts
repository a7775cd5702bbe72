import type { Actor } from '#libs/kernel';
import { Builders, createTestDatabase, forumOn, ratingsOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import type { GivenStars } from '../domain/helper-rating.js';
import { HelperRated, RatingRestored, RatingVoided } from '../domain/rating-events.js';

/** A helper, and people who asked and rate, over a database of their own. */
export class RatingRoom {
  static async open(): Promise<RatingRoom> {
    return new RatingRoom(await createTestDatabase({ poolSize: 16 }));
  }

  readonly make: Builders;
  readonly forum: ReturnType<typeof forumOn>;
  readonly desk: ReturnType<typeof ratingsOn>;
  private readonly happened: (HelperRated | RatingVoided | RatingRestored)[] = [];

  private constructor(readonly db: TestDatabase) {
    this.make = new Builders(db.database);
    this.forum = forumOn(db.database);
    this.desk = ratingsOn(db.database, this.forum.events);
    const note = (told: HelperRated | RatingVoided | RatingRestored) => void this.happened.push(told);
    this.forum.events.on(HelperRated, note);
    this.forum.events.on(RatingVoided, note);
    this.forum.events.on(RatingRestored, note);
  }

  close(): Promise<void> {
    return this.db.drop();
  }

  /** Somebody asks, the helper answers, and the asker rates; gives the number of the answer. */
  async rated(
    helper: Actor,
    given: GivenStars,
    { by, tags = ['clock'] }: { by?: Actor; tags?: string[] } = {},
  ): Promise<number> {
    const asker = by ?? (await this.make.member());
    const question = await this.make.question({ author: asker, tags });
    const answer = await this.make.answer({ question, author: helper });
    await this.desk.ratings.rate(asker, answer, given);
    return answer;
  }

  /** Several people rate the helper alike; gives the numbers of the answers. */
  async ratedBy(people: number, helper: Actor, given: GivenStars, tags?: string[]): Promise<number[]> {
    const answers: number[] = [];
    for (let nth = 1; nth <= people; nth++) answers.push(await this.rated(helper, given, { tags }));
    return answers;
  }

  /** The next day comes, and what is published once a day is published. */
  async nextDay(days = 1): Promise<void> {
    await this.desk.daysPass(days);
    await this.desk.publication.publish();
  }

  /** What was published about ratings of this helper, the oldest first. */
  eventsOf({ accountId }: Actor): object[] {
    return this.happened.filter(({ helperId }) => helperId === accountId);
  }

  /** What the account counts, having made sure that it is what the ratings that are not void add up to. */
  async standing({ accountId }: Actor): Promise<{ sum: number; count: number }> {
    const shown = await this.db.database.one<{ sum: number; count: number }>(
      `select helper_rating_sum as sum, helper_rating_count as count from account where id = $1`,
      [accountId],
    );
    const rows = await this.db.database.one(
      `select coalesce(sum(stars), 0) as sum, count(*) as count from helper_rating
        where helper_id = $1 and voided_at is null`,
      [accountId],
    );
    expect(shown).toEqual(rows);
    return shown!;
  }

  /** What is published of a helper; without topics. */
  summary({ accountId }: Actor) {
    return this.db.database.one<{ count: number; sum: number; raters: number; solvedYes: number }>(
      `select count, sum, raters, solved_yes as "solvedYes" from rating_summary where helper_id = $1`,
      [accountId],
    );
  }
}
