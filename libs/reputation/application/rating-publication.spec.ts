import type { Actor } from '#libs/kernel';
import { HelperRated } from '../domain/rating-events.js';
import { RatingQueries } from '../persistence/rating.queries.js';
import { RatingRoom } from '../testing/rating-room.js';

describe('what helpers get to see of ratings, and when', () => {
  let room: RatingRoom;
  let queries: RatingQueries;
  let helper: Actor;
  beforeAll(async () => {
    room = await RatingRoom.open();
    queries = new RatingQueries(room.db.database);
  });
  afterAll(() => room.close());
  beforeEach(async () => {
    helper = await room.make.member();
  });

  const remarks = async (): Promise<string[]> => {
    const { rows } = await queries.remarks(helper.accountId, { first: 100, after: null });
    return rows.map(({ text }) => text);
  };

  it('nothing changes on the day of the rating', async () => {
    await room.ratedBy(6, helper, { stars: 5, comment: 'Thank you!' });
    await room.desk.publication.publish();
    expect(await room.summary(helper)).toBeUndefined();
    expect(await remarks()).toEqual([]);
    expect(room.eventsOf(helper)).toEqual([]);
  });

  it('on the next day they see all of it at once, and are told once', async () => {
    await room.ratedBy(5, helper, { stars: 5, solved: true, comment: 'Thank you!' });
    await room.nextDay();
    await room.desk.publication.publish();
    expect(await room.summary(helper)).toEqual({ count: 5, sum: 25, raters: 5, solvedYes: 5 });
    expect(await remarks()).toHaveLength(5);
    expect(room.eventsOf(helper)).toEqual([
      new HelperRated(helper.accountId, new Date().toISOString().slice(0, 10)),
    ]);
  });

  it('a single new rating waits for two others: alone, it would tell whose it is', async () => {
    await room.ratedBy(5, helper, { stars: 5 });
    await room.nextDay();
    await room.rated(helper, { stars: 1, solved: false, comment: 'You were rude to me.' });
    await room.nextDay();
    expect(await room.summary(helper)).toMatchObject({ count: 5, sum: 25 });
    expect(await remarks()).toEqual([]);

    await room.ratedBy(2, helper, { stars: 5, solved: true });
    await room.nextDay();
    expect(await room.summary(helper)).toMatchObject({ count: 8, sum: 36 });
    expect(await remarks()).toEqual(['You were rude to me.']);
  });

  it('three ratings of one person are as good as one', async () => {
    await room.ratedBy(5, helper, { stars: 5 });
    await room.nextDay();
    const asker = await room.make.member();
    for (const stars of [1, 2, 1]) await room.rated(helper, { stars, comment: 'Hm.' }, { by: asker });
    await room.nextDay();
    expect(await room.summary(helper)).toMatchObject({ count: 5, sum: 25 });
  });

  it('after thirty days a rating need not wait any longer', async () => {
    await room.ratedBy(5, helper, { stars: 5 });
    await room.nextDay();
    await room.rated(helper, { stars: 3, comment: 'A word of advice.' });
    await room.nextDay(31);
    expect(await room.summary(helper)).toMatchObject({ count: 6, sum: 28 });
    expect(await remarks()).toEqual(['A word of advice.']);
  });

  it('a rating that is changed shows as it was until the change goes out with others', async () => {
    const asker = await room.make.member();
    const answer = await room.rated(helper, { stars: 5, comment: 'Perfect.' }, { by: asker });
    await room.ratedBy(4, helper, { stars: 5 });
    await room.nextDay();
    await room.desk.ratings.rate(asker, answer, { stars: 1, comment: 'It broke again.' });
    await room.nextDay();
    expect(await remarks()).toEqual(['Perfect.']);
    expect(await room.summary(helper)).toMatchObject({ sum: 25 });

    await room.ratedBy(2, helper, { stars: 5 });
    await room.nextDay();
    expect(await remarks()).toEqual(['It broke again.']);
    expect(await room.summary(helper)).toMatchObject({ count: 7, sum: 31 });
    expect(room.eventsOf(helper)).toHaveLength(2);
  });

  it('below five ratings, or from fewer than three people, they are not told of remarks', async () => {
    await room.ratedBy(4, helper, { stars: 4, comment: 'Nice.' });
    await room.nextDay();
    expect(room.eventsOf(helper)).toEqual([]);
    await room.ratedBy(3, helper, { stars: 4 });
    await room.nextDay();
    expect(room.eventsOf(helper)).toHaveLength(1);

    const other = await room.make.member();
    const [first, second] = [await room.make.member(), await room.make.member()];
    for (const by of [first, second, first, second, first, second]) {
      await room.rated(other, { stars: 4, comment: 'Nice.' }, { by });
    }
    await room.nextDay(31);
    expect(room.eventsOf(other)).toEqual([]);
  });

  it('remarks of a month stand in an order that is not that of the ratings', async () => {
    const said = Array.from({ length: 12 }, (_, nth) => `Remark ${String(nth).padStart(2, '0')}`);
    for (const comment of said) await room.rated(helper, { stars: 5, comment });
    await room.nextDay();
    const shown = await remarks();
    expect(shown.toSorted()).toEqual(said);
    expect(shown).not.toEqual(said);
    expect(shown).not.toEqual(said.toReversed());
  });

  it('remarks are read page by page without a gap', async () => {
    await room.ratedBy(7, helper, { stars: 5, comment: 'Same words.' });
    await room.nextDay();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await queries.remarks(helper.accountId, { first: 3, after });
      seen.push(...page.rows.map(({ place }) => place));
      after = page.hasNextPage ? queries.remarkCursor(page.rows.at(-1)!) : null;
    } while (after);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('what was written before helpers could read remarks stays unread', async () => {
    const [old] = await room.ratedBy(5, helper, { stars: 5, comment: 'Between us.' });
    await room.db.database.query(`update helper_rating set is_remark_shared = false where answer_id = $1`, [
      old,
    ]);
    await room.nextDay();
    expect(await remarks()).toHaveLength(4);
  });

  it('topics are counted by the tags of the questions', async () => {
    await room.ratedBy(3, helper, { stars: 5 }, ['valve', 'boiler']);
    await room.ratedBy(2, helper, { stars: 2 }, ['boiler']);
    await room.nextDay();
    const [summary] = await queries.summaries([helper.accountId], 1);
    expect(summary?.topics).toEqual([
      { tagName: 'boiler', count: 5, sum: 19 },
      { tagName: 'valve', count: 3, sum: 15 },
    ]);
    const [settled] = await queries.summaries([helper.accountId], 5);
    expect(settled?.topics.map(({ tagName }) => tagName)).toEqual(['boiler']);
  });

  it('adds up when a moderator decides while the day is published', async () => {
    const moderator = await room.make.member({ role: 'MODERATOR' });
    const answers = await room.ratedBy(6, helper, { stars: 5 });
    await room.desk.daysPass();
    await Promise.all([
      room.desk.publication.publish(),
      room.desk.publication.publish(),
      ...answers.slice(0, 3).map((answer) => room.desk.review.void(moderator, answer, 'Bought.')),
    ]);
    await room.desk.publication.publish();
    expect(await room.standing(helper)).toEqual({ sum: 15, count: 3 });
    expect(await room.summary(helper)).toMatchObject({ sum: 15, count: 3 });
  });
});
