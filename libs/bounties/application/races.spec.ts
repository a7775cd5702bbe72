import { setTimeout as sleep } from 'node:timers/promises';
import type { Deletion } from '#libs/forum';
import type { Actor } from '#libs/kernel';
import type { Ledger } from '#libs/reputation';
import { Builders, bountiesOn, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { BountyAccounts } from '../testing/bounty-accounts.js';
import type { Bounties } from './bounties.js';
import type { Settlement } from './settlement.js';

const ROUNDS = Array.from({ length: 5 }, (_, n) => n + 1);

describe('when several things happen to a bounty at once', () => {
  let db: TestDatabase;
  let make: Builders;
  let books: BountyAccounts;
  let bounties: Bounties;
  let settlement: Settlement;
  let deletion: Deletion;
  let ledger: Ledger;

  let offerer: Actor;
  let helper: Actor;
  let question: number;
  let answer: number;

  beforeAll(async () => {
    db = await createTestDatabase({ poolSize: 20 });
    make = new Builders(db.database);
    const forum = forumOn(db.database);
    deletion = forum.deletion;
    ({ bounties, settlement, ledger } = bountiesOn(db.database, forum.events));
    books = new BountyAccounts(db.database, make, ledger);
  });
  afterAll(() => db.drop());

  beforeEach(async () => {
    offerer = await books.personWith(500);
    helper = await make.member();
    question = await make.question();
  });
  // Whatever came first: what was offered is with the offerer, in escrow or with a winner.
  afterEach(async () => {
    const row = await db.database.one<{ balance: number }>(
      `select (select sum(delta) from reputation_entry where cause like 'bounty:%') +
              (select sum(escrow) from bounty) as balance`,
    );
    expect(row?.balance ?? 0).toBe(0);
  });

  const offer = (amount = 100) => bounties.offer(offerer, question, { amount });
  const withAnswer = async (score = 0) => {
    const id = await offer();
    answer = await make.answer({ question, author: helper });
    await db.database.query(`update post set up_count = $2 where id = $1`, [answer, score]);
    return id;
  };
  const outcomes = async (attempts: Promise<unknown>[]) => {
    const settled = await Promise.allSettled(attempts);
    for (const attempt of settled) {
      if (attempt.status === 'rejected') expect(attempt.reason).toHaveProperty('code', expect.any(String));
    }
    return settled.map(({ status }) => status);
  };
  const times = (statuses: string[]) => statuses.filter((status) => status === 'fulfilled').length;

  it.each(ROUNDS)('two offers for one question: one stands (round %i)', async () => {
    const other = await books.personWith(500);
    const attempts = [offer(), bounties.offer(other, question, { amount: 200 }), offer(50)];
    expect(times(await outcomes(attempts))).toBe(1);
    const left = (await books.reputationOf(offerer)) + (await books.reputationOf(other));
    expect([900, 800, 950]).toContain(left);
  });

  it.each(ROUNDS)('offers for many questions: never more than somebody has (round %i)', async () => {
    const questions = await Promise.all(Array.from({ length: 8 }, () => make.question()));
    const attempts = questions.map((id) => bounties.offer(offerer, id, { amount: 150 }));
    expect(times(await outcomes(attempts))).toBe(3);
    expect(await books.reputationOf(offerer)).toBe(50);
  });

  it('an offer waits for a reversal that is under way, and counts what is left', async () => {
    const poor = await books.personWith(90);
    const upvote = { rule: 'ANSWER_UPVOTED', reason: 'ANSWER_UPVOTED', postId: null } as const;
    await ledger.award([{ ...upvote, accountId: poor.accountId, cause: 'vote:late' }]);
    const [taken, seen] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const reversal = db.database.transaction(async () => {
      await ledger.revoke(['vote:late'], 'VOTE_WITHDRAWN');
      taken.resolve();
      await seen.promise;
    });
    await taken.promise;
    const refusal = expect(bounties.offer(poor, question, { amount: 100 })).rejects.toMatchObject({
      fields: [{ path: 'amount', message: expect.stringContaining('you have 90') }],
    });
    // Long enough for it to come to the lock.
    await sleep(300);
    seen.resolve();
    await reversal;
    await refusal;
  });

  it.each(ROUNDS)('two awards: one answer has it (round %i)', async () => {
    const id = await withAnswer();
    const rival = await make.member();
    const other = await make.answer({ question, author: rival });
    const attempts = [bounties.award(offerer, id, answer), bounties.award(offerer, id, other)];
    expect(times(await outcomes(attempts))).toBe(1);
    expect((await books.reputationOf(helper)) + (await books.reputationOf(rival))).toBe(100);
  });

  it.each(ROUNDS)('an award, and the rule in two workers (round %i)', async () => {
    const id = await withAnswer(5);
    const rival = await make.member();
    const other = await make.answer({ question, author: rival });
    // A breath before the rule's hour: whoever comes first decides.
    await books.daysPass(question, 8 - 0.02 / 86_400);
    const attempts = [bounties.award(offerer, id, other), settlement.settleDue(), settlement.settleDue()];
    await outcomes(attempts);
    await settlement.settleDue();
    const { state, awardRule } = (await books.bounty(id))!;
    expect(state).toBe('AWARDED');
    const winner = awardRule === 'BY_OFFERER' ? rival : helper;
    expect(await books.entriesOf(winner)).toEqual(['BOUNTY_WON +100']);
    expect(await books.entriesOf(winner === rival ? helper : rival)).toEqual([]);
  });

  it.each(ROUNDS)('the rule in many workers (round %i)', async () => {
    const id = await withAnswer(5);
    await books.daysPass(question, 8);
    await Promise.all(Array.from({ length: 6 }, () => settlement.settleDue()));
    expect(await books.bounty(id)).toMatchObject({ awardRule: 'BY_SCORE' });
    expect(await books.entriesOf(helper)).toEqual(['BOUNTY_WON +100']);
  });

  it.each(ROUNDS)('an award, and the answer is deleted (round %i)', async () => {
    const id = await withAnswer();
    const [award] = await outcomes([bounties.award(offerer, id, answer), deletion.remove(helper, answer)]);
    const isWon = award === 'fulfilled';
    expect(await books.bounty(id)).toMatchObject({ state: isWon ? 'AWARDED' : 'OPEN' });
    expect(await books.reputationOf(helper)).toBe(isWon ? 100 : 0);
  });

  it.each(ROUNDS)('an award, and the question is deleted (round %i)', async () => {
    const id = await withAnswer();
    const moderator = await make.member({ role: 'MODERATOR' });
    const [award] = await outcomes([
      bounties.award(offerer, id, answer),
      deletion.remove(moderator, question),
      settlement.settleDue(),
    ]);
    expect(await books.bounty(id)).toMatchObject({ state: award === 'fulfilled' ? 'AWARDED' : 'RETURNED' });
    expect((await books.reputationOf(offerer)) + (await books.reputationOf(helper))).toBe(500);
  });

  it('a withdrawal waits for an answer that is being written, and comes too late', async () => {
    const id = await offer();
    const [written, seen] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { answers } = forumOn(db.database);
    const answering = db.database.transaction(async () => {
      await answers.post(helper, question, { body: 'Hold the button for five seconds.' });
      written.resolve();
      await seen.promise;
    });
    await written.promise;
    const withdrawal = expect(bounties.withdraw(offerer, id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await sleep(300);
    seen.resolve();
    await answering;
    await withdrawal;
    expect(await books.bounty(id)).toMatchObject({ state: 'OPEN' });
  });
});
