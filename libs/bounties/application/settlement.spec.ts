import type { Deletion, Marks } from '#libs/forum';
import type { Actor } from '#libs/kernel';
import { Builders, bountiesOn, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { BountyAwarded, BountyEnding, BountyReturned } from '../domain/events.js';
import { BountyAccounts } from '../testing/bounty-accounts.js';
import type { Bounties } from './bounties.js';
import type { Settlement } from './settlement.js';

describe('a bounty whose time is over', () => {
  let db: TestDatabase;
  let make: Builders;
  let books: BountyAccounts;
  let bounties: Bounties;
  let settlement: Settlement;
  let marks: Marks;
  let deletion: Deletion;
  let happened: object[];
  const excluded: number[] = [];

  let asker: Actor;
  let offerer: Actor;
  let helper: Actor;
  let question: number;
  let bounty: number;

  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    const forum = forumOn(db.database);
    ({ marks, deletion } = forum);
    const { eligibility, ledger, ...rest } = bountiesOn(db.database, forum.events);
    ({ bounties, settlement } = rest);
    books = new BountyAccounts(db.database, make, ledger);
    const kinds = [BountyAwarded, BountyReturned, BountyEnding] as (abstract new (
      ...args: never[]
    ) => object)[];
    for (const event of kinds) {
      forum.events.on(event, (told) => void happened.push(told));
    }
    eligibility.exclude(() => Promise.resolve(excluded));
  });
  afterAll(() => db.drop());

  beforeEach(async () => {
    happened = [];
    [asker, helper] = [await make.member(), await make.member()];
    offerer = await books.personWith(300);
    question = await make.question({ author: asker });
    bounty = await bounties.offer(offerer, question, { amount: 200 });
  });

  const answerBy = (author: Actor, score = 0) =>
    make.answer({ question, author }).then(async (answer) => {
      await db.database.query(`update post set up_count = $2 where id = $1`, [answer, score]);
      return answer;
    });
  const timePasses = (days: number) => books.daysPass(question, days);

  it('waits for its offerer another day, and then goes to what was accepted', async () => {
    await answerBy(await make.member(), 9);
    const solution = await answerBy(helper);
    await marks.accept(asker, solution);
    await timePasses(7.5);
    await settlement.settleDue();
    expect(await books.bounty(bounty)).toMatchObject({ state: 'OPEN' });

    await timePasses(0.5);
    await settlement.settleDue();
    expect(await books.bounty(bounty)).toMatchObject({
      state: 'AWARDED',
      awardRule: 'BY_ACCEPTANCE',
      answerId: solution,
      settledBy: null,
    });
    expect(await books.entriesOf(helper)).toEqual(['ANSWER_ACCEPTED +15', 'BOUNTY_WON +200']);
    expect(happened).toEqual([expect.any(BountyAwarded)]);
  });

  it('may still be awarded by its offerer on that day, and no longer after it', async () => {
    const answer = await answerBy(helper);
    await timePasses(7.9);
    await bounties.award(offerer, bounty, answer);
    expect(await books.bounty(bounty)).toMatchObject({ awardRule: 'BY_OFFERER' });

    const other = await make.question();
    const late = await bounties.offer(offerer, other, { amount: 100 });
    await books.daysPass(other, 8);
    const theirs = await make.answer({ question: other, author: helper });
    await expect(bounties.award(offerer, late, theirs)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('else goes to the best voted answer', async () => {
    await answerBy(await make.member(), 2);
    const best = await answerBy(helper, 3);
    await timePasses(8);
    await settlement.settleDue();
    expect(await books.bounty(bounty)).toMatchObject({ awardRule: 'BY_SCORE', answerId: best });
    expect(await books.reputationOf(helper)).toBe(200);
  });

  it('passes by what was deleted, who has left and who may not win', async () => {
    const deleted = await answerBy(await make.member(), 9);
    await deletion.remove(await make.member({ role: 'MODERATOR' }), deleted);
    const [gone, suspended] = [await make.member(), await make.member()];
    await answerBy(gone, 8);
    await answerBy(suspended, 7);
    await db.database.query(`update account set erased_at = now() where id = $1`, [gone.accountId]);
    excluded.push(suspended.accountId);
    const best = await answerBy(helper, 2);
    await timePasses(8);
    await settlement.settleDue();
    expect(await books.bounty(bounty)).toMatchObject({ answerId: best });
  });

  it('goes back whole when nobody has earned it', async () => {
    await answerBy(helper, 1);
    await answerBy(offerer, 5);
    await timePasses(8);
    await settlement.settleDue();
    expect(await books.bounty(bounty)).toMatchObject({ state: 'RETURNED', returnReason: 'NO_ANSWER' });
    expect(await books.reputationOf(offerer)).toBe(300);
    expect(happened).toEqual([new BountyReturned(expect.objectContaining({ id: bounty }), 'NO_ANSWER')]);
  });

  it('is settled by the rule too when its offerer has left', async () => {
    const best = await answerBy(helper, 4);
    const nobody = await make.question();
    const unanswered = await bounties.offer(offerer, nobody, { amount: 100 });
    await db.database.query(`update account set erased_at = now() where id = $1`, [offerer.accountId]);
    await timePasses(8);
    await books.daysPass(nobody, 8);
    await settlement.settleDue();
    expect(await books.bounty(bounty)).toMatchObject({ state: 'AWARDED', answerId: best });
    expect(await books.bounty(unanswered)).toMatchObject({ state: 'RETURNED', escrow: 0 });
  });

  it('is settled once, however often the job runs', async () => {
    await answerBy(helper, 4);
    await timePasses(8);
    await settlement.settleDue();
    await settlement.settleDue();
    expect(await books.entriesOf(helper)).toEqual(['BOUNTY_WON +200']);
  });

  it('holds up no others when it cannot be settled', async () => {
    await db.database.query(`
      create function stumble() returns trigger language plpgsql as $$
      begin raise exception 'stumbled'; end $$`);
    await db.database.query(`
      create trigger stumbling before update on bounty for each row when (old.id = ${bounty})
        execute function stumble()`);
    const other = await make.question();
    const next = await bounties.offer(offerer, other, { amount: 100 });
    // Listed behind the one that fails, whose time was over first.
    await db.database.query(`alter table bounty disable trigger stumbling`);
    await timePasses(9);
    await db.database.query(`alter table bounty enable trigger stumbling`);
    await books.daysPass(other, 8);
    await expect(settlement.settleDue()).rejects.toThrow('Some bounties could not be settled.');
    expect(await books.bounty(next)).toMatchObject({ state: 'RETURNED' });
    await db.database.query(`drop trigger stumbling on bounty`);
    await settlement.settleDue();
    expect(await books.bounty(bounty)).toMatchObject({ state: 'RETURNED' });
  });

  it('is announced to its offerer the day before it ends, once', async () => {
    await timePasses(5.9);
    await settlement.announceEnding();
    expect(happened).toEqual([]);
    await timePasses(0.2);
    await Promise.all([settlement.announceEnding(), settlement.announceEnding()]);
    await settlement.announceEnding();
    expect(happened).toEqual([
      new BountyEnding(
        expect.objectContaining({ id: bounty, offeredBy: offerer.accountId }),
        expect.any(Date),
      ),
    ]);
  });
});
