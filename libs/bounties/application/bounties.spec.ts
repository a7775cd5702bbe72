import type { Deletion, Votes } from '#libs/forum';
import type { Actor } from '#libs/kernel';
import type { Ledger } from '#libs/reputation';
import { Builders, bountiesOn, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { BountyAwarded, BountyOffered, BountyReturned } from '../domain/events.js';
import { BountyAccounts } from '../testing/bounty-accounts.js';
import type { Bounties } from './bounties.js';

describe('a bounty', () => {
  let db: TestDatabase;
  let make: Builders;
  let books: BountyAccounts;
  let bounties: Bounties;
  let deletion: Deletion;
  let votes: Votes;
  let ledger: Ledger;
  let happened: object[];
  let exclude: (accountId: number) => void;

  let asker: Actor;
  let offerer: Actor;
  let helper: Actor;
  let question: number;

  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    const forum = forumOn(db.database);
    ({ deletion, votes } = forum);
    const { eligibility, ...rest } = bountiesOn(db.database, forum.events);
    ({ bounties, ledger } = rest);
    books = new BountyAccounts(db.database, make, ledger);
    for (const event of [BountyOffered, BountyAwarded, BountyReturned]) {
      forum.events.on(event, (told) => void happened.push(told));
    }
    const excluded: number[] = [];
    eligibility.exclude(() => Promise.resolve(excluded));
    exclude = (accountId) => excluded.push(accountId);
  });
  afterAll(() => db.drop());

  beforeEach(async () => {
    happened = [];
    [asker, helper] = [await make.member(), await make.member()];
    offerer = await books.personWith(400);
    question = await make.question({ author: asker });
  });

  const offer = (amount = 100) => bounties.offer(offerer, question, { amount });

  it('is held back from whoever offers it, on anybody’s question, with a line in the ledger', async () => {
    const id = await bounties.offer(offerer, question, { amount: 150, note: '  With the\n2024 model. ' });
    expect(await books.entriesOf(offerer)).toEqual(['BOUNTY_OFFERED -150']);
    expect(await books.reputationOf(offerer)).toBe(250);
    expect(await books.bounty(id)).toMatchObject({
      state: 'OPEN',
      escrow: 150,
      note: 'With the 2024 model.',
      leastScore: 2,
      days: 7,
      graceDays: 1,
    });
    expect(happened).toEqual([
      new BountyOffered({ id, questionId: question, offeredBy: offerer.accountId, amount: 150 }),
    ]);
  });

  it('may be all that somebody has, and not a point more', async () => {
    const poor = await books.personWith(120);
    await expect(bounties.offer(poor, question, { amount: 121 })).rejects.toMatchObject({
      fields: [{ path: 'amount', message: expect.stringMatching(/you have 120\..* 120 points at most/) }],
    });
    await bounties.offer(poor, question, { amount: 120 });
    expect(await books.reputationOf(poor)).toBe(0);
  });

  it.each([49, 501, 0, -100, 60.5, NaN])('is refused at %d points, by its field', async (amount) => {
    await expect(offer(amount)).rejects.toMatchObject({
      fields: [{ path: 'amount', message: 'A bounty is 50 to 500 points.' }],
    });
  });

  it('tells of everything that does not fit at once', async () => {
    const attempt = bounties.offer(offerer, question, { amount: 500, note: 'x'.repeat(301) });
    await expect(attempt).rejects.toMatchObject({ fields: [{ path: 'note' }, { path: 'amount' }] });
    expect(await books.reputationOf(offerer)).toBe(400);
  });

  it('goes by the rules that are in force when it is offered', async () => {
    await books.saveRules({ bounty: { least: 10, most: 20, days: 3, graceDays: 0, leastScore: 5 } });
    const id = await offer(10);
    await books.saveRules({ bounty: { least: 50, most: 500, days: 7, graceDays: 1, leastScore: 2 } });
    expect(await books.bounty(id)).toMatchObject({ days: 3, graceDays: 0, leastScore: 5 });
  });

  it('takes the privilege', async () => {
    const newcomer = await books.personWith(74);
    await expect(bounties.offer(newcomer, question, { amount: 50 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      requires: 'OFFER_BOUNTY',
    });
  });

  it('is one at a time for a question, and may be followed by another', async () => {
    const first = await offer();
    await expect(offer()).rejects.toMatchObject({ code: 'CONFLICT' });
    await bounties.withdraw(offerer, first);
    await expect(offer()).resolves.toBeGreaterThan(first);
  });

  it('is not offered for what is deleted', async () => {
    await deletion.remove(await make.member({ role: 'MODERATOR' }), question);
    await expect(offer()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('sent again with the same name is offered once', async () => {
    const again = () => bounties.offer(offerer, question, { amount: 50, clientMutationId: 'offer-1' });
    expect(await again()).toBe(await again());
    expect(await books.reputationOf(offerer)).toBe(350);
  });

  it('is awarded by its offerer and nobody else, beside the daily limit', async () => {
    const id = await offer();
    const answer = await make.answer({ question, author: helper });
    for (const other of [asker, helper, await make.member({ role: 'ADMIN' })]) {
      await expect(bounties.award(other, id, answer)).rejects.toMatchObject({ requires: 'OFFERER' });
    }
    await books.fillDay(helper);
    await bounties.award(offerer, id, answer);
    expect(await books.reputationOf(helper)).toBe(300);
    expect(await books.entriesOf(helper)).toContain('BOUNTY_WON +100');
    expect(await books.bounty(id)).toMatchObject({ state: 'AWARDED', escrow: 0, awardRule: 'BY_OFFERER' });
    expect(happened.at(-1)).toMatchObject({ answerId: answer, wonBy: helper.accountId, rule: 'BY_OFFERER' });
  });

  it('is awarded once, however often it is asked for', async () => {
    const id = await offer();
    const [answer, other] = [
      await make.answer({ question, author: helper }),
      await make.answer({ question }),
    ];
    await bounties.award(offerer, id, answer);
    await bounties.award(offerer, id, answer);
    await expect(bounties.award(offerer, id, other)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await books.entriesOf(helper)).toEqual(['BOUNTY_WON +100']);
  });

  it('never goes to whoever offered it, nor to somebody who has left or may not win', async () => {
    const id = await offer();
    const own = await make.answer({ question, author: offerer });
    const orphan = await make.answer({ question, author: helper });
    await db.database.query(`update post set author_id = null where id = $1`, [orphan]);
    const suspended = await make.member();
    exclude(suspended.accountId);
    const theirs = await make.answer({ question, author: suspended });
    for (const answer of [own, orphan, theirs]) {
      await expect(bounties.award(offerer, id, answer)).rejects.toMatchObject({ code: 'CONFLICT' });
    }
    expect(await books.bounty(id)).toMatchObject({ state: 'OPEN' });
  });

  it('goes to an answer that can be seen, to its question', async () => {
    const id = await offer();
    await expect(bounties.award(offerer, id, await make.answer())).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const deleted = await make.answer({ question, author: helper });
    await deletion.remove(helper, deleted);
    await expect(bounties.award(offerer, id, deleted)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stays with its winner when the answer is deleted later, while votes go', async () => {
    const id = await offer();
    const answer = await make.answer({ question, author: helper });
    await votes.cast(asker, answer, 'UP');
    await bounties.award(offerer, id, answer);
    await deletion.remove(helper, answer);
    expect(await books.reputationOf(helper)).toBe(100);
    await deletion.restore(helper, answer);
    expect(await books.reputationOf(helper)).toBe(110);
    expect(await books.entriesOf(offerer)).toEqual(['BOUNTY_OFFERED -100']);
  });

  it('is taken back while nobody has answered for it', async () => {
    await make.answer({ question, createdAt: new Date('2020-01-01') });
    const id = await offer();
    await make.answer({ question, author: offerer });
    await bounties.withdraw(offerer, id);
    expect(await books.entriesOf(offerer)).toEqual(['BOUNTY_OFFERED -100', 'REVERSAL +100']);
    expect(await books.bounty(id)).toMatchObject({ state: 'RETURNED', returnReason: 'WITHDRAWN', escrow: 0 });
    await expect(bounties.withdraw(offerer, id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is not taken back once somebody has, and never by somebody else', async () => {
    const id = await offer();
    await expect(bounties.withdraw(asker, id)).rejects.toMatchObject({ requires: 'OFFERER' });
    await make.answer({ question, author: helper });
    await expect(bounties.withdraw(offerer, id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await books.reputationOf(offerer)).toBe(300);
  });

  it('goes back when the question is deleted, and stays there when it is restored', async () => {
    const id = await offer();
    await make.answer({ question, author: helper });
    const moderator = await make.member({ role: 'MODERATOR' });
    await deletion.remove(moderator, question);
    await deletion.restore(moderator, question);
    expect(await books.bounty(id)).toMatchObject({ state: 'RETURNED', returnReason: 'QUESTION_DELETED' });
    expect(await books.reputationOf(offerer)).toBe(400);
  });

  describe('in the database', () => {
    it('is not made of nothing', async () => {
      const sql = `insert into bounty (question_id, offered_by, amount, ends_at, decides_at, least_score, rule_version)
                   values ($1, $2, 100, now() + interval '1 day', now() + interval '2 days', 2, 1)`;
      const attempt = db.database.query(sql, [question, offerer.accountId]);
      await expect(attempt).rejects.toMatchObject({ constraint: 'bounty_balances' });
    });

    it('does not vanish, and nothing is won twice', async () => {
      const id = await offer();
      const close = `update bounty set state = 'RETURNED', settled_at = now(), return_reason = 'WITHDRAWN' where id = $1`;
      await expect(db.database.query(close, [id])).rejects.toMatchObject({ constraint: 'bounty_balances' });
      const cause = `bounty:${id}`;
      const entry = { accountId: helper.accountId, postId: null, cause, points: 100 };
      const attempt = ledger.award([{ ...entry, rule: null, reason: 'BOUNTY_WON' }]);
      await expect(attempt).rejects.toMatchObject({ constraint: 'bounty_balances' });
      await expect(ledger.revoke([cause], 'FRAUD')).rejects.toMatchObject({ constraint: 'bounty_balances' });
    });

    it.each([
      `update bounty set amount = amount + 1`,
      `update bounty set ends_at = ends_at - interval '1 hour'`,
      `update bounty set state = 'OPEN', settled_at = null, settled_by = null, awarded_answer_id = null,
                         awarded_to = null, award_rule = null where state = 'AWARDED'`,
      `delete from bounty`,
    ])('keeps its terms and its end: %s', async (attempt) => {
      await bounties.award(offerer, await offer(), await make.answer({ question, author: helper }));
      await expect(db.database.query(attempt)).rejects.toMatchObject({ constraint: 'bounty_is_kept' });
    });

    it('goes to nobody but the author of an answer to its question', async () => {
      const id = await offer();
      const award = (answer: number, to: Actor) =>
        db.database.query(
          `update bounty set state = 'AWARDED', settled_at = now(), awarded_answer_id = $2, awarded_to = $3,
                             award_rule = 'BY_OFFERER' where id = $1`,
          [id, answer, to.accountId],
        );
      const wrong = { constraint: 'bounty_goes_to_an_answer' };
      await expect(award(await make.answer({ author: helper }), helper)).rejects.toMatchObject(wrong);
      await expect(award(await make.answer({ question }), helper)).rejects.toMatchObject(wrong);
      const own = award(await make.answer({ question, author: offerer }), offerer);
      await expect(own).rejects.toMatchObject({ constraint: 'bounty_never_to_oneself' });
    });
  });
});
