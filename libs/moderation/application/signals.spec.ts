import { LoggedIn } from '#libs/accounts';
import type { Actor } from '#libs/kernel';
import { cameFrom } from '#libs/platform';
import { Builders, createTestDatabase, forumOn, moderationOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';

const HOME = { address: '203.0.113.7', userAgent: 'Firefox/145 (secret-marker)' };

describe('what shows that accounts belong together', () => {
  let db: TestDatabase;
  let make: Builders;
  let forum: ReturnType<typeof forumOn>;
  let desk: ReturnType<typeof moderationOn>;
  let ann: Actor;
  let bob: Actor;

  beforeEach(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    forum = forumOn(db.database);
    desk = moderationOn(db.database, forum.events);
    [ann, bob] = [await make.member({ reputation: 10 }), await make.member({ reputation: 10 })];
  });
  afterEach(() => db.drop());

  const vote = async (who: Actor, origin = HOME) => {
    const post = await make.answer();
    await cameFrom(origin, () => forum.votes.cast(who, post, 'UP'));
  };
  const kept = () =>
    db.database.query<{ who: number; kind: string; hash: string; day: string }>(
      `select account_id as who, kind, encode(hash, 'hex') as hash, day::text from account_signal order by account_id, kind`,
    );
  const hashes = async () => new Set((await kept()).map(({ hash }) => hash));

  it('is noted at login, votes and answers, once a day each, and the same place gives the same', async () => {
    await cameFrom(HOME, () => forum.events.publish(new LoggedIn(ann.accountId)));
    await vote(ann);
    await vote(ann);
    await vote(bob, { ...HOME, address: '203.0.113.250' });
    const question = await make.question();
    await cameFrom(HOME, () =>
      forum.answers.post(bob, question, { body: 'Press the button for five seconds.' }),
    );
    expect(await kept()).toMatchObject([
      { who: ann.accountId, kind: 'LOGIN' },
      { who: ann.accountId, kind: 'VOTE' },
      { who: bob.accountId, kind: 'ANSWER' },
      { who: bob.accountId, kind: 'VOTE' },
    ]);
    expect((await hashes()).size).toBe(1);
  });

  it('differs by network and by browser', async () => {
    await vote(ann);
    await vote(ann, { ...HOME, address: '203.0.114.7' });
    await vote(ann, { ...HOME, userAgent: 'Firefox/146' });
    await vote(ann, { ...HOME, address: '2001:db8::1' });
    expect((await hashes()).size).toBe(4);
  });

  it('is not noted for what no request caused, nor for what was refused', async () => {
    await forum.votes.cast(ann, await make.answer(), 'UP');
    const own = await make.answer({ author: ann });
    await cameFrom(HOME, () => forum.votes.cast(ann, own, 'UP')).catch(() => undefined);
    expect(await kept()).toEqual([]);
  });

  it('is nothing that anybody could read: neither address nor browser are anywhere, and other weeks differ', async () => {
    await vote(ann);
    const tables = await db.database.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const rows = await db.database.query(`select t::text as row from "${name}" t where t::text ~ $1`, [
        'secret-marker|203\\.0\\.113',
      ]);
      expect(rows).toEqual([]);
    }
    const [first] = await hashes();
    await db.database.query(`update signal_key set week = week - 7`);
    const later = moderationOn(db.database, forum.events);
    expect(later).toBeDefined();
    await vote(bob);
    const ofBob = (await kept()).filter(({ who }) => who === bob.accountId);
    expect(ofBob.some(({ hash }) => hash !== first)).toBe(true);
  });

  it('is forgotten after 30 days, with the key that it was made with', async () => {
    await vote(ann);
    await db.database.query(`update account_signal set day = day - 30`);
    await desk.signals.clearOld();
    expect(await kept()).toHaveLength(1);
    await db.database.query(`update account_signal set day = day - 1`);
    await db.database.query(`update signal_key set week = week - 42`);
    await desk.signals.clearOld();
    expect(await kept()).toEqual([]);
    expect(await db.database.query(`select from signal_key`)).toEqual([]);
  });
});
