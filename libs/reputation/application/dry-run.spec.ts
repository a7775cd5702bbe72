import fc from 'fast-check';
import { PRESETS } from '../domain/presets.js';
import { RULE_NAMES } from '../domain/rule-set.js';
import type { RuleName, RuleSet } from '../domain/rule-set.js';
import { DAY_MS, RulesOffice, asGiven } from '../testing/rules-office.js';

interface Entry {
  id: number;
  accountId: number;
  rule: RuleName | null;
  points: number;
  isCapped: boolean;
  dayCap: number | null;
  earnedOn: string;
  reversesId: number | null;
}

/** The rules of a new community with other points and another cap. */
const draftOf = (points: Partial<RuleSet['points']>, more: Partial<RuleSet> = {}): RuleSet => ({
  ...PRESETS.NEW,
  ...more,
  points: { ...PRESETS.NEW.points, ...points },
});

describe('the dry run', () => {
  let office: RulesOffice;
  beforeAll(async () => (office = await RulesOffice.open()));
  afterAll(() => office.close());
  beforeEach(() => office.beginAnew());

  const dryRun = async (draft: RuleSet, days = 30, first = 100) =>
    office.dryRun.run(await office.admin(), { values: asGiven(draft) }, { days, first });

  const somebody = async () => (await office.make.member()).accountId;

  /** One by one, by the book: what stands of the last days, under the draft. */
  async function byTheBook(draft: RuleSet, days: number): Promise<Map<number, number>> {
    const entries = await office.database.query<Entry>(
      `select id, account_id as "accountId", rule, points, is_capped as "isCapped", day_cap as "dayCap",
              earned_on::text as "earnedOn", reverses_id as "reversesId" from reputation_entry order by id`,
    );
    const takenBack = new Set(entries.map(({ reversesId }) => reversesId));
    const from = new Date(Date.now() - (days - 1) * DAY_MS).toISOString().slice(0, 10);
    const standing = entries.filter(
      ({ id, rule, earnedOn }) => rule !== null && !takenBack.has(id) && earnedOn >= from,
    );
    const change = new Map<number, number>();
    const add = (account: number, by: number) => change.set(account, (change.get(account) ?? 0) + by);
    for (const { accountId, rule, points, isCapped } of standing) {
      if (!isCapped) add(accountId, draft.points[rule!] - points);
    }
    const byDay = Map.groupBy(
      standing.filter(({ isCapped }) => isCapped),
      ({ accountId, earnedOn }) => `${accountId} ${earnedOn}`,
    );
    for (const ofDay of byDay.values()) {
      const before = ofDay.reduce((sum, { points }) => sum + points, 0);
      const after = ofDay.reduce((sum, { rule }) => sum + draft.points[rule!], 0);
      const { accountId, dayCap } = ofDay.at(-1)!;
      add(accountId, Math.min(draft.dailyCap, after) - Math.min(dayCap!, before));
    }
    return new Map([...change].filter(([, by]) => by !== 0));
  }

  it('says who would have more and who less, and by how much', async () => {
    const [answerer, asker, unmoved] = [await somebody(), await somebody(), await somebody()];
    await office.ledger.award([
      office.award(answerer, 'ANSWER_ACCEPTED'),
      office.award(answerer, 'ANSWER_ACCEPTED', { daysAgo: 3 }),
      office.award(asker, 'ACCEPTED_AN_ANSWER'),
      office.award(unmoved, 'ANSWER_UPVOTED'),
    ]);
    const outcome = await dryRun(draftOf({ ANSWER_ACCEPTED: 20, ACCEPTED_AN_ANSWER: 1 }));
    expect(outcome).toMatchObject({
      ...{ accounts: 2, gainers: 1, losers: 1, total: 9 },
      gained: [{ accountId: answerer, before: 30, after: 40 }],
      lost: [{ accountId: asker, before: 2, after: 1 }],
    });
    expect(await office.reputationOf(answerer)).toBe(30);
  });

  it('looks at the last days only, of which today is one', async () => {
    const helper = await somebody();
    await office.ledger.award(
      [0, 1, 2].map((daysAgo) => office.award(helper, 'ANSWER_PROMOTED', { daysAgo })),
    );
    const gained = async (days: number) => {
      const { gained: all } = await dryRun(draftOf({ ANSWER_PROMOTED: 26 }), days);
      return all.filter(({ accountId }) => accountId === helper).map(({ before, after }) => after - before);
    };
    expect([await gained(1), await gained(2), await gained(365)]).toEqual([[1], [2], [3]]);
    // Other stories of this file have entries too; two days more hold these two more at least.
    const [today, all] = [await dryRun(draftOf({}), 1), await dryRun(draftOf({}), 3)];
    expect([today.days, all.days]).toEqual([1, 3]);
    expect(all.entries - today.entries).toBeGreaterThanOrEqual(2);
  });

  it('takes the cap into account, the former one as the new one', async () => {
    const helper = await somebody();
    await office.ledger.award(Array.from({ length: 25 }, () => office.award(helper, 'ANSWER_UPVOTED')));
    const after = async (draft: RuleSet) => {
      const { gained, lost } = await dryRun(draft);
      return [...gained, ...lost].find(({ accountId }) => accountId === helper)?.after;
    };
    expect(await after(draftOf({}, { dailyCap: 240 }))).toBe(240);
    expect(await after(draftOf({}, { dailyCap: 100 }))).toBe(100);
    expect(await after(draftOf({ ANSWER_UPVOTED: 8 }))).toBeUndefined();
    expect(await after(draftOf({ ANSWER_UPVOTED: 7 }))).toBe(175);
  });

  it('leaves out what was taken back, bounties and sanctions', async () => {
    const helper = await somebody();
    const vote = office.award(helper, 'ANSWER_UPVOTED');
    const sanction = { rule: null, reason: 'SANCTIONED', points: -50, postId: null } as const;
    await office.ledger.award([vote, { ...sanction, accountId: helper, cause: 'sanction:1' }]);
    await office.ledger.revoke([vote.cause], 'FRAUD');
    const { gained } = await dryRun(draftOf({ ANSWER_UPVOTED: 100 }));
    expect(gained.map(({ accountId }) => accountId)).not.toContain(helper);
  });

  it('names the privileges that people would come to and lose, whether points move or thresholds', async () => {
    const member = async (reputation: number) => (await office.make.member({ reputation })).accountId;
    const [rising, falling, between] = [await member(100), await member(130), await member(127)];
    await office.make.member({ role: 'MODERATOR', reputation: 1 });
    await office.ledger.award([
      office.award(rising, 'ANSWER_UPVOTED'),
      office.award(falling, 'QUESTION_UPVOTED'),
    ]);
    const byPoints = await dryRun(draftOf({ ANSWER_UPVOTED: 30, QUESTION_UPVOTED: 0 }));
    expect(byPoints.privileges).toContainEqual({
      ...{ privilege: 'VOTE_DOWN', gained: 1, lost: 0, gainedBy: [rising], lostBy: [] },
    });
    const byThreshold = await dryRun(
      draftOf({}, { privileges: { ...PRESETS.NEW.privileges, VOTE_DOWN: 128 } }),
    );
    const [change] = byThreshold.privileges.filter(({ privilege }) => privilege === 'VOTE_DOWN');
    expect(change).toMatchObject({ gained: 0, lost: 1, lostBy: [between] });
  });

  it.each([0, 366, 1.5])('does not go through %s days', async (days) => {
    await expect(dryRun(PRESETS.NEW, days)).rejects.toMatchObject({ fields: [{ path: 'days' }] });
  });

  it('refuses a draft that could not be saved, and everybody who may not save one', async () => {
    await expect(dryRun(draftOf({ ANSWER_UPVOTED: -1 }))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const asked = office.dryRun.run(
      await office.make.member({ role: 'STAFF' }),
      { values: [] },
      { days: 1, first: 1 },
    );
    await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('agrees with the book, and a recomputation makes it come true', async () => {
    const person = fc.nat({ max: 2 });
    const deed = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          person,
          rule: fc.constantFrom<RuleName[]>('ANSWER_UPVOTED', 'ANSWER_UPVOTED', ...RULE_NAMES),
          daysAgo: fc.constantFrom(0, 0, 1, 40),
          times: fc.constantFrom(1, 3, 11),
        }),
      },
      { weight: 2, arbitrary: fc.record({ revoked: fc.nat({ max: 30 }) }) },
      {
        weight: 1,
        arbitrary: fc.record({ cap: fc.constantFrom(50, 80, 100, 200), worth: fc.constantFrom(5, 10) }),
      },
    );
    const draft = fc
      .record({
        up: fc.nat({ max: 20 }),
        down: fc.integer({ min: -5, max: 0 }),
        accepted: fc.nat({ max: 30 }),
        cap: fc.integer({ min: 20, max: 400 }),
      })
      .map(({ up, down, accepted, cap }) =>
        draftOf(
          {
            ...{ ANSWER_UPVOTED: up, QUESTION_UPVOTED: up, QUESTION_DOWNVOTED: down },
            ...{ ANSWER_ACCEPTED: accepted, ANSWER_ALSO_SOLVED: 0 },
          },
          { dailyCap: cap },
        ),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 4, maxLength: 14 }),
        draft,
        fc.constantFrom(1, 2, 30, 365),
        async (deeds, wanted, days) => {
          await office.beginAnew();
          const people = [await somebody(), await somebody(), await somebody()];
          const causes: string[] = [];
          for (const one of deeds) {
            if ('revoked' in one)
              await office.ledger.revoke(causes.slice(one.revoked, one.revoked + 2), 'FRAUD');
            else if ('cap' in one) {
              const points = { ANSWER_UPVOTED: one.worth };
              await office.make.rules(() => draftOf(points, { dailyCap: one.cap }));
            } else {
              const awards = Array.from({ length: one.times }, () =>
                office.award(people[one.person]!, one.rule, one),
              );
              causes.push(...awards.map(({ cause }) => cause));
              await office.ledger.award(awards);
            }
          }

          const expected = await byTheBook(wanted, days);
          // Everybody of the stories before is in the same book: the page of people must not end before they do.
          const found = await dryRun(wanted, days, 10_000);
          const all = [...found.gained, ...found.lost];
          expect(new Map(all.map(({ accountId, before, after }) => [accountId, after - before]))).toEqual(
            expected,
          );
          expect(found.total).toBe([...expected.values()].reduce((sum, by) => sum + by, 0));
          if (days < 365) return;

          const admin = await office.admin();
          const saved = await office.desk.save(admin, {
            basedOnVersion: await office.version(),
            values: asGiven(wanted),
          });
          const { id } = await office.recomputation.ask(admin, saved.version);
          await office.recomputation.run(id);
          const ofThisStory = all.filter(({ accountId }) => people.includes(accountId));
          for (const { accountId, after } of ofThisStory)
            expect(await office.reputationOf(accountId)).toBe(after);
          expect(await byTheBook(wanted, 365)).toEqual(new Map());
        },
      ),
      { numRuns: 60 },
    );
  });
});
