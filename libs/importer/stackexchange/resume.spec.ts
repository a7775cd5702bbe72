import { Database } from '#libs/platform';
import { Builders, createTestDatabase, type TestDatabase } from '#libs/testing';
import { importStackExchange } from './import.js';
import { DumpFiles, type DumpRows } from './testing/dump-files.js';
import {
  ACCEPT,
  answer,
  badge,
  BODY,
  comment,
  FIRST_BODY,
  FIRST_TAGS,
  FIRST_TITLE,
  history,
  link,
  question,
  tag,
  TAGS,
  UP,
  user,
  vote,
  votes,
} from './testing/dump-rows.js';
import { nastyDump } from './testing/nasty-dump.js';
import { brokenPromises, siteState } from './testing/site-state.js';

let test: TestDatabase;
let files: DumpFiles;

beforeEach(async () => {
  test = await createTestDatabase();
  files = await DumpFiles.create();
});

afterEach(async () => {
  await files.remove();
  await test.drop();
});

const bring = async (rows: DumpRows, options: { database?: Database; signal?: AbortSignal } = {}) =>
  importStackExchange({ directory: await files.write(rows), database: test.database, ...options });

const totals = (report: Awaited<ReturnType<typeof bring>>) =>
  report.kinds.map(({ kind, written, alreadyThere }) => [kind, written, alreadyThere]);

/** Goes down after some statements, like a server whose plug is pulled. */
class FailingDatabase extends Database {
  private left: number;

  constructor(database: Database, statements: number) {
    super(database.dataSource);
    this.left = statements;
  }

  override query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]> {
    this.left -= 1;
    if (this.left < 0) return Promise.reject(new Error('the plug was pulled'));
    return super.query<Row>(sql, parameters);
  }
}

it('run again, it writes nothing a second time', async () => {
  await bring(nastyDump());
  const before = await siteState(test.database);
  const again = await bring(nastyDump());
  expect(again.kinds.map(({ written }) => written)).toEqual(again.kinds.map(() => 0));
  expect(await siteState(test.database)).toEqual(before);
});

it('stopped anywhere and run again, it ends like one that was never stopped, and keeps every promise between', async () => {
  const whole = await createTestDatabase();
  await importStackExchange({ directory: await files.write(nastyDump()), database: whole.database });
  const expected = await siteState(whole.database);
  await whole.drop();

  let pulled = 0;
  for (let statements = 1; ; statements += 7) {
    const database = new FailingDatabase(test.database, statements);
    const outcome = await bring(nastyDump(), { database }).then(
      () => 'done',
      (error: Error) => error.message,
    );
    // History that was set aside and not taken up yet is thrown away by the next run.
    expect(
      (await brokenPromises(test.database)).filter((promise) => promise !== 'nothing is left set aside'),
    ).toEqual([]);
    if (outcome === 'done') break;
    expect(outcome).toBe('the plug was pulled');
    pulled += 1;
  }
  expect(pulled).toBeGreaterThan(5);
  expect(await brokenPromises(test.database)).toEqual([]);
  expect(await siteState(test.database)).toEqual(expected);
});

it('stops when it is told to', async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(bring(nastyDump(), { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
});

it('does not run twice at the same time', async () => {
  const directory = await files.write(nastyDump());
  const both = await Promise.allSettled([
    importStackExchange({ directory, database: test.database }),
    importStackExchange({ directory, database: test.database }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
  expect(await brokenPromises(test.database)).toEqual([]);
});

const january: DumpRows = {
  Users: [user(2, 'Anna'), user(3, 'Ben')],
  Tags: [tag(1, 'eggs')],
  Posts: [question(10, 2, { Score: 1 }), answer(11, 10, 3), question(20, 3)],
  PostHistory: [
    history(1, 10, FIRST_TITLE, 'g1', 'How long do I boil egg number 10?'),
    history(2, 10, FIRST_BODY, 'g1', 'How long do I boil egg number 10?'),
    history(3, 10, FIRST_TAGS, 'g1', '<eggs>'),
    history(4, 11, FIRST_BODY, 'g2', 'Six minutes, says answer 11.', { UserId: 3 }),
  ],
  Votes: [vote(1, 10, UP)],
  Comments: [comment(1, 10, 3, 'Which egg?')],
  Badges: [badge(1, 3, 'Teacher')],
};

const march: DumpRows = {
  Users: [...(january.Users ?? []), user(4, 'Cleo')],
  Tags: [...(january.Tags ?? []), tag(2, 'boiling')],
  Posts: [
    question(10, 2, {
      Score: 3,
      AcceptedAnswerId: 11,
      Body: '<p>How long do I boil <em>this</em> egg?</p>',
      Tags: '<eggs><boiling>',
      LastEditDate: '2013-03-01T00:00:00.000',
      LastActivityDate: '2013-03-01T00:00:00.000',
    }),
    answer(11, 10, 3, { Score: 4 }),
    answer(12, 10, 4),
    question(20, 3),
  ],
  PostHistory: [
    ...(january.PostHistory ?? []),
    history(5, 10, BODY, 'g3', 'How long do I boil *this* egg?', {
      UserId: 4,
      CreationDate: '2013-03-01T00:00:00.000',
    }),
    history(6, 10, TAGS, 'g3', '<eggs><boiling>', { UserId: 4, CreationDate: '2013-03-01T00:00:00.000' }),
  ],
  Votes: [
    ...(january.Votes ?? []),
    vote(2, 10, UP, '2013-03-02'),
    vote(3, 11, ACCEPT, '2013-03-03'),
    ...votes(4, 2, 11, UP),
  ],
  Comments: [...(january.Comments ?? []), comment(2, 12, 2, 'Thanks, Cleo!')],
  PostLinks: [link(1, 20, 10, 3)],
  Badges: [...(january.Badges ?? []), badge(2, 3, 'Teacher', { Date: '2013-03-04T00:00:00' })],
};

describe('a newer dump of the same community', () => {
  it('brings what is new and leaves the rest alone, from whatever directory', async () => {
    await bring(january);
    const later = await DumpFiles.create('cooking-march');
    const report = await importStackExchange({
      directory: await later.write(march),
      database: test.database,
    });
    await later.remove();

    expect(report.source).toBe('cooking.example');
    expect(totals(report)).toEqual([
      ['Users', 1, 2],
      ['Tags', 1, 1],
      ['PostHistory', 2, 4],
      ['Posts', 1, 3],
      ['Comments', 1, 1],
      ['PostLinks', 1, 0],
      ['Votes', 4, 1],
      ['Badges', 1, 1],
    ]);
    expect(await brokenPromises(test.database)).toEqual([]);

    const state = await siteState(test.database);
    expect(state['posts']).toMatchObject([
      {
        source_key: 10,
        revision: 2,
        body: 'How long do I boil *this* egg?',
        tags: ['eggs', 'boiling'],
        up_count: 3,
        answer_count: 2,
      },
      { source_key: 11, accepted_at: '2013-03-03T00:00:00+00:00', up_count: 4 },
      { source_key: 12, author: 4, comment_count: 1 },
      { source_key: 20 },
    ]);
    expect(state['revisions']?.[1]).toMatchObject({
      source_key: 10,
      number: 2,
      author: 4,
      tags: ['eggs', 'boiling'],
    });
    expect(state['badges']).toMatchObject([
      { name: 'Teacher', count: 2, awarded_at: '2013-03-04T00:00:00+00:00' },
    ]);
  });

  it('replaces votes that were only counted by those that it lists', async () => {
    await bring({ ...january, Votes: undefined, Posts: [question(10, 2, { Score: 2 })] });
    await bring({ ...january, Votes: votes(1, 5, 10, UP), Posts: [question(10, 2, { Score: 5 })] });
    expect(
      await test.database.query(`select earns_reputation as listed, count(*) from vote group by 1`),
    ).toEqual([{ listed: true, count: 5 }]);
  });

  it('does not undo what was done here since', async () => {
    await bring(january);
    await test.database.query(
      `with edited as (update post set body = 'Edited here.', revision = 2 where title like '%number 10?' returning id)
       insert into post_revision (post_id, number, title, tags, body)
       select id, 2, 'How long do I boil egg number 10?', '{eggs}', 'Edited here.' from edited`,
    );
    const report = await bring(march);
    expect(report.kinds.find(({ kind }) => kind === 'PostHistory')?.reasons).toMatchObject([
      { reason: 'Its post has been edited or deleted here since.', rows: [5, 6] },
    ]);
    const [post] = (await siteState(test.database))['posts'] ?? [];
    expect(post).toMatchObject({ body: 'Edited here.', revision: 2 });
  });

  it('tells who the people are whom an earlier one only numbered', async () => {
    await bring({ ...january, Users: undefined });
    expect((await siteState(test.database))['people']).toMatchObject([
      { source_key: 2, username: 'user2', display_name: 'user2', created_at: '2012-03-04T05:06:07.89+00:00' },
      { source_key: 3, username: 'user3', display_name: 'user3' },
    ]);
    await bring(january);
    expect((await siteState(test.database))['people']).toMatchObject([
      { source_key: 2, username: 'user2', display_name: 'Anna', reputation: 10 },
      { source_key: 3, username: 'user3', display_name: 'Ben' },
    ]);
  });
});

it('needs nothing but the posts', async () => {
  const { Posts } = nastyDump();
  const report = await bring({ Posts });
  expect(report.notes).toEqual(expect.arrayContaining(['Votes.xml is missing.', 'Users.xml is missing.']));
  expect(await brokenPromises(test.database)).toEqual([]);
  const scores = await test.database.query(
    `select source_key as key, post.score from import_post join post on post.id = post_id
      where source_key in (10, 11, 12, 30) order by 1`,
  );
  expect(scores).toEqual([
    { key: 10, score: 3 },
    { key: 11, score: 2 },
    { key: 12, score: -4 },
    { key: 30, score: 7 },
  ]);
});

it('puts two communities side by side, also beside people who are here already', async () => {
  const builders = new Builders(test.database);
  await builders.member({ username: 'anna' });
  await bring(january);
  const other = await DumpFiles.create();
  const elsewhere = { ...january, Posts: [question(10, 2, { CreationDate: '2014-01-01T00:00:00.001' })] };
  const report = await importStackExchange({
    directory: await other.write(elsewhere),
    database: test.database,
  });
  await other.remove();
  expect(totals(report)).toMatchObject([
    ['Users', 2, 0],
    ['Tags', 0, 1],
    ['PostHistory', 3, 0],
    ['Posts', 1, 0],
    ['Comments', 1, 0],
    ['Votes', 1, 0],
    ['Badges', 1, 0],
  ]);
  const names = await test.database.query<{ username: string }>(`select username from account order by id`);
  expect(names.map(({ username }) => username)).toEqual(['anna', 'anna-2', 'ben', 'anna-2-2', 'ben-3']);
});
