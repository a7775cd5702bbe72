import fc from 'fast-check';
import { countingStatements } from '#libs/platform';
import type { Database } from '#libs/platform';
import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import type { Award } from '../domain/awards.js';
import { PRESETS } from '../domain/presets.js';
import { Ledger } from './ledger.js';

interface Entry {
  id: number;
  reason: string;
  cause: string;
  occurrence: number;
  points: number;
  delta: number;
  reversesId: number | null;
  reversalCause: string | null;
  ruleVersion: number;
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
  beforeEach(() => make.rules(() => PRESETS.NEW));

  const newcomer = async () => (await make.member()).accountId;

  function upvote(accountId: number, more: Partial<Award> = {}): Award {
    const cause = `vote:${++causes}`;
    return { accountId, rule: 'ANSWER_UPVOTED', reason: 'ANSWER_UPVOTED', postId, cause, ...more } as Award;
  }

  const acceptance = (accountId: number): Award =>
    upvote(accountId, { rule: 'ANSWER_ACCEPTED', reason: 'ANSWER_ACCEPTED' });

  /** From now on an upvote of an answer is worth so many points, and a day's upvotes so many at most. */
  const upvotesAreWorth = (points: number, dailyCap = 200) =>
    make.rules((rules) => ({ ...rules, points: { ...rules.points, ANSWER_UPVOTED: points }, dailyCap }));

  const upvotes = (count: number, accountId: number, more: Partial<Award> = {}) =>
    Array.from({ length: count }, () => upvote(accountId, more));

  const entriesOf = (accountId: number) =>
    database.query<Entry>(
      `select id, reason, cause, occurrence, points, delta, reverses_id as "reversesId",
              reversal_cause as "reversalCause", rule_version as "ruleVersion",
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
    await ledger.revoke([award.cause], 'MARK_MOVED');
    await ledger.revoke([award.cause], 'MARK_MOVED');
    await ledger.award([award]);

    const [first, reversal, second, ...others] = await entriesOf(helper);
    expect(first).toMatchObject({ delta: 15, occurrence: 1, reversesId: null });
    expect(reversal).toMatchObject({
      ...{ reason: 'REVERSAL', reversalCause: 'MARK_MOVED', reversesId: first!.id },
      ...{ delta: -15, points: -15 },
    });
    expect(second).toMatchObject({ delta: 15, occurrence: 2, cause: award.cause });
    expect(others).toEqual([]);
    expect(await reputationOf(helper)).toBe(15);
  });

  it('takes back what different people have for one cause', async () => {
    const [author, voter] = [await newcomer(), await newcomer()];
    const down = upvote(author, { rule: 'ANSWER_DOWNVOTED', reason: 'ANSWER_DOWNVOTED' });
    await ledger.award([down, { ...down, accountId: voter, rule: 'VOTED_ANSWER_DOWN' } as Award]);
    expect([await reputationOf(author), await reputationOf(voter)]).toEqual([-2, -1]);
    await ledger.revoke([down.cause], 'VOTE_WITHDRAWN');
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
    await ledger.revoke([votes[0]!.cause], 'VOTE_WITHDRAWN');
    expect(await reputationOf(helper)).toBe(200);
    await ledger.revoke([votes[20]!.cause], 'VOTE_WITHDRAWN');
    expect(await reputationOf(helper)).toBe(190);
  });

  it('never lets 199 become 209', async () => {
    const helper = await newcomer();
    await upvotesAreWorth(199);
    await ledger.award([upvote(helper)]);
    await upvotesAreWorth(10);
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

    await ledger.revoke([lastWeek[0]!.cause], 'VOTE_WITHDRAWN');
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

  it.each([
    'update reputation_entry set delta = delta',
    'delete from reputation_entry',
    'truncate reputation_entry cascade',
    'update rule_set set note = note',
    'delete from rule_set',
    'truncate rule_set cascade',
  ])('is changed by nobody: %s', async (attempt) => {
    await ledger.award([upvote(await newcomer())]);
    await expect(database.query(attempt)).rejects.toThrow('append-only');
  });

  it('is held shut also for superusers who say to be replicating, past whom ordinary triggers let changes', async () => {
    const states = await database.query(
      `select tgrelid::regclass::text as table, tgname, tgenabled from pg_trigger
        where tgname like any('{reputation_entry_is_append_only,reputation_entry_is_never_truncated,rule_set_is_%}')`,
    );
    expect(states).toHaveLength(4);
    for (const { tgenabled } of states) expect(tgenabled).toBe('A');
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

  it('goes by the rules in force when something is earned, and names their version', async () => {
    const helper = await newcomer();
    const [before, after] = [upvote(helper), upvote(helper)];
    await ledger.award([before]);
    const version = await upvotesAreWorth(4);
    await ledger.award([before, after]);
    const entries = await entriesOf(helper);
    expect(entries.map(({ delta, ruleVersion }) => [delta, ruleVersion])).toEqual([
      [10, version - 1],
      [4, version],
    ]);
  });

  it('gives back by the rules it had what went with its post, and by today’s what was earned anew', async () => {
    const helper = await newcomer();
    const [vote, mark] = [upvote(helper), acceptance(helper)];
    await ledger.award([vote, mark]);
    await ledger.revoke([vote.cause], 'POST_DELETED');
    await ledger.revoke([mark.cause], 'MARK_MOVED');
    const version = await make.rules((rules) => ({
      ...rules,
      points: { ...rules.points, ANSWER_UPVOTED: 4, ANSWER_ACCEPTED: 40 },
    }));
    await ledger.award([vote, mark]);
    const given = (await entriesOf(helper)).slice(-2);
    expect(given.map(({ delta }) => delta)).toEqual([10, 40]);
    expect(given.map(({ ruleVersion }) => ruleVersion)).toEqual([version - 1, version]);
  });

  it('enters what somebody decided on as it is, and leaves it when the post goes', async () => {
    const helper = await newcomer();
    const post = await make.answer();
    const decided = (reason: 'BOUNTY_WON' | 'SANCTIONED', points: number): Award => ({
      ...{ accountId: helper, rule: null, reason, points, postId: post, cause: `${reason}:${++causes}` },
    });
    await ledger.award([
      decided('BOUNTY_WON', 350),
      decided('SANCTIONED', -50),
      upvote(helper, { postId: post }),
    ]);
    expect(await deltasOf(helper)).toEqual([350, -50, 10]);
    await ledger.revokeAllOf([post]);
    expect(await deltasOf(helper)).toEqual([350, -50, 10, -10]);
    expect(await reputationOf(helper)).toBe(300);
  });

  it('keeps the sums of each day and post beside the entries', async () => {
    const helper = await newcomer();
    const [one, other] = [upvote(helper), acceptance(helper)];
    const long = new Date('2020-02-29T23:30:00Z');
    await ledger.award([
      one,
      other,
      upvote(helper, { postId: await make.answer(), earnedAt: long, isHistory: true }),
    ]);
    await ledger.revoke([one.cause], 'VOTE_WITHDRAWN');
    const of = (table: string, order: string) =>
      database.query(`select gained, lost, entries from ${table} where account_id = $1 order by ${order}`, [
        helper,
      ]);
    expect(await of('reputation_day', 'day')).toEqual([
      { gained: 10, lost: 0, entries: 1 },
      { gained: 25, lost: 10, entries: 3 },
    ]);
    expect(await of('reputation_post', 'post_id')).toEqual([
      { gained: 25, lost: 10, entries: 3 },
      { gained: 10, lost: 0, entries: 1 },
    ]);
  });

  it('brings each day what its standing upvotes are worth, up to the cap it began with, in whatever order', async () => {
    const days = ['2026-02-01', '2026-02-02'] as const;
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          isGiven: fc.boolean(),
          votes: fc.uniqueArray(fc.nat({ max: 11 }), { minLength: 1, maxLength: 6 }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ points: fc.constantFrom(10, 60, 95), cap: fc.constantFrom(100, 200) }),
      },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...days), { minLength: 12, maxLength: 12 }),
        fc.array(step, { maxLength: 14 }),
        async (dayOfVote, steps) => {
          const helper = await newcomer();
          const awards = dayOfVote.map((day) => upvote(helper, { earnedAt: new Date(day) }));
          let rules = { points: 10, cap: 200 };
          await upvotesAreWorth(rules.points, rules.cap);
          const model = new Map(days.map((day) => [day, { cap: 0, standing: new Map<number, number>() }]));
          for (const one of steps) {
            if ('points' in one) {
              rules = one;
              await upvotesAreWorth(one.points, one.cap);
              continue;
            }
            if (one.isGiven) await ledger.award(one.votes.map((index) => awards[index]!));
            else {
              const causesOf = one.votes.map((index) => awards[index]!.cause);
              await ledger.revoke(causesOf, 'VOTE_WITHDRAWN');
            }
            for (const index of one.votes) {
              const day = model.get(dayOfVote[index]!)!;
              if (!one.isGiven) day.standing.delete(index);
              else if (!day.standing.has(index)) {
                if (day.standing.size === 0) day.cap = rules.cap;
                day.standing.set(index, rules.points);
              }
            }
            const earned = [...model.values()].map(({ cap, standing }) =>
              Math.min(
                cap,
                [...standing.values()].reduce((sum, points) => sum + points, 0),
              ),
            );
            expect(await reputationOf(helper)).toBe(earned[0]! + earned[1]!);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
