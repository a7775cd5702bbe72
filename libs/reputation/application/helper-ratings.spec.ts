import { Accounts, Sessions } from '#libs/accounts';
import { GUEST } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { DomainEvents } from '#libs/platform';
import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { HelperRatings } from './helper-ratings.js';

describe('rating the person behind an answer', () => {
  let db: TestDatabase;
  let make: Builders;
  let ratings: HelperRatings;
  let asker: Actor;
  let helper: Actor;
  let question: number;
  let answer: number;
  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    const accounts = new Accounts(db.database, new DomainEvents(), new Sessions(db.database));
    ratings = new HelperRatings(db.database, accounts);
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
      `select coalesce(sum(stars), 0) as sum, count(*) as count from helper_rating where helper_id = $1`,
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

  it('says so when the helper has left', async () => {
    await db.database.query(`update post set author_id = null where id = $1`, [answer]);
    await expect(ratings.rate(asker, answer, { stars: 4 })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
