import { randomUUID } from 'node:crypto';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { requireEvents } from './domain/intent.js';
import { InsightsDesk, asked, opened, searched, solvedBy, suggested } from './testing/insights-desk.js';

let test: TestDatabase;
let desk: InsightsDesk;

beforeAll(async () => {
  test = await createTestDatabase();
  desk = new InsightsDesk(test);
});
afterAll(() => test.drop());
beforeEach(() =>
  test.database.query(`truncate intent, intent_event, intent_day, intent_subject_day cascade`),
);

const FOREVER = { from: '2000-01-01', to: '2100-01-01' };
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const count = async (table: string) =>
  (await test.database.one<{ n: number }>(`select count(*)::int as n from ${table}`))?.n;

describe('an intent', () => {
  it('counts once nothing has come for half an hour, and then only once', async () => {
    await desk.visit([searched('kettle', 4), opened('k_1')], { at: hoursAgo(0.4) });
    await desk.settle();
    expect((await desk.deflection.sums(FOREVER)).intents).toBe(0);
    const later = new Date(Date.now() + 1_800_000);
    await desk.settle(later);
    await desk.settle(later);
    expect(await desk.deflection.sums(FOREVER)).toMatchObject({ intents: 1, searches: 1, opened: 1 });
  });

  it('takes nothing more after that, and nothing from another session', async () => {
    const [session, intent] = [randomUUID(), randomUUID()];
    await desk.visit([searched('kettle')], { session, intent });
    await desk.visit([searched('not mine')], { session: randomUUID(), intent });
    await desk.settle();
    await desk.visit([searched('too late')], { session, intent });
    expect(await count('intent_event')).toBe(1);
  });

  it('tells searches without results from those where nothing was opened; pages of a search are one', async () => {
    await desk.visit([searched('a', 0), searched('b', 5), searched('b', 5), searched('c', 5), opened('q_1')]);
    await desk.visit([searched('d', 5), searched('d', 5)]);
    await desk.settle();
    expect(await desk.deflection.sums(FOREVER)).toMatchObject({
      searches: 4,
      searchesWithoutResults: 1,
      searchesWithoutClick: 1,
    });
  });

  it('keeps the title as it was last typed, however fast, and remembers that there was something to suggest', async () => {
    await desk.visit([suggested('how', 1), suggested('how do i', 5), suggested('how do i xyzzy', 0)]);
    const rows = await test.database.query(`select query, hits from intent_event order by id`);
    expect(rows).toEqual([
      { query: 'how do i', hits: 5 },
      { query: 'how do i xyzzy', hits: 0 },
    ]);
  });

  it('is forgotten when its time is over; the sums of its day stay', async () => {
    await desk.visit([searched('old')], { at: hoursAgo(40 * 24) });
    await desk.visit([searched('new')]);
    await desk.settle();
    expect(await desk.intents.forget(30)).toBe(1);
    expect(await test.database.query(`select query from intent_event`)).toEqual([{ query: 'new' }]);
    expect((await desk.deflection.sums(FOREVER)).searches).toBe(2);
  });

  it('is lost rather than in anybody’s way: a database that is gone fails nothing, and more than can wait is dropped', async () => {
    const sighting = { session: randomUUID(), intent: randomUUID(), locale: 'en', holdout: false };
    await test.database.query(`alter table intent rename to intent_gone`);
    desk.recorder.note({ ...sighting, events: requireEvents([searched('kettle')]) });
    await desk.recorder.flush();
    await test.database.query(`alter table intent_gone rename to intent`);
    await desk.recorder.flush();
    expect(await count('intent_event')).toBe(1);

    const many = Array.from({ length: 10_000 }, () => requireEvents([searched('kettle')])).flat();
    expect(desk.recorder.note({ ...sighting, events: many })).toBe(10_000);
    expect(desk.recorder.note({ ...sighting, events: many.slice(0, 1) })).toBe(0);
    await desk.recorder.flush();
  });
});

describe('the comparison with the holdout', () => {
  it('counts whoever began to ask while there was something to suggest, each session once', async () => {
    const session = randomUUID();
    await desk.visit([suggested('kettle leaks'), asked('q_1')], { session, at: hoursAgo(5) });
    await desk.visit([suggested('kettle lid'), opened('k_1'), solvedBy('k_1')], { session, at: hoursAgo(3) });
    await desk.visit([suggested('invoice'), solvedBy('k_2')]);
    await desk.visit([suggested('nobody knows', 0), asked('q_2')]);
    await desk.visit([searched('kettle', 3)]);
    await desk.visit([suggested('filter'), asked('q_3')], { holdout: true });
    await desk.settle();
    expect(await desk.deflection.sums(FOREVER)).toMatchObject({
      withSuggestions: { people: 2, asked: 1, solved: 1 },
      withoutSuggestions: { people: 1, asked: 1, solved: 0 },
    });
  });

  it('does not take somebody as helped who asked after all', async () => {
    await desk.visit([suggested('kettle'), solvedBy('k_1'), asked('q_1')]);
    await desk.settle();
    expect(await test.database.query(`select outcome from intent`)).toEqual([{ outcome: 'ASKED' }]);
  });

  it('puts a session into the holdout by chance that nobody can choose, always the same', async () => {
    const sessions = Array.from({ length: 2_000 }, () => randomUUID());
    const heldOut = async () => {
      const is = await Promise.all(sessions.map((session) => desk.configuration.isHeldOut(session)));
      return sessions.filter((_, n) => is[n]);
    };
    const first = await heldOut();
    expect(await heldOut()).toEqual(first);
    expect(first.length).toBeGreaterThan(60);
    expect(first.length).toBeLessThan(140);

    const admin = await desk.make.member({ role: 'ADMIN' });
    await desk.configuration.update(admin, { holdoutPercent: 20 });
    const more = await heldOut();
    expect(more).toEqual(expect.arrayContaining(first));
    expect(more.length).toBeGreaterThan(320);
    await desk.configuration.update(admin, { holdoutPercent: 0 });
    expect(await heldOut()).toEqual([]);
  });

  it('its size and the time that events are kept are for admins to set, within reason', async () => {
    const admin = await desk.make.member({ role: 'ADMIN' });
    const staff = await desk.make.member({ role: 'STAFF' });
    await expect(desk.configuration.update(staff, { holdoutPercent: 10 })).rejects.toMatchObject({
      requires: 'ADMIN',
    });
    await expect(
      desk.configuration.update(admin, { holdoutPercent: 80, retentionDays: 1 }),
    ).rejects.toMatchObject({ fields: [{ path: 'holdoutPercent' }, { path: 'retentionDays' }] });
    await desk.configuration.update(admin, { retentionDays: 60 });
    expect((await desk.configuration.current()).retentionDays).toBe(60);
  });

  it('keep what another server of the site has just set', async () => {
    const admin = await desk.make.member({ role: 'ADMIN' });
    const [here, there] = [new InsightsDesk(test).configuration, new InsightsDesk(test).configuration];
    await here.current();
    await there.update(admin, { holdoutPercent: 7 });
    await here.update(admin, { retentionDays: 45 });
    const set = await new InsightsDesk(test).configuration.current();
    expect(set).toEqual({ holdoutPercent: 7, retentionDays: 45 });
  });
});
