import fc from 'fast-check';
import { countingStatements } from '#libs/platform';
import type { Database } from '#libs/platform';
import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import type { Award } from '../domain/awards.js';
import { Ledger } from './ledger.js';

interface Entry {
  id: number;
  reason: string;
  cause: string;
  occurrence: number;
  points: number;
  delta: number;
  reversesId: number | null;
  earnedOn: string;
  createdAt: Date;
}

describe('the ledger', () => {
  let db: TestDatabase;
  let database: Database;
  let ledger: Ledger;
  let make: Builders;
  let postId: number;
  let causes = 0;
  beforeAll(async () => {
    db = await createTestDatabase();
    database = db.database;
    ledger = new Ledger(database);
    make = new Builders(database);
    postId = await make.answer();
  });
  afterAll(() => db.drop());

  const newcomer = async () => (await make.member()).accountId;

  function upvote(accountId: number, more: Partial<Award> = {}): Award {
    const cause = `vote:${++causes}`;
    return { accountId, reason: 'ANSWER_UPVOTED', postId, cause, points: 10, isCapped: true, ...more };
  }

  const acceptance = (accountId: number): Award =>
    upvote(accountId, { reason: 'ANSWER_ACCEPTED', points: 15, isCapped: false });

  const upvotes = (count: number, accountId: number, more: Partial<Award> = {}) =>
    Array.from({ length: count }, () => upvote(accountId, more));

  const entriesOf = (accountId: number) =>
    database.query<Entry>(
      `select id, reason, cause, occurrence, points, delta, reverses_id as "reversesId",
              earned_on::text as "earnedOn", created_at as "createdAt"
         from reputation_entry where account_id = $1 order by id`,
      [accountId],
    );

  const deltasOf = async (accountId: number) => (await entriesOf(accountId)).map((entry) => entry.delta);

  /** What the account shows, having made sure that it is the sum of the ledger. */
  async function reputationOf(accountId: number): Promise<number> {
    const row = await database.one<{ reputation: number; sum: number }>(
      `select reputation, (select coalesce(sum(delta), 0) from reputation_entry where account_id = a.id) as sum
         from account a where id = $1`,
      [accountId],
    );
    expect(row?.reputation).toBe(row?.sum);
    return row!.reputation;
  }

  it('credits an award once, however often it is reported', async () => {
    const helper = await newcomer();
    const award = upvote(helper);
    await ledger.award([award, award]);
    await ledger.award([award]);
    expect(await deltasOf(helper)).toEqual([10]);
    expect(await reputationOf(helper)).toBe(10);
  });

  it('takes an award back by an entry that names it, and can give it again', async () => {
    const helper = await newcomer();
    const award = acceptance(helper);
    await ledger.award([award]);
    await ledger.revoke([award.cause]);
    await ledger.revoke([award.cause]);
    await ledger.award([award]);

    const [first, reversal, second, ...others] = await entriesOf(helper);
    expect(first).toMatchObject({ delta: 15, occurrence: 1, reversesId: null });
    expect(reversal).toMatchObject({ reason: 'REVERSAL', delta: -15, points: -15, reversesId: first!.id });
    expect(second).toMatchObject({ delta: 15, occurrence: 2, cause: award.cause });
    expect(others).toEqual([]);
    expect(await reputationOf(helper)).toBe(15);
  });

  it('takes back what different people have for one cause', async () => {
    const [author, voter] = [await newcomer(), await newcomer()];
    const down = upvote(author, { reason: 'ANSWER_DOWNVOTED', points: -2, isCapped: false });
    await ledger.award([down, { ...down, accountId: voter, points: -1 }]);
    expect([await reputationOf(author), await reputationOf(voter)]).toEqual([-2, -1]);
    await ledger.revoke([down.cause]);
    expect([await reputationOf(author), await reputationOf(voter)]).toEqual([0, 0]);
  });

  it('has upvotes bring 200 a day at most, and still shows the ones beyond', async () => {
    const helper = await newcomer();
    for (const award of upvotes(19, helper)) await ledger.award([award]);
    expect(await reputationOf(helper)).toBe(190);
    await ledger.award(upvotes(3, helper));
    expect((await deltasOf(helper)).slice(-3)).toEqual([10, 0, 0]);
    expect(await reputationOf(helper)).toBe(200);
  });

  it('loses nothing when one of 21 upvotes is withdrawn, and 10 when the next one is', async () => {
    const helper = await newcomer();
    const votes = upvotes(21, helper);
    await ledger.award(votes);
    await ledger.revoke([votes[0]!.cause]);
    expect(await reputationOf(helper)).toBe(200);
    await ledger.revoke([votes[20]!.cause]);
    expect(await reputationOf(helper)).toBe(190);
  });

  it('never lets 199 become 209', async () => {
    const helper = await newcomer();
    await ledger.award([upvote(helper, { points: 199 })]);
    await ledger.award([upvote(helper)]);
    expect(await deltasOf(helper)).toEqual([199, 1]);
  });

  it('leaves acceptance outside the daily limit', async () => {
    const helper = await newcomer();
    await ledger.award([...upvotes(25, helper), acceptance(helper)]);
    expect(await reputationOf(helper)).toBe(215);
  });

  it('gives room back on the day when the upvote was earned, not on the day when it was withdrawn', async () => {
    const helper = await newcomer();
    const lastWeek = upvotes(20, helper, { earnedAt: new Date('2026-01-05T23:59:59.999Z') });
    const today = upvotes(20, helper);
    await ledger.award([...lastWeek, ...today]);
    expect(await reputationOf(helper)).toBe(400);

    await ledger.revoke([lastWeek[0]!.cause]);
    expect(await reputationOf(helper)).toBe(390);
    await ledger.award([upvote(helper)]);
    expect(await reputationOf(helper)).toBe(390);
    await ledger.award([upvote(helper, { earnedAt: new Date('2026-01-05T00:00:00Z') })]);
    expect(await reputationOf(helper)).toBe(400);
  });

  it('dates what is brought in from elsewhere as it happened there, under the same limit', async () => {
    const helper = await newcomer();
    const earnedAt = new Date('2019-06-01T00:00:00Z');
    await ledger.award(upvotes(21, helper, { earnedAt, isHistory: true }));
    const entries = await entriesOf(helper);
    expect(new Set(entries.map((entry) => entry.createdAt.toISOString()))).toEqual(
      new Set([earnedAt.toISOString()]),
    );
    expect(entries.at(-1)).toMatchObject({ earnedOn: '2019-06-01', delta: 0, points: 10 });
    expect(await reputationOf(helper)).toBe(200);
  });

  it('takes a handful of statements for a post with 5,000 votes', async () => {
    const popularPost = await make.answer();
    const authors = await Promise.all(Array.from({ length: 3 }, newcomer));
    const awards = authors.flatMap((author) => upvotes(1_700, author, { postId: popularPost }));
    const credited = await countingStatements(() => ledger.award(awards));
    const revoked = await countingStatements(() => ledger.revokeAllOf([popularPost]));
    expect([credited.statements, revoked.statements]).toEqual([3, 3]);
    for (const author of authors) expect(await reputationOf(author)).toBe(0);
  });

  it('credits forty upvotes that come at once up to the limit, and one that comes forty times once', async () => {
    const [popular, lucky] = [await newcomer(), await newcomer()];
    const same = upvote(lucky);
    await Promise.all([
      ...upvotes(40, popular).map((award) => ledger.award([award])),
      ...Array.from({ length: 40 }, () => ledger.award([same])),
    ]);
    expect([await reputationOf(popular), await reputationOf(lucky)]).toEqual([200, 10]);
  });

  it('keeps nothing of a transaction that fails', async () => {
    const helper = await newcomer();
    const failing = database.transaction(async () => {
      await ledger.award([upvote(helper)]);
      throw new Error('the vote was refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await reputationOf(helper)).toBe(0);
    expect(await entriesOf(helper)).toEqual([]);
  });

  it('brings each day the sum of its standing upvotes, at most 200, in whatever order things happen', async () => {
    const days = ['2026-02-01', '2026-02-02'] as const;
    const vote = fc.record({ day: fc.constantFrom(...days), points: fc.constantFrom(10, 60, 95) });
    const step = fc.record({
      isGiven: fc.boolean(),
      votes: fc.uniqueArray(fc.nat({ max: 11 }), { minLength: 1, maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(vote, { minLength: 12, maxLength: 12 }),
        fc.array(step, { maxLength: 12 }),
        async (votes, steps) => {
          const helper = await newcomer();
          const awards = votes.map(({ day, points }) => upvote(helper, { points, earnedAt: new Date(day) }));
          const standing = new Set<number>();
          for (const { isGiven, votes: chosen } of steps) {
            if (isGiven) await ledger.award(chosen.map((index) => awards[index]!));
            else await ledger.revoke(chosen.map((index) => awards[index]!.cause));
            for (const index of chosen) standing[isGiven ? 'add' : 'delete'](index);

            const earned = (day: string) =>
              votes.reduce(
                (sum, vote, i) => (vote.day === day && standing.has(i) ? sum + vote.points : sum),
                0,
              );
            const expected = days.reduce((sum, day) => sum + Math.min(200, earned(day)), 0);
            expect(await reputationOf(helper)).toBe(expected);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
