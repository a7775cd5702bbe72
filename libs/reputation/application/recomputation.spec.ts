import { setTimeout as sleep } from 'node:timers/promises';
import { DomainEvents } from '#libs/platform';
import { RecomputationAsked, ReputationRecomputed } from '../domain/rule-events.js';
import { PrivilegeStore } from '../persistence/privilege.store.js';
import { RulesOffice } from '../testing/rules-office.js';
import { PrivilegeKeeping } from './privilege-keeping.js';

describe('recomputing everybody’s reputation', () => {
  let office: RulesOffice;
  beforeAll(async () => (office = await RulesOffice.open()));
  afterAll(() => office.close());
  beforeEach(() => office.beginAnew());

  const somebody = async () => (await office.make.member()).accountId;

  /** New rules, saved; gives their version. */
  const rulesAre = (points: Record<string, number>, dailyCap = 200) =>
    office.make.rules((rules) => ({ ...rules, dailyCap, points: { ...rules.points, ...points } }));

  async function recompute(): Promise<void> {
    const { id } = await office.recomputation.ask(await office.admin(), await office.version());
    await office.recomputation.run(id);
  }

  const entriesOf = (accountId: number) =>
    office.database.query(
      `select reason, reversal_cause as "reversalCause", delta, rule_version as version, occurrence,
              earned_on::text as "earnedOn" from reputation_entry where account_id = $1 order by id`,
      [accountId],
    );

  it('takes back what is worth something else and enters it anew, on the day when it was earned', async () => {
    const helper = await somebody();
    const before = await office.version();
    await office.ledger.award([office.award(helper, 'ANSWER_ACCEPTED', { daysAgo: 400 })]);
    await office.ledger.award([office.award(helper, 'ANSWER_UPVOTED')]);
    const after = await rulesAre({ ANSWER_ACCEPTED: 20 });
    await recompute();
    const earnedOn = new Date(Date.now() - 400 * 86_400_000).toISOString().slice(0, 10);
    expect((await entriesOf(helper)).filter((entry) => entry['earnedOn'] === earnedOn)).toEqual([
      {
        ...{ reason: 'ANSWER_ACCEPTED', delta: 15, version: before, occurrence: 1 },
        earnedOn,
        reversalCause: null,
      },
      {
        ...{ reason: 'REVERSAL', reversalCause: 'RULES_CHANGED', delta: -15, version: before, occurrence: 1 },
        earnedOn,
      },
      {
        ...{ reason: 'ANSWER_ACCEPTED', delta: 20, version: after, occurrence: 2 },
        earnedOn,
        reversalCause: null,
      },
    ]);
    expect(await entriesOf(helper)).toHaveLength(4);
    expect(await office.reputationOf(helper)).toBe(30);
  });

  it('changes nothing the second time', async () => {
    const helper = await somebody();
    await office.ledger.award([office.award(helper, 'ANSWER_PROMOTED')]);
    await rulesAre({ ANSWER_PROMOTED: 30 });
    await recompute();
    await recompute();
    expect(await entriesOf(helper)).toHaveLength(3);
    expect(await office.recomputation.latest()).toMatchObject({ state: 'DONE', changed: 0 });
  });

  it('cuts days to a lower cap and fills them to a higher one', async () => {
    const helper = await somebody();
    await office.ledger.award(
      [0, 9].flatMap((daysAgo) =>
        Array.from({ length: 25 }, () => office.award(helper, 'ANSWER_UPVOTED', { daysAgo })),
      ),
    );
    const capped = async (cap: number) => {
      await rulesAre({}, cap);
      await recompute();
      return office.reputationOf(helper);
    };
    expect([await capped(120), await capped(240), await capped(200)]).toEqual([240, 480, 400]);
    // Today goes on under the new cap.
    await office.ledger.award([office.award(helper, 'ANSWER_UPVOTED')]);
    expect(await office.reputationOf(helper)).toBe(400);
  });

  it('leaves everybody the days of grace for what they may do, however much less they have by it', async () => {
    const helper = await somebody();
    await office.ledger.award(Array.from({ length: 6 }, () => office.award(helper, 'ANSWER_PROMOTED')));
    const keeping = new PrivilegeKeeping(
      office.database,
      new DomainEvents(),
      new PrivilegeStore(office.database),
    );
    const votesDown = async () => {
      await keeping.takeAway();
      const [row] = await office.database.query<{ held: boolean }>(
        `select 'VOTE_DOWN' = any(privileges) as held from account where id = $1`,
        [helper],
      );
      return row?.held;
    };
    await rulesAre({ ANSWER_PROMOTED: 5 });
    await recompute();
    expect([await office.reputationOf(helper), await votesDown()]).toEqual([30, true]);
    await office.database.query(`update privilege_at_risk set since = since - make_interval(days => 14)`);
    expect(await votesDown()).toBe(false);
  });

  it('leaves bounties, sanctions and what was taken back alone', async () => {
    const helper = await somebody();
    const vote = office.award(helper, 'ANSWER_ACCEPTED');
    const sanction = { rule: null, reason: 'SANCTIONED', points: -30, postId: null } as const;
    await office.ledger.award([vote, { ...sanction, accountId: helper, cause: 'sanction:1' }]);
    await office.ledger.revoke([vote.cause], 'POST_DELETED');
    await rulesAre({ ANSWER_ACCEPTED: 99 });
    await recompute();
    expect(await office.reputationOf(helper)).toBe(-30);
    expect(await entriesOf(helper)).toHaveLength(3);
    // What comes back now comes back as it would be worth if it had been there.
    await office.ledger.award([vote]);
    expect(await office.reputationOf(helper)).toBe(69);
  });

  it('goes on where it was cut off, and shows how far it is', async () => {
    const helpers = await Promise.all(Array.from({ length: 60 }, somebody));
    await office.ledger.award(helpers.map((helper) => office.award(helper, 'ANSWER_PROMOTED')));
    await rulesAre({ ANSWER_PROMOTED: 26 });
    const { id } = await office.recomputation.ask(await office.admin(), await office.version());
    const half = await office.recomputation.step(id);
    const progress = await office.recomputation.latest();
    expect(half).toBe(true);
    expect(progress).toMatchObject({ state: 'RUNNING', accountsDone: 50 });
    expect(progress!.accountsTotal).toBeGreaterThanOrEqual(60);

    await office.recomputation.run(id);
    const done = await office.recomputation.latest();
    expect(done).toMatchObject({ state: 'DONE', accountsTotal: done!.accountsDone });
    expect(done!.changed).toBeGreaterThanOrEqual(60);
    for (const helper of helpers) expect(await office.reputationOf(helper)).toBe(26);
  });

  it('takes a ledger of thousands of entries in parts that never cut a day', async () => {
    const helper = await somebody();
    const votes = [1, 2, 3].flatMap((daysAgo) =>
      Array.from({ length: 1_500 }, () => office.award(helper, 'ANSWER_UPVOTED', { daysAgo })),
    );
    await office.ledger.award(votes);
    await rulesAre({ ANSWER_UPVOTED: 11 }, 150);
    const { id } = await office.recomputation.ask(await office.admin(), await office.version());
    const steps: number[] = [];
    while (await office.recomputation.step(id)) steps.push((await office.recomputation.latest())!.changed);
    expect(steps.at(-1)! - steps.at(-2)!).toBe(1_500);
    expect(await office.reputationOf(helper)).toBe(450);
  });

  it('runs once at a time, by the rules in force, for admins', async () => {
    const admin = await office.admin();
    const version = await office.version();
    const asked = await Promise.allSettled(
      Array.from({ length: 6 }, () => office.recomputation.ask(admin, version)),
    );
    const refused = asked.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(5);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'CONFLICT' });
    const [started] = asked.filter((one) => one.status === 'fulfilled');
    await office.recomputation.run(started!.value.id);

    await expect(office.recomputation.ask(admin, version - 1)).rejects.toMatchObject({
      details: { current: version },
    });
    const member = await office.make.member({ role: 'STAFF' });
    await expect(office.recomputation.ask(member, version)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is told, with who asked for it', async () => {
    const told: RecomputationAsked[] = [];
    office.events.on(RecomputationAsked, (event) => void told.push(event));
    await recompute();
    expect(told).toMatchObject([{ version: await office.version(), by: { role: 'ADMIN' } }]);
  });

  describe('tells everybody whose reputation it changed what it was and is', () => {
    let told: ReputationRecomputed[] = [];
    beforeAll(() => office.events.on(ReputationRecomputed, (event) => void told.push(event)));
    beforeEach(() => (told = []));
    const toldTo = (accountId: number) =>
      told.flatMap(({ recomputationId, changes }) =>
        changes.flatMap((change) => (change.accountId === accountId ? [{ ...change, recomputationId }] : [])),
      );

    it('and nobody else, each of them once', async () => {
      const [helper, other, capped] = [await somebody(), await somebody(), await somebody()];
      await office.ledger.award([office.award(helper, 'ANSWER_PROMOTED')]);
      await office.ledger.award([office.award(other, 'ANSWER_ACCEPTED')]);
      await office.ledger.award(
        Array.from({ length: 30 }, () => office.award(capped, 'ANSWER_UPVOTED', { daysAgo: 3 })),
      );
      await rulesAre({ ANSWER_PROMOTED: 30, ANSWER_UPVOTED: 12 });
      await recompute();
      const after = await office.reputationOf(helper);
      expect(toldTo(helper)).toEqual([
        { accountId: helper, before: 25, after: 30, recomputationId: expect.any(Number) },
      ]);
      expect(after).toBe(30);
      // Entered anew, and by the limit of the day worth what it was.
      expect([toldTo(other), toldTo(capped)]).toEqual([[], []]);
      told = [];
      await recompute();
      expect(told).toEqual([]);
    });

    it('once for all parts that a long ledger is taken in, whatever else they earn between them', async () => {
      const helper = await somebody();
      await office.ledger.award(
        [1, 2, 3].flatMap((daysAgo) =>
          Array.from({ length: 1_500 }, () => office.award(helper, 'ANSWER_UPVOTED', { daysAgo })),
        ),
      );
      await rulesAre({ ANSWER_UPVOTED: 11 }, 150);
      const { id } = await office.recomputation.ask(await office.admin(), await office.version());
      let parts = 0;
      while ((await office.reputationOf(helper)) === 600) {
        await office.recomputation.step(id);
        parts += 1;
      }
      expect(toldTo(helper)).toEqual([]);
      await office.ledger.award([office.award(helper, 'ANSWER_ACCEPTED')]);
      await office.recomputation.run(id);
      expect(parts).toBeGreaterThan(0);
      expect(toldTo(helper)).toEqual([{ accountId: helper, before: 615, after: 465, recomputationId: id }]);
    });

    it('also when newer rules end it in the middle of a ledger', async () => {
      const helper = await somebody();
      await office.ledger.award(
        [1, 2, 3].flatMap((daysAgo) =>
          Array.from({ length: 1_500 }, () => office.award(helper, 'ANSWER_UPVOTED', { daysAgo })),
        ),
      );
      await rulesAre({ ANSWER_UPVOTED: 11 }, 150);
      const first = await office.recomputation.ask(await office.admin(), await office.version());
      while ((await office.reputationOf(helper)) === 600) await office.recomputation.step(first.id);
      expect(toldTo(helper)).toEqual([]);
      await rulesAre({ ANSWER_UPVOTED: 12 }, 100);
      await office.recomputation.run(first.id);
      expect(toldTo(helper)).toEqual([
        { accountId: helper, before: 600, after: 500, recomputationId: first.id },
      ]);
      await recompute();
      expect(toldTo(helper).at(-1)).toMatchObject({ before: 500, after: 300 });
      expect(toldTo(helper)).toHaveLength(2);
    });

    it('and nothing of a part that was taken back', async () => {
      const helper = await somebody();
      await office.ledger.award([office.award(helper, 'ANSWER_PROMOTED')]);
      await rulesAre({ ANSWER_PROMOTED: 31 });
      const { id } = await office.recomputation.ask(await office.admin(), await office.version());
      await expect(
        office.database.transaction(async () => {
          await office.recomputation.run(id);
          throw new Error('the power went');
        }),
      ).rejects.toThrow('the power went');
      expect(await office.reputationOf(helper)).toBe(25);
      told = [];
      await office.recomputation.run(id);
      expect(toldTo(helper)).toMatchObject([{ before: 25, after: 31 }]);
    });
  });

  it('ends when newer rules are saved, and brings nothing back to the older ones', async () => {
    const helper = await somebody();
    await office.ledger.award([office.award(helper, 'ANSWER_PROMOTED')]);
    await rulesAre({ ANSWER_PROMOTED: 30 });
    const { id } = await office.recomputation.ask(await office.admin(), await office.version());
    await rulesAre({ ANSWER_PROMOTED: 40 });
    await office.ledger.award([office.award(helper, 'ANSWER_PROMOTED')]);
    await office.recomputation.run(id);
    expect(await office.recomputation.latest()).toMatchObject({ state: 'SUPERSEDED' });
    expect(await office.reputationOf(helper)).toBe(65);
  });

  it('waits for a vote that is under way, and counts it', async () => {
    const helper = await somebody();
    await office.ledger.award(Array.from({ length: 20 }, () => office.award(helper, 'ANSWER_UPVOTED')));
    await rulesAre({ ANSWER_UPVOTED: 8 }, 160);
    const { id } = await office.recomputation.ask(await office.admin(), await office.version());
    const { promise: isAsked, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: isCast, resolve: cast } = Promise.withResolvers<void>();
    const voting = office.database.transaction(async () => {
      await office.ledger.award([office.award(helper, 'ANSWER_UPVOTED')]);
      cast();
      await isAsked;
    });
    await isCast;
    const recomputing = office.recomputation.run(id);
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while (!(await office.database.one(waiting))) await sleep(20);
    goOn();
    await Promise.all([voting, recomputing]);
    const day = await office.database.one(
      `select (array_agg(points_of_day order by id desc))[1] as newest, sum(points)::integer as sum
         from reputation_entry where account_id = $1`,
      [helper],
    );
    expect(day).toEqual({ newest: 168, sum: 168 });
    expect(await office.reputationOf(helper)).toBe(160);
  });

  it('and votes that come and go meanwhile end at the same figure', async () => {
    const helpers = await Promise.all(Array.from({ length: 12 }, somebody));
    const given = helpers.map((helper) =>
      Array.from({ length: 18 }, () => office.award(helper, 'ANSWER_UPVOTED')),
    );
    await office.ledger.award(given.flat());
    await rulesAre({ ANSWER_UPVOTED: 8 }, 160);
    const { id } = await office.recomputation.ask(await office.admin(), await office.version());
    await Promise.all([
      office.recomputation.run(id),
      // A second worker that took the job for lost.
      office.recomputation.run(id),
      ...helpers.flatMap((helper, index) => [
        office.ledger.award(Array.from({ length: 4 }, () => office.award(helper, 'ANSWER_UPVOTED'))),
        office.ledger.revoke(
          given[index]!.slice(0, 3).map(({ cause }) => cause),
          'VOTE_WITHDRAWN',
        ),
      ]),
    ]);
    await recompute();
    // 18 and 4 came, 3 went: 19 votes of 8 points.
    for (const helper of helpers) expect(await office.reputationOf(helper)).toBe(152);
  });
});
