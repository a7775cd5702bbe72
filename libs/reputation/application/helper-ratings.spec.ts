import { GUEST } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { Builders, createTestDatabase, forumOn, ratingsOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import type { HelperRatings } from './helper-ratings.js';
import type { RatingReview } from './rating-review.js';

describe('rating the person behind an answer', () => {
  let db: TestDatabase;
  let make: Builders;
  let ratings: HelperRatings;
  let review: RatingReview;
  let forum: ReturnType<typeof forumOn>;
  let asker: Actor;
  let helper: Actor;
  let question: number;
  let answer: number;
  beforeAll(async () => {
    db = await createTestDatabase({ poolSize: 16 });
    make = new Builders(db.database);
    forum = forumOn(db.database);
    ({ ratings, review } = ratingsOn(db.database, forum.events));
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    [asker, helper] = [await make.member(), await make.member()];
    question = await make.question({ author: asker });
    answer = await make.answer({ question, author: helper });
  });

  /** What the helper shows, having made sure that it is what the ratings add up to. */
  async function standing(): Promise<{ sum: number; count: number }> {
    const shown = await db.database.one<{ sum: number; count: number }>(
      `select helper_rating_sum as sum, helper_rating_count as count from account where id = $1`,
      [helper.accountId],
    );
    const rows = await db.database.one(
      `select coalesce(sum(stars), 0) as sum, count(*) as count from helper_rating
        where helper_id = $1 and voided_at is null`,
      [helper.accountId],
    );
    expect(shown).toEqual(rows);
    return shown!;
  }

  it('adds up over the answers of a helper', async () => {
    const second = await make.answer({ question, author: helper });
    await ratings.rate(asker, answer, { stars: 5, comment: 'Stayed until it worked.' });
    await ratings.rate(asker, second, { stars: 2 });
    expect(await standing()).toEqual({ sum: 7, count: 2 });
  });

  it('can be changed, and counts once', async () => {
    await ratings.rate(asker, answer, { stars: 5, comment: 'Great' });
    await ratings.rate(asker, answer, { stars: 1 });
    expect(await standing()).toEqual({ sum: 1, count: 1 });
    const row = await db.database.one(`select comment from helper_rating where answer_id = $1`, [answer]);
    expect(row).toEqual({ comment: null });
  });

  it('says yes or no to three things besides the stars, or leaves them open; rating again replaces all', async () => {
    const said = () =>
      db.database.one(
        `select stars, solved, clear, courteous, comment from helper_rating where answer_id = $1`,
        [answer],
      );
    await ratings.rate(asker, answer, { stars: 4, solved: true, courteous: false, comment: 'Short.' });
    expect(await said()).toEqual({
      stars: 4,
      solved: true,
      clear: null,
      courteous: false,
      comment: 'Short.',
    });
    await ratings.rate(asker, answer, { stars: 5, clear: true });
    expect(await said()).toEqual({ stars: 5, solved: null, clear: true, courteous: null, comment: null });
  });

  it('counts once when the form is sent twenty times at once', async () => {
    const stars = Array.from({ length: 20 }, (_, i) => (i % 5) + 1);
    await Promise.all(stars.map((given) => ratings.rate(asker, answer, { stars: given })));
    expect((await standing()).count).toBe(1);
  });

  it('is for the asker only', async () => {
    const passerBy = await make.member({ role: 'ADMIN' });
    await expect(ratings.rate(passerBy, answer, { stars: 5 })).rejects.toMatchObject({ requires: 'ASKER' });
    await expect(ratings.rate(helper, answer, { stars: 5 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ratings.rate(GUEST, answer, { stars: 5 })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(await standing()).toEqual({ sum: 0, count: 0 });
  });

  it('is about somebody else: askers who answer themselves do not rate themselves', async () => {
    const own = await make.answer({ question, author: asker });
    await expect(ratings.rate(asker, own, { stars: 5 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each([0, 6, -1, 2.5, Number.NaN])('does not take %p stars', async (stars) => {
    await expect(ratings.rate(asker, answer, { stars })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'stars', message: expect.stringContaining('1 to 5') }],
    });
  });

  it('takes a comment of 500 characters, and names the limit to a longer one', async () => {
    await ratings.rate(asker, answer, { stars: 4, comment: '🙂'.repeat(500) });
    await expect(ratings.rate(asker, answer, { stars: 4, comment: 'x'.repeat(501) })).rejects.toMatchObject({
      fields: [{ path: 'comment', message: expect.stringContaining('500') }],
    });
  });

  it('does not reach answers that are gone', async () => {
    await db.database.query(`update post set deleted_at = now() where id = $1`, [question]);
    await expect(ratings.rate(asker, answer, { stars: 4 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ratings.rate(asker, 999_999, { stars: 4 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ratings.rate(asker, question, { stars: 4 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stays with the helper when the answer is deleted: deleting is no way to get rid of it', async () => {
    await ratings.rate(asker, answer, { stars: 1 });
    await forum.deletion.remove(helper, answer);
    expect(await standing()).toEqual({ sum: 1, count: 1 });
    await expect(ratings.rate(asker, answer, { stars: 5 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is given before the answer is deleted or not at all, when both are done at once', async () => {
    for (let round = 1; round <= 8; round++) {
      const next = await make.answer({ question, author: helper });
      const before = (await standing()).count;
      const [rated] = await Promise.allSettled([
        ratings.rate(asker, next, { stars: 3 }),
        forum.deletion.remove(helper, next),
      ]);
      const { count } = await standing();
      expect(count - before).toBe(rated.status === 'fulfilled' ? 1 : 0);
      if (rated.status === 'rejected') expect(rated.reason).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('adds up when it is given anew while a moderator makes it void', async () => {
    const moderator = await make.member({ role: 'MODERATOR' });
    for (let round = 1; round <= 8; round++) {
      const next = await make.answer({ question, author: helper });
      await ratings.rate(asker, next, { stars: 5 });
      const before = await standing();
      const [rated] = await Promise.allSettled([
        ratings.rate(asker, next, { stars: 1 }),
        review.void(moderator, next, 'Revenge for a closed question.'),
      ]);
      expect(await standing()).toEqual({ sum: before.sum - 5, count: before.count - 1 });
      if (rated.status === 'rejected') expect(rated.reason).toMatchObject({ code: 'CONFLICT' });
    }
  });

  it('is refused to a session that outlived its account', async () => {
    await db.database.query(`update account set erased_at = now() where id = $1`, [asker.accountId]);
    await expect(ratings.rate(asker, answer, { stars: 5 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await standing()).toEqual({ sum: 0, count: 0 });
  });

  it('says so when the helper has left', async () => {
    await db.database.query(`update post set author_id = null where id = $1`, [answer]);
    await expect(ratings.rate(asker, answer, { stars: 4 })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('says the same when the helper’s account was erased', async () => {
    await db.database.query(`update account set erased_at = now() where id = $1`, [helper.accountId]);
    await expect(ratings.rate(asker, answer, { stars: 4 })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
