import type { Actor } from '#libs/kernel';
import type { CriterionName } from '../domain/criteria.js';
import { ProgrammeOffice } from '../testing/programme-office.js';

describe('what it takes to be suggested as a superuser', () => {
  let office: ProgrammeOffice;
  let person: Actor;

  beforeAll(async () => {
    office = await ProgrammeOffice.open();
  });
  afterAll(() => office.close());

  const figures = async (of = person) => {
    const criteria = await office.criteria.of(of.accountId);
    return Object.fromEntries(criteria.map(({ name, has }) => [name, has])) as Record<CriterionName, number>;
  };
  const suggested = async (view: 'SUGGESTED' | 'NOMINATED' | 'ALL' = 'SUGGESTED') =>
    (await office.queries.candidates(view, { first: 100 })).rows.map(({ account }) => account.accountId);
  const isSuggested = async () => (await suggested()).includes(person.accountId);

  describe('is counted', () => {
    beforeEach(async () => {
      person = await office.make.member({ reputation: 510 });
    });

    it('from nothing at all', async () => {
      expect(await figures()).toEqual({
        REPUTATION: 510,
        ACTIVE_DAYS: 0,
        SOLUTIONS: 0,
        ASKERS: 0,
        QUALITY: 0.5,
      });
    });

    it('as solutions and the different people who had the problem', async () => {
      const asker = await office.make.member();
      const [first = 0, second = 0] = await office.solve(person, 3, asker);
      await office.solve(person, 2);
      expect(await figures()).toMatchObject({ SOLUTIONS: 5, ASKERS: 3 });
      // An answer that is two things at once is still one.
      await office.database.query(`update post set official_at = now(), official_by = $2 where id = $1`, [
        first,
        asker.accountId,
      ]);
      expect(await figures()).toMatchObject({ SOLUTIONS: 5, ASKERS: 3 });
      await office.database.query(
        `update post set accepted_at = null, accepted_by = null, also_solved_at = now(), also_solved_by = $2 where id = $1`,
        [second, asker.accountId],
      );
      expect(await figures()).toMatchObject({ SOLUTIONS: 5, ASKERS: 3 });
    });

    it('not from one’s own questions, from marks of one’s own, nor from what is deleted, void or long ago', async () => {
      await office.solve(person, 1, person);
      const [ofDeleted, arranged, old] = await office.solve(person, 3);
      const change = (sql: string, id: number | undefined) => office.database.query(sql, [id]);
      await change(
        `update post set deleted_at = now(), deleted_by = author_id
          where id = (select question_id from post where id = $1)`,
        ofDeleted,
      );
      await change(`update post set acceptance_void_case = 7 where id = $1`, arranged);
      await change(`update post set accepted_at = now() - interval '101 days' where id = $1`, old);
      const question = await office.make.question();
      const marked = await office.make.answer({ question, author: person });
      await office.database.query(`update post set official_at = now(), official_by = $2 where id = $1`, [
        marked,
        person.accountId,
      ]);
      const own = await office.make.answer({
        question: await office.make.question({ author: person }),
        author: person,
      });
      const moderator = await office.make.member({ role: 'MODERATOR' });
      await office.database.query(`update post set official_at = now(), official_by = $2 where id = $1`, [
        own,
        moderator.accountId,
      ]);
      expect(await figures()).toMatchObject({ SOLUTIONS: 0, ASKERS: 0 });
    });

    it('as days on which something was written that stands, by the days of UTC', async () => {
      await office.beActive(person, 3);
      await office.make.question({ author: person, createdAt: daysAgo(2) });
      await office.make.answer({ author: person, createdAt: daysAgo(50) });
      await office.make.answer({ author: person, createdAt: daysAgo(101) });
      const gone = await office.make.answer({ author: person, createdAt: daysAgo(60) });
      await office.database.query(`update post set deleted_at = now(), deleted_by = $2 where id = $1`, [
        gone,
        person.accountId,
      ]);
      expect(await figures()).toMatchObject({ ACTIVE_DAYS: 4 });
    });

    it('as the quality of their posts', async () => {
      await office.postWell(person, 10, 2);
      expect((await figures()).QUALITY).toBe(0.75);
    });
  });

  it('suggests who has all of it, and shows others with what they miss', async () => {
    person = await office.qualified();
    const near = await office.make.member({ reputation: 450 });
    const far = await office.make.member({ reputation: 449 });
    const moderator = await office.make.member({ role: 'MODERATOR', reputation: 9_000 });
    await office.criteria.count();
    expect(await suggested()).toEqual([person.accountId]);
    const all = await suggested('ALL');
    expect(all[0]).toBe(person.accountId);
    expect(all).toContain(near.accountId);
    expect(all).not.toContain(far.accountId);
    expect(all).not.toContain(moderator.accountId);

    const [row] = (await office.queries.candidates('SUGGESTED', { first: 1 })).rows;
    expect(row).toMatchObject({
      met: 5,
      nominationCount: 0,
      invitation: null,
      isSanctioned: false,
      figures: { reputation: 600, activeDays: 15, solutions: 5, askers: 5 },
    });
  });

  it('counts whoever was nominated, however far they are', async () => {
    const nominator = await office.make.member({ reputation: 200 });
    const newcomer = await office.make.member();
    const reason = 'They are new, and have answered three of mine already.';
    await office.nominations.nominate(nominator, newcomer.accountId, { reason });
    await office.criteria.count();
    expect(await suggested('NOMINATED')).toEqual([newcomer.accountId]);
    await office.daysPass(newcomer, 366);
    await office.criteria.count();
    expect(await suggested('NOMINATED')).toEqual([]);
    expect(await suggested('ALL')).not.toContain(newcomer.accountId);
  });

  it('stays with whoever had it while nine tenths are left, and for two weeks below', async () => {
    person = await office.qualified();
    await office.criteria.count();
    expect(await isSuggested()).toBe(true);
    await setReputation(450);
    await office.criteria.count();
    expect(await isSuggested()).toBe(true);

    await setReputation(449);
    await office.criteria.count();
    expect(await isSuggested()).toBe(true);
    await office.daysPass(person, 13);
    await office.criteria.count();
    expect(await isSuggested()).toBe(true);
    await office.daysPass(person, 1);
    await office.criteria.count();
    expect(await isSuggested()).toBe(false);

    // Back to nine tenths is not enough to come in again.
    await setReputation(499);
    await office.criteria.count();
    expect(await isSuggested()).toBe(false);
    await setReputation(500);
    await office.criteria.count();
    expect(await isSuggested()).toBe(true);
  });

  it('begins anew for who recovered in between', async () => {
    person = await office.superuser();
    await office.database.query(`update account set reputation = 600 where id = $1`, [person.accountId]);
    await office.solve(person, 5);
    await office.beActive(person, 15);
    await office.postWell(person, 10);
    const staff = await office.staff();
    const belowFor = async (days: number) => {
      await setReputation(100);
      await office.criteria.count();
      await office.daysPass(person, days);
      await office.criteria.count();
    };
    await belowFor(10);
    await setReputation(600);
    await office.criteria.count();
    await belowFor(10);
    expect(office.kindsToldTo(staff)).toEqual([]);
    await belowFor(5);
    expect(office.kindsToldTo(staff)).toEqual(['SUPERUSER_BELOW']);
    await setReputation(600);
    await office.criteria.count();
    await belowFor(15);
    expect(office.kindsToldTo(staff)).toEqual(['SUPERUSER_BELOW', 'SUPERUSER_BELOW']);
  });

  it('follows the rules in force', async () => {
    person = await office.qualified();
    await office.changeRules(() => ({ solutions: 6 }));
    await office.criteria.count();
    expect(await isSuggested()).toBe(false);
    await office.changeRules(() => ({ solutions: 5 }));
    await office.criteria.count();
    expect(await isSuggested()).toBe(true);
  });

  it('is counted by several at once, and again, with the same result', async () => {
    person = await office.qualified();
    await Promise.all([office.criteria.count(), office.criteria.count(), office.criteria.count()]);
    const before = await standings();
    await office.criteria.count();
    expect(await standings()).toEqual(before);
    expect(await isSuggested()).toBe(true);
  });

  it('is counted anew when staff ask, and for nobody else', async () => {
    person = await office.qualified();
    expect(await isSuggested()).toBe(false);
    await expect(office.criteria.refresh(person)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await office.criteria.refresh(await office.staff());
    expect(await isSuggested()).toBe(true);
  });

  it('lists page by page without losing or repeating anybody', async () => {
    await office.criteria.count();
    const all = await suggested('ALL');
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const page = await office.queries.candidates('ALL', { first: 2, after });
      seen.push(...page.rows.map(({ account }) => account.accountId));
      const last = page.rows.at(-1);
      after = page.hasNextPage && last ? office.queries.candidateCursor(last) : null;
    } while (after);
    expect(seen).toEqual(all);
    expect(all.length).toBeGreaterThan(4);
  });

  const setReputation = (points: number) =>
    office.database.query(`update account set reputation = $2 where id = $1`, [person.accountId, points]);
  const standings = () =>
    office.database.query(
      `select account_id, met, stays, qualified_since, below_since from superuser_standing order by account_id`,
    );
});

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}
