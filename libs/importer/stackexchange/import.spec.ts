import { Integrity, LedgerRepair } from '#libs/integrity';
import { createLogger, Jobs } from '#libs/platform';
import { Ledger, StandingAwards } from '#libs/reputation';
import { assembleSearch } from '#libs/search';
import { createTestDatabase, type TestDatabase } from '#libs/testing';
import type { ImportReport, KindReport } from '../report.js';
import { importStackExchange } from './import.js';
import { DumpFiles } from './testing/dump-files.js';
import { nastyDump } from './testing/nasty-dump.js';
import { brokenPromises, siteState } from './testing/site-state.js';

let test: TestDatabase;
let files: DumpFiles;
let report: ImportReport;
let state: Record<string, unknown[]>;
let dirty: unknown;

beforeAll(async () => {
  test = await createTestDatabase();
  files = await DumpFiles.create();
  report = await importStackExchange({ directory: await files.write(nastyDump()), database: test.database });
  state = await siteState(test.database);
  [dirty] = await test.database.query(
    `select count(distinct id)::integer as questions from search_dirty where kind = 'question'`,
  );
});

afterAll(async () => {
  await files.remove();
  await test.drop();
});

const kind = (name: string) => report.kinds.find((one) => one.kind === name) as KindReport;
const reasons = (name: string) =>
  Object.fromEntries(kind(name).reasons.map(({ reason, rows }) => [reason, rows]));
const remarks = (name: string) =>
  Object.fromEntries(kind(name).remarks.map((remark) => [remark.reason, remark.rows]));
const post = (key: number) =>
  state['posts']?.find((one) => (one as { source_key: number }).source_key === key);
const person = (key: number) =>
  state['people']?.find((one) => (one as { source_key: number }).source_key === key);
const of = (table: string, column: string, key: number) =>
  state[table]?.filter((one) => (one as Record<string, unknown>)[column] === key) ?? [];

it('keeps every promise', async () => {
  expect(await brokenPromises(test.database)).toEqual([]);
});

it('leaves nothing that the operator’s check would find', async () => {
  const { database } = test;
  const logger = createLogger('silent');
  const { indexing } = assembleSearch({ database, logger, meili: null });
  await indexing.drain();
  const repair = new LedgerRepair(database, new Ledger(database), new StandingAwards(database));
  const broken: string[] = [];
  for await (const check of new Integrity(database, repair, indexing, new Jobs(database, logger)).check()) {
    if (check.broken > 0) broken.push(`${check.name}: ${check.examples.join('; ')}`);
  }
  expect(broken).toEqual([]);
});

it('accounts for every row of every file', () => {
  const counts = report.kinds.map(({ kind: name, read, written, alreadyThere, leftOut }) => [
    name,
    read,
    written,
    alreadyThere,
    leftOut,
  ]);
  expect(counts).toEqual([
    ['Users', 15, 12, 1, 2],
    ['Tags', 6, 3, 1, 2],
    ['PostHistory', 15, 9, 1, 5],
    ['Posts', 25, 14, 1, 10],
    ['Comments', 7, 4, 1, 2],
    ['PostLinks', 7, 2, 2, 3],
    ['Votes', 60, 50, 1, 9],
    ['Badges', 7, 3, 1, 3],
  ]);
  expect(report).toMatchObject({ source: 'cooking.example', locale: 'en' });
});

describe('a question', () => {
  it('keeps its text, tags, dates, views, score and author', () => {
    expect(post(10)).toMatchObject({
      kind: 'question',
      title: 'How long do I boil an egg until it is soft?',
      tags: ['eggs', 'boiling'],
      body: 'Mine are **always** hard.\n\n```js\nboil(egg);\n```\n\n- hot\n- cold',
      author: 2,
      up_count: 4,
      down_count: 1,
      view_count: 4711,
      created_at: '2012-03-04T05:06:07.89+00:00',
      edited_at: '2012-04-01T00:00:00+00:00',
      last_activity_at: '2012-05-01T00:00:00+00:00',
    });
  });

  it('counts what is here, whatever the dump says that it has', () => {
    expect(post(10)).toMatchObject({
      answer_count: 2,
      comment_count: 3,
      is_answered: true,
      has_accepted: true,
    });
  });

  it('has its edits as revisions, put together from parts that lie apart', () => {
    expect(of('revisions', 'source_key', 10)).toMatchObject([
      { number: 1, author: 2, title: 'Egs', tags: ['eggs'], body: 'Mine are hard.', reason: null },
      {
        number: 2,
        author: 3,
        title: 'How long do I boil an egg?',
        tags: ['eggs', 'boiling'],
        reason: 'spelling',
      },
      { number: 3, author: null, body: 'BUY CHEAP EGGS' },
      { number: 4, author: 2, body: 'Mine are hard.', reason: 'Rolled back to revision 1' },
      { number: 5, author: 2, title: 'How long do I boil an egg until it is soft?' },
    ]);
    expect(reasons('PostHistory')).toEqual({
      'An event, not an edit: a suggested edit was approved.': [10],
      'An event, not an edit: closed.': [11],
      'The history of a post that was left out or is not in the dump.': [12],
      'An edit without its text.': [13],
      'The row is not well-formed XML: duplicate attribute: Text.': [15],
    });
  });

  it('without title, text or tags still has a page', () => {
    expect(post(50)).toMatchObject({ title: 'Untitled', body: '', body_html: '', tags: [], author: null });
  });

  it('longer than any form would take is cut where it must be', () => {
    expect(post(51)).toMatchObject({
      title: 'x'.repeat(300),
      body: 'x'.repeat(5000),
      tags: ['a', 'b', 'c', 'd', 'e'],
    });
    expect(post(52)).toMatchObject({ tags: ['ok'], body: 'Hello **there**' });
  });

  it('cannot bring script in', () => {
    expect(post(53)).toMatchObject({ body_html: expect.stringContaining('A &amp; B &lt; C') as string });
    expect(JSON.stringify(post(53))).not.toMatch(/alert/);
  });

  it('with tags in the newer form has the same tags', () => {
    expect(post(20)).toMatchObject({ tags: ['eggs', 'new-style'] });
  });
});

describe('an answer', () => {
  it('may stand before its question in the file', () => {
    expect(post(11)).toMatchObject({ kind: 'answer', question: 10, author: 3, title: null, tags: [] });
  });

  it('is accepted when its question says so, on the day of that vote', () => {
    expect(post(11)).toMatchObject({
      accepted_at: '2012-03-07T00:00:00+00:00',
      accepted_by: 2,
      accepted_revision: 1,
    });
    expect(post(12)).toMatchObject({ accepted_at: null });
    expect(reasons('Votes')['An acceptance that does not stand any more.']).toEqual([19]);
  });

  it('is accepted without such a vote too, as of its own date', () => {
    expect(post(31)).toMatchObject({ accepted_at: '2012-03-05T00:00:00+00:00', author: null });
    expect(report.notes).toContain('Acceptances without a date, dated as their answers: 1.');
  });

  it('that is missing or belongs elsewhere is not accepted', () => {
    expect([post(40), post(41)]).toMatchObject([{ has_accepted: false }, { has_accepted: false }]);
    expect(report.notes).toContain('Questions whose accepted answer is not among theirs: 2 (40, 41).');
  });
});

it('posts that Peerdesk has no place for are left out, each with its reason', () => {
  expect(reasons('Posts')).toEqual({
    'An answer to a question that was left out or is not in the dump.': [4, 5],
    'A tag wiki.': [18],
    'The excerpt of a tag wiki.': [19],
    'A nomination for a moderator election.': [20],
    'A post of a type that Peerdesk does not have.': [21],
    'Its date is missing or is none.': [22],
    'Its Id is missing or is no number.': [23],
    'The row has no end.': [24],
    'The row is not well-formed XML: disallowed character.': [25],
  });
  expect(remarks('Posts')['Its author is not in the dump any more, so it is shown without one.']).toEqual([
    9, 10, 13,
  ]);
});

describe('people', () => {
  it('keep the name they chose, and get a user name that nobody else has', () => {
    expect(state['people']).toMatchObject([
      { source_key: -1, username: 'community', display_name: 'Community' },
      { source_key: 2, username: 'anna', display_name: 'Anna', about: 'I *love* eggs.' },
      { source_key: 3, username: 'ben', display_name: 'Ben', created_at: '2011-01-01T00:00:00+00:00' },
      { source_key: 4, username: 'ben-4', display_name: 'Ben' },
      { source_key: 5, username: 'ben-5', display_name: 'ben' },
      { source_key: 6, username: 'ven', display_name: 'Веn' },
      { source_key: 7, username: 'moderator-7', display_name: 'moderator-7' },
      { source_key: 8, username: 'gnp-exe', display_name: '管理者 gnp.exe' },
      { source_key: 9, username: 'b-bold-quoted-b', display_name: '<b>Bold & "quoted"</b>' },
      { source_key: 10, username: 'n'.repeat(30), display_name: 'N'.repeat(60) },
      { source_key: 12, username: 'user-12', display_name: 'user-12' },
      { source_key: 15, username: 'bell', display_name: 'Bell' },
    ]);
  });

  it('cannot log in before their password is reset, and are members', async () => {
    const able = `select id from account where password_hash is not null or email is not null or role <> 'MEMBER' or is_founder`;
    expect(await test.database.query(able)).toEqual([]);
  });

  it('have their badges', () => {
    expect(of('badges', 'source_key', 3)).toMatchObject([
      { name: 'Nice Answer', count: 2, awarded_at: '2013-03-04T05:06:07+00:00' },
    ]);
    expect(reasons('Badges')).toEqual({
      'A badge for a tag, which Peerdesk does not have.': [4],
      'A badge of somebody who is not in the dump, or not here any more.': [5],
      'A badge without a name or without a user.': [6],
    });
  });
});

describe('reputation', () => {
  it('is earned by the rules of this site from the votes of the dump', () => {
    // Four up and one down for the question, one up and five down for the own answer, two for accepting.
    expect(person(2)).toMatchObject({ reputation: 4 * 10 - 2 + 10 - 5 * 2 + 2 });
    // Three up and one down, the acceptance, and one up for the other answer; accepting oneself brings nothing.
    expect(person(3)).toMatchObject({ reputation: 3 * 10 - 2 + 15 + 10 });
  });

  it('is capped at 200 a day from upvotes', () =>
    expect(person(5)).toMatchObject({ reputation: 200 - 2 * 2 }));

  it('dates every entry as its vote', async () => {
    const [first] = await test.database.query(
      `select min(created_at) as first, max(created_at) as last, bool_and(created_at::date = earned_on) as agree from reputation_entry`,
    );
    expect(first).toEqual({ first: new Date('2012-03-06'), last: new Date('2012-07-01'), agree: true });
  });
});

describe('scores', () => {
  it('are what the dump says, also where it does not list the votes', () => {
    expect([post(30), post(51)]).toMatchObject([
      { up_count: 7, down_count: 0 },
      { up_count: 30, down_count: 30 },
    ]);
    expect(report.notes).toContain('Posts with votes that the dump counts but does not list: 2.');
  });

  it('that cannot be are not believed', () => {
    expect(post(54)).toMatchObject({ up_count: 0, down_count: 0, view_count: 0 });
    expect(report.notes).toContain('Posts whose score cannot be: 1 (54).');
  });

  it('come from votes only: everything else that dumps call a vote is left out by name', () => {
    expect(reasons('Votes')).toMatchObject({
      'A vote on a post that was left out or is not in the dump.': [20],
      'A bookmark.': [21],
      'A bounty that was offered.': [22],
      'A bounty that was awarded.': [23],
      'The approval of a suggested edit.': [24],
      'A vote of a type that Peerdesk does not have.': [25],
      'Its date is missing or is none.': [26],
      'The row is not well-formed XML: unquoted attribute value.': [60],
    });
  });
});

describe('comments', () => {
  it('are shown as they were, with their author if there is one', () => {
    expect(state['comments']).toMatchObject([
      {
        post: 10,
        author: 3,
        body_html: expect.stringContaining(
          '<code>egg-timer</code>, <em>Anna</em>? See <a href="https://example.com/egg"',
        ) as string,
      },
      { post: 11, author: null, body_html: '<p>1. Thank you!</p>\n' },
      {
        post: 10,
        author: null,
        body_html: '<p>&lt;script&gt;alert(1)&lt;/script&gt; @Ben # no heading</p>\n',
      },
      { post: 10, author: 2, body: 'x'.repeat(5000) },
    ]);
    expect(reasons('Comments')).toEqual({
      'A comment on a post that was left out or is not in the dump.': [3],
      'A comment without text.': [4],
    });
  });
});

it('links lead from question to question, once', () => {
  expect(state['links']).toMatchObject([
    { from: 20, to: 10, kind: 'duplicate' },
    { from: 20, to: 10, kind: 'related' },
  ]);
  expect(reasons('PostLinks')).toEqual({
    'A link from a question to itself.': [4],
    'A link from or to a post that was left out or is not in the dump.': [5],
    'A link of a type that Peerdesk does not have.': [7],
  });
});

it('tags of the list are there, used or not', () => {
  expect(state['tags']).toEqual(
    expect.arrayContaining([
      { name: 'boiling', question_count: 1 },
      { name: 'eggs', question_count: 7 },
      { name: 'never-used', question_count: 0 },
    ]),
  );
});

it('search hears of every question', () => expect(dirty).toEqual({ questions: 10 }));
