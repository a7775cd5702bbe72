import { AccountLoader, AccountQueries } from '#libs/accounts';
import type { User } from '#libs/accounts';
import { PostLoader, PostQueries } from '#libs/forum';
import { GUEST } from '#libs/kernel';
import { Database, countingStatements } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { Ledger } from '../application/ledger.js';
import type { Award } from '../domain/awards.js';
import { LedgerQueries } from '../persistence/ledger.queries.js';
import { ReputationQueries } from '../persistence/reputation.queries.js';
import { DayEntriesLoader, PostEntriesLoader } from './ledger.loaders.js';
import { DayFieldsResolver, LedgerFieldsResolver, PostSumFieldsResolver } from './ledger.resolvers.js';
import { PersonFieldsResolver } from './person.fields.resolver.js';
import { BadgeLoader, EntryPageLoader } from './reputation.loaders.js';

interface Plan {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

/** Adds up the rows that were fetched from tables and indexes, also those that were not wanted. */
class MeteredDatabase extends Database {
  rowsRead = 0;

  override async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const [explained] = await super.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `explain (analyze, format json) ${sql}`,
      parameters,
    );
    this.rowsRead += rowsOf(explained!['QUERY PLAN'][0]!.Plan);
    return super.query<Row>(sql, parameters);
  }
}

function rowsOf(plan: Plan): number {
  const own = /^(Seq|Index|Index Only|Bitmap Heap) Scan$/.test(plan['Node Type'])
    ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
    : 0;
  return (plan.Plans ?? []).reduce((sum, inner) => sum + rowsOf(inner), own);
}

describe('what people read of a ledger', () => {
  let db: TestDatabase;
  let metered: MeteredDatabase;
  let make: Builders;
  let ledger: Ledger;
  let accounts: AccountLoader;
  let people: PersonFieldsResolver;
  let parts: LedgerFieldsResolver;
  let days: DayFieldsResolver;
  let posts: PostSumFieldsResolver;
  let causes = 0;

  beforeAll(async () => {
    db = await createTestDatabase();
    metered = new MeteredDatabase(db.database.dataSource);
    make = new Builders(db.database);
    ledger = new Ledger(db.database);
    accounts = new AccountLoader(new AccountQueries(db.database));
    const [entries, sums] = [new ReputationQueries(metered), new LedgerQueries(metered)];
    people = new PersonFieldsResolver(new EntryPageLoader(entries), new BadgeLoader(entries));
    parts = new LedgerFieldsResolver(sums);
    days = new DayFieldsResolver(new DayEntriesLoader(sums));
    posts = new PostSumFieldsResolver(
      new PostEntriesLoader(sums),
      new PostLoader(new PostQueries(db.database)),
    );
  });
  afterAll(() => db.drop());

  const newRequest = (): RequestContext => ({
    viewer: GUEST,
    requestId: 'r',
    address: '127.0.0.1',
    sessionToken: null,
    guestKey: Buffer.alloc(0),
    refusesRecording: false,
    setSession: () => undefined,
    loaders: new Map(),
  });

  const userOf = async (accountId: number): Promise<User> => (await accounts.load(newRequest(), accountId))!;
  const newcomer = async () => (await make.member()).accountId;

  function accepted(accountId: number, postId: number | null, day?: string): Award {
    const cause = `accept:${++causes}`;
    const what = { accountId, rule: 'ANSWER_ACCEPTED', reason: 'ANSWER_ACCEPTED', postId, cause } as const;
    return day ? { ...what, earnedAt: new Date(`${day}T12:00:00Z`), isHistory: true } : what;
  }

  it('only gains, or only losses, and how many entries there are in all', async () => {
    const helper = await newcomer();
    const mark = accepted(helper, await make.answer());
    await ledger.award([mark, accepted(helper, await make.answer())]);
    await ledger.revoke([mark.cause], 'MARK_MOVED');
    const user = await userOf(helper);
    const page = async (kind?: 'GAINS' | 'LOSSES') => {
      const { nodes, totalCount } = await people.reputationEntries(user, newRequest(), { first: 10 }, kind);
      return { deltas: nodes.map(({ delta }) => delta), totalCount };
    };
    expect(await page()).toEqual({ deltas: [-15, 15, 15], totalCount: 3 });
    expect(await page('GAINS')).toEqual({ deltas: [15, 15], totalCount: null });
    expect(await page('LOSSES')).toEqual({ deltas: [-15], totalCount: null });
    const nobody = await userOf(await newcomer());
    expect(await people.reputationEntries(nobody, newRequest(), {})).toMatchObject({
      nodes: [],
      totalCount: 0,
    });
  });

  it('each entry with its rule and version, and each reversal with why', async () => {
    const helper = await newcomer();
    const mark = accepted(helper, await make.answer());
    await ledger.award([mark]);
    await ledger.revoke([mark.cause], 'POST_DELETED');
    const { nodes } = await people.reputationEntries(await userOf(helper), newRequest(), {});
    expect(nodes).toMatchObject([
      { reason: 'REVERSAL', rule: null, reversalCause: 'POST_DELETED', ruleVersion: 1 },
      { rule: 'ANSWER_ACCEPTED', reversalCause: null, ruleVersion: 1, dayCap: null, isReversed: true },
    ]);
  });

  it('day by day, each with its entries, page after page', async () => {
    const helper = await newcomer();
    const post = await make.answer();
    await ledger.award([
      accepted(helper, post, '2024-02-28'),
      accepted(helper, post, '2024-02-29'),
      accepted(helper, post, '2024-02-29'),
      accepted(helper, post, '2024-03-01'),
    ]);
    const user = await userOf(helper);
    const first = await parts.reputationByDay(user, { first: 2 });
    expect(first.nodes).toMatchObject([
      { day: '2024-03-01', gained: 15, lost: 0, entryCount: 1 },
      { day: '2024-02-29', gained: 30, lost: 0, entryCount: 2 },
    ]);
    const after = first.pageInfo.endCursor;
    expect((await parts.reputationByDay(user, { first: 2, after })).nodes).toMatchObject([
      { day: '2024-02-28' },
    ]);

    const context = newRequest();
    const { statements } = await countingStatements(async () => {
      const entries = await Promise.all(first.nodes.map((day) => days.entries(day, context, 5)));
      expect(entries.map((ofDay) => ofDay.length)).toEqual([1, 2]);
    });
    // One to read, and one by the meter.
    expect(statements).toBe(2);
  });

  it('post by post, the latest first, with what is about no post', async () => {
    const helper = await newcomer();
    const [one, other] = [await make.answer(), await make.answer()];
    const mark = accepted(helper, one);
    await ledger.award([mark]);
    await ledger.award([accepted(helper, other)]);
    await ledger.award([accepted(helper, null)]);
    await ledger.revoke([mark.cause], 'MARK_MOVED');
    const user = await userOf(helper);
    const { nodes, pageInfo } = await parts.reputationByPost(user, { first: 2 });
    expect(nodes).toMatchObject([
      { row: { postId: one }, gained: 15, lost: 15, entryCount: 2 },
      { row: { postId: null }, gained: 15, lost: 0 },
    ]);
    const { nodes: rest } = await parts.reputationByPost(user, { first: 2, after: pageInfo.endCursor });
    expect(rest).toMatchObject([{ row: { postId: other } }]);
    const context = newRequest();
    const entries = await Promise.all([...nodes, ...rest].map((post) => posts.entries(post, context, 1)));
    expect(entries.map((ofPost) => ofPost.map(({ delta }) => delta))).toEqual([[-15], [15], [15]]);
    expect(await posts.post(rest[0]!, context)).toMatchObject({ path: expect.stringContaining('#answer-') });
    expect(await posts.post(nodes[1]!, context)).toBeNull();
  });

  it('over time, in steps that fit the span', async () => {
    const helper = await newcomer();
    const post = await make.answer();
    const earned = (...all: string[]) => ledger.award(all.map((day) => accepted(helper, post, day)));
    const history = async (points: number) => parts.reputationHistory(await userOf(helper), points);
    const on = (day: string) => ({ from: day, firstOn: day, lastOn: day });
    expect(await history(10)).toEqual({ unit: null, steps: [] });
    await earned('2024-01-01', '2024-01-01', '2024-01-07');
    expect(await history(10)).toEqual({
      unit: 'DAY',
      steps: [
        { unit: 'DAY', ...on('2024-01-01'), gained: 30, lost: 0, reputation: 30 },
        { unit: 'DAY', ...on('2024-01-07'), gained: 15, lost: 0, reputation: 45 },
      ],
    });
    await earned('2024-01-30');
    expect((await history(10)).steps.map(({ from, reputation }) => [from, reputation])).toEqual([
      ['2024-01-01', 45],
      ['2024-01-29', 60],
    ]);
    await earned('2009-06-15');
    expect(await history(200)).toMatchObject({ unit: 'MONTH', steps: [{ from: '2009-06-01' }, {}] });
    expect(await history(20)).toMatchObject({
      unit: 'YEAR',
      steps: [
        { from: '2009-01-01', firstOn: '2009-06-15', lastOn: '2009-06-15' },
        { from: '2024-01-01', firstOn: '2024-01-01', lastOn: '2024-01-30', reputation: 75 },
      ],
    });
    await expect(history(201)).rejects.toMatchObject({ fields: [{ path: 'points' }] });
  });

  it('a profile with 100,000 entries costs as many statements and rows as one with 200', async () => {
    /** So many entries over 40 days and 40 posts, all written at once. */
    const veteran = async (entries: number) => {
      const accountId = await newcomer();
      const about = await Promise.all(Array.from({ length: 40 }, () => make.answer()));
      await db.database.query(
        `insert into reputation_entry (account_id, delta, points, reason, rule, cause, post_id, earned_on, created_at)
         select $1::bigint, 15, 15, 'ANSWER_ACCEPTED', 'ANSWER_ACCEPTED', 'accept:' || $1::bigint || ':' || n,
                ($3::bigint[])[1 + n % 40], '2025-01-01'::date + (n % 40)::integer,
                '2025-01-01'::timestamptz + make_interval(days => (n % 40)::integer, secs => n % 80000)
           from generate_series(1, $2::integer) as n`,
        [accountId, entries, about],
      );
      await db.database.query(`update account set reputation = 15 * $2::integer where id = $1`, [
        accountId,
        entries,
      ]);
      return accountId;
    };
    const costOf = async (accountId: number) => {
      const user = await userOf(accountId);
      metered.rowsRead = 0;
      const { statements } = await countingStatements(async () => {
        const context = newRequest();
        await people.reputationEntries(user, context, { first: 20 });
        await people.reputationEntries(user, context, { first: 20 }, 'LOSSES');
        const byDay = await parts.reputationByDay(user, { first: 20 });
        await Promise.all(byDay.nodes.map((day) => days.entries(day, context, 5)));
        const byPost = await parts.reputationByPost(user, { first: 20 });
        await Promise.all(byPost.nodes.map((post) => posts.entries(post, context, 5)));
        await parts.reputationHistory(user, 100);
      });
      return { statements, rows: metered.rowsRead };
    };
    const [small, large] = [await veteran(200), await veteran(100_000)];
    await db.database.query(`analyze`);
    const [little, much] = [await costOf(small), await costOf(large)];
    expect(much.statements).toBe(little.statements);
    expect(much.rows).toBeLessThanOrEqual(little.rows);
    expect(much.rows).toBeLessThan(600);
  });
});
