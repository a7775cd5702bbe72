import { GUEST } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { RatingRestored, RatingVoided } from '../domain/rating-events.js';
import { RatingRoom } from '../testing/rating-room.js';

describe('a moderator who looks at an abusive rating', () => {
  let room: RatingRoom;
  let moderator: Actor;
  let asker: Actor;
  let helper: Actor;
  let answer: number;
  beforeAll(async () => {
    room = await RatingRoom.open();
  });
  afterAll(() => room.close());
  beforeEach(async () => {
    moderator = await room.make.member({ role: 'MODERATOR' });
    [asker, helper] = [await room.make.member(), await room.make.member()];
    await room.rated(helper, { stars: 5 });
    answer = await room.rated(helper, { stars: 1, comment: 'You people are all the same.' }, { by: asker });
  });

  const voided = (reason = 'Insults the helper.') => room.desk.review.void(moderator, answer, reason);

  it('makes it void, with a reason: it counts no longer, and the record is told', async () => {
    await voided('  Insults the helper. ');
    expect(await room.standing(helper)).toEqual({ sum: 5, count: 1 });
    const reference = await room.desk.review.referenceOf(answer);
    expect(room.eventsOf(helper)).toEqual([
      new RatingVoided(helper.accountId, reference, moderator, 'Insults the helper.'),
    ]);
  });

  it('lets it count again as it was given', async () => {
    await voided();
    await room.desk.review.restore(moderator, answer, 'It was about the answer after all.');
    expect(await room.standing(helper)).toEqual({ sum: 6, count: 2 });
    expect(room.eventsOf(helper).at(-1)).toBeInstanceOf(RatingRestored);
  });

  it('is told when somebody else was faster, either way', async () => {
    await expect(room.desk.review.restore(moderator, answer, 'Why not.')).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await voided();
    await expect(voided()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await room.standing(helper)).toEqual({ sum: 5, count: 1 });
  });

  it('counts it out once, though ten of them decide at once', async () => {
    const team = await Promise.all(Array.from({ length: 10 }, () => room.make.member({ role: 'MODERATOR' })));
    const results = await Promise.allSettled(
      team.map((member) => room.desk.review.void(member, answer, 'Abusive.')),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await room.standing(helper)).toEqual({ sum: 5, count: 1 });
  });

  it('is not undone by the asker rating again, until it is restored', async () => {
    await voided();
    await expect(room.desk.ratings.rate(asker, answer, { stars: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('void'),
    });
    await room.desk.review.restore(moderator, answer, 'They apologised.');
    await room.desk.ratings.rate(asker, answer, { stars: 4 });
    expect(await room.standing(helper)).toEqual({ sum: 9, count: 2 });
  });

  it('does not decide about a rating that they gave', async () => {
    const own = await room.rated(helper, { stars: 2 }, { by: moderator });
    await expect(room.desk.review.void(moderator, own, 'I changed my mind.')).rejects.toMatchObject({
      requires: 'MODERATOR',
      message: expect.stringContaining('that you gave'),
    });
  });

  it('does not even learn whether an answer of their own was rated', async () => {
    const own = await room.rated(moderator, { stars: 1 });
    const unrated = await room.make.answer({ author: moderator });
    const refusals = await Promise.all(
      [own, unrated].map((id) => room.desk.review.void(moderator, id, 'Unfair.').catch((e: Error) => e)),
    );
    expect(refusals[0]).toMatchObject({ code: 'NOT_FOUND' });
    expect(refusals[0]).toEqual(refusals[1]);
  });

  it('has to say why, in no more than 500 characters', async () => {
    const refusal = { fields: [{ path: 'reason', message: expect.any(String) }] };
    await expect(voided(' \n ')).rejects.toMatchObject(refusal);
    await expect(voided('x'.repeat(501))).rejects.toMatchObject(refusal);
    await voided('x'.repeat(500));
  });

  it('is a moderator now, not only when they opened the page', async () => {
    await room.db.database.query(`update account set role = 'MEMBER' where id = $1`, [moderator.accountId]);
    await expect(voided()).rejects.toMatchObject({ requires: 'MODERATOR' });
    await expect(room.desk.review.void(asker, answer, 'Mine.')).rejects.toMatchObject({
      requires: 'MODERATOR',
    });
    await expect(room.desk.review.void(GUEST, answer, 'Mine.')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(await room.standing(helper)).toEqual({ sum: 6, count: 2 });
  });

  it('takes it out of what is published too, and puts it back', async () => {
    await room.ratedBy(2, helper, { stars: 4, solved: true });
    await room.nextDay();
    expect(await room.summary(helper)).toMatchObject({ count: 4, sum: 14, raters: 4 });
    await voided();
    expect(await room.summary(helper)).toMatchObject({ count: 3, sum: 13, raters: 3 });
    await room.desk.review.restore(moderator, answer, 'A misunderstanding.');
    expect(await room.summary(helper)).toMatchObject({ count: 4, sum: 14, raters: 4 });
  });
});
