import type { Actor } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { WEIGHTS } from './domain/expertise.js';
import type { Period } from './domain/expertise.js';
import { Hall } from './testing/hall.js';

let test: TestDatabase;
let hall: Hall;

beforeEach(async () => {
  test = await createTestDatabase();
  hall = new Hall(test);
});
afterEach(() => test.drop());

/** Who is listed, in which order. */
async function listed(tag: string | null, period: Period = 'ALL'): Promise<number[]> {
  const page = await hall.experts.topHelpers(await idOf(tag), period, { first: 10 });
  return page.rows.map(({ accountId }) => accountId);
}

async function idOf(tag: string | null): Promise<number | null> {
  const row = await test.database.one<{ id: number }>(`select id from tag where name = $1`, [tag]);
  return row?.id ?? null;
}

async function scoreOf({ accountId }: Actor, period: Period = 'ALL'): Promise<number> {
  const page = await hall.experts.topHelpers(null, period, { first: 100 });
  return page.rows.find((row) => row.accountId === accountId)?.score ?? 0;
}

describe('expertise', () => {
  it('is what became of answers, by tag and over everything', async () => {
    const [plumber, painter] = [await hall.make.member(), await hall.make.member()];
    await hall.solve(plumber, { tags: ['boiler', 'water'] });
    await hall.solve(plumber, { tags: ['boiler'] });
    const answer = await hall.make.answer({
      question: await hall.make.question({ tags: ['paint'] }),
      author: painter,
    });
    await hall.voteFor(answer, 2);
    await hall.expertise.refresh();

    expect(await listed('boiler')).toEqual([plumber.accountId]);
    expect(await listed('paint')).toEqual([painter.accountId]);
    expect(await listed(null)).toEqual([plumber.accountId, painter.accountId]);
    expect(await scoreOf(plumber)).toBeCloseTo(2 * WEIGHTS.accepted, 3);
    expect(await scoreOf(painter)).toBeCloseTo(2 * WEIGHTS.votedUp, 3);

    const topics = await hall.experts.topics(plumber.accountId, { first: 10 });
    expect(topics.rows.map(({ solutions, place }) => [solutions, place])).toEqual([
      [2, 1],
      [1, 1],
    ]);
  });

  it('halves in the time that the rules say, and writes no row where nothing happened', async () => {
    const helper = await hall.make.member();
    await hall.solve(helper);
    await hall.daysPass(365);
    await hall.expertise.refresh();
    expect(await scoreOf(helper)).toBeCloseTo(WEIGHTS.accepted / 2, 2);

    const versions = () => test.database.query(`select xmin::text from expertise order by 1`);
    const before = await versions();
    await hall.expertise.refresh();
    expect(await versions()).toEqual(before);

    await hall.make.rules((rules) => ({ ...rules, expertise: { halfLifeDays: 73 } }));
    await hall.expertise.refresh();
    expect(await scoreOf(helper)).toBeCloseTo(WEIGHTS.accepted / 2 ** 5, 2);
  });

  it('of a week, a month and a year is what happened in it', async () => {
    const [steady, fresh] = [await hall.make.member(), await hall.make.member()];
    await hall.solve(steady);
    await hall.solve(steady);
    await hall.daysPass(20);
    await hall.solve(fresh);
    await hall.expertise.refresh();
    expect(await listed(null, 'WEEK')).toEqual([fresh.accountId]);
    expect(await listed(null, 'MONTH')).toEqual([steady.accountId, fresh.accountId]);
    await hall.daysPass(400);
    await hall.expertise.refresh();
    expect(await listed(null, 'YEAR')).toEqual([]);
    expect(await listed(null, 'ALL')).toHaveLength(2);
  });

  it('is nobody’s by what is deleted, void or one’s own', async () => {
    const [deleted, cheat, alone] = [
      await hall.make.member(),
      await hall.make.member(),
      await hall.make.member(),
    ];
    await hall.forum.deletion.remove(deleted, await hall.solve(deleted));
    const answer = await hall.make.answer({ author: cheat });
    await hall.voteFor(answer, 3);
    const votes = await test.database.query<{ id: number }>(`select id from vote where post_id = $1`, [
      answer,
    ]);
    await hall.forum.voidedVotes.void(
      1,
      votes.map(({ id }) => id),
      [],
    );
    const question = await hall.make.question({ author: alone });
    await hall.forum.marks.accept(alone, await hall.make.answer({ question, author: alone }));
    await hall.expertise.refresh();
    expect(await listed(null)).toEqual([]);
  });

  it('leaves the company’s own people out of the list, not out of their own profile', async () => {
    const staff = await hall.make.member({ role: 'STAFF' });
    const peer = await hall.make.member();
    await hall.solve(staff);
    await hall.solve(staff);
    await hall.solve(peer);
    await hall.expertise.refresh();
    expect(await listed(null)).toEqual([peer.accountId]);
    expect((await hall.experts.topics(staff.accountId, { first: 1 })).rows[0]).toMatchObject({
      solutions: 2,
      place: null,
    });
    expect((await hall.experts.topics(peer.accountId, { first: 1 })).rows[0]?.place).toBe(1);
  });

  it('is read page by page without leaving anybody out', async () => {
    const helpers: Actor[] = [];
    for (let n = 0; n < 5; n++) {
      const helper = await hall.make.member();
      await hall.solve(helper, { tags: ['one', 'two', 'three'] });
      helpers.push(helper);
    }
    await hall.expertise.refresh();
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const page = await hall.experts.topHelpers(null, 'ALL', { first: 2, after });
      seen.push(...page.rows.map(({ accountId }) => accountId));
      after = page.hasNextPage ? hall.experts.helperCursor(page.rows.at(-1)!) : null;
    } while (after);
    // Whoever was accepted a moment later is a hair ahead.
    expect(seen).toEqual(helpers.map(({ accountId }) => accountId).toReversed());

    const first = await hall.experts.topics(helpers[0]!.accountId, { first: 2 });
    const rest = await hall.experts.topics(helpers[0]!.accountId, {
      first: 2,
      after: hall.experts.topicCursor(first.rows.at(-1)!),
    });
    expect(new Set([...first.rows, ...rest.rows].map(({ tagId }) => tagId)).size).toBe(3);
  });
});

describe('the spotlight', () => {
  const today = async () => {
    // As another process sees it, which has read nothing yet.
    const row = await new Hall(test).spotlight.today();
    return row?.accountId;
  };
  const nextDay = () => test.database.query(`update spotlight set day = day - 1`);

  it('introduces those who helped, in turn, and the same person all day', async () => {
    const helpers = [await hall.make.member(), await hall.make.member(), await hall.make.member()];
    for (const helper of helpers) await hall.solve(helper, { tags: ['boiler'] });
    await hall.expertise.refresh();

    const turns: (number | undefined)[] = [];
    for (let day = 0; day < 6; day++) {
      await Promise.all([hall.spotlight.choose(), hall.spotlight.choose()]);
      turns.push(await today());
      await hall.spotlight.choose();
      expect(await today()).toBe(turns.at(-1));
      await nextDay();
    }
    expect(turns.slice(0, 3).toSorted()).toEqual(helpers.map(({ accountId }) => accountId).sort());
    expect(turns.slice(3)).toEqual(turns.slice(0, 3));
  });

  it('never introduces the company’s own people, those who helped long ago, or who does not want it', async () => {
    const staff = await hall.make.member({ role: 'STAFF' });
    const former = await hall.make.member();
    await hall.solve(former);
    await hall.daysPass(40);
    const [shy, willing] = [await hall.make.member(), await hall.make.member()];
    for (const helper of [staff, shy, willing]) await hall.solve(helper);
    await hall.spotlight.setWilling(shy, false);
    await hall.expertise.refresh();
    for (let day = 0; day < 3; day++) {
      await hall.spotlight.choose();
      expect(await today()).toBe(willing.accountId);
      await nextDay();
    }
  });

  it('goes out at once for whoever changes their mind, and to another one at the next look', async () => {
    const helpers = [await hall.make.member(), await hall.make.member()];
    for (const helper of helpers) await hall.solve(helper);
    await hall.expertise.refresh();
    await hall.spotlight.choose();
    const chosen = await today();
    const person = helpers.find(({ accountId }) => accountId === chosen)!;
    await hall.spotlight.setWilling(person, false);
    expect(await today()).toBeUndefined();
    await hall.spotlight.choose();
    expect(await today()).toBe(helpers.find((helper) => helper !== person)!.accountId);
    expect(await new Hall(test).spotlight.today()).toMatchObject({
      solutions: 1,
      tagIds: [await idOf('clock')],
    });
    await hall.spotlight.setWilling(person, true);
    expect(await hall.spotlight.isWilling(person.accountId)).toBe(true);
  });

  it('is dark where nobody helped', async () => {
    await hall.spotlight.choose();
    expect(await today()).toBeUndefined();
  });
});
