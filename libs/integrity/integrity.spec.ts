import { AccountQueries } from '#libs/accounts';
import { Composing, PostStore, TagStore } from '#libs/forum';
import { DomainEvents, Jobs, createLogger } from '#libs/platform';
import { Ledger, StandingAwards } from '#libs/reputation';
import { Sample } from '#libs/sample';
import { assembleSearch } from '#libs/search';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import type { CheckResult } from './check.js';
import { Integrity } from './integrity.js';
import { LedgerRepair } from './ledger-repair.js';
import { areAllKept, formatResults } from './report.js';

let test: TestDatabase;
let integrity: Integrity;

beforeAll(async () => {
  test = await createTestDatabase();
  const { database } = test;
  const logger = createLogger('silent');
  const jobs = new Jobs(database, logger);
  const ledger = new Ledger(database);
  const { indexing } = assembleSearch({ database, logger, meili: null });
  integrity = new Integrity(
    database,
    new LedgerRepair(database, ledger, new StandingAwards(database)),
    indexing,
    jobs,
  );
  const composing = new Composing(new AccountQueries(database));
  const stores = [new PostStore(database), new TagStore(database)] as const;
  await new Sample(database, composing, ...stores, ledger, new DomainEvents(), jobs).load();
  await indexing.drain();
}, 60_000);

afterAll(() => test.drop());

/** Some vote that earned somebody points, and its place in the ledger. */
const AN_UPVOTE = `(select v.id from vote v join post p on p.id = v.post_id where v.value = 1 order by v.id limit 1)`;
const AN_ACCEPTED = `(select id from post where accepted_at is not null order by id limit 1)`;
const AN_OFFICIAL = `(select id from post where official_at is not null order by id limit 1)`;
const A_QUESTION = `(select id from post where kind = 'question' and answer_count > 0 order by id limit 1)`;
const AN_ANSWER = `(select id from post where kind = 'answer' and deleted_at is null order by id limit 1)`;
const AN_ARTICLE = `(select id from article where status = 'PUBLISHED' order by id limit 1)`;

/** What goes wrong, by which statement, which check finds it, and whether it can be mended. */
const stories: [what: string, sql: string, check: string, isMended: boolean][] = [
  [
    'a vote was counted twice',
    `update post set up_count = up_count + 1 where id = ${AN_ANSWER}`,
    'votes of posts',
    true,
  ],
  [
    'a downvote was not counted',
    `update post set down_count = down_count + 3 where id = ${A_QUESTION}`,
    'votes of posts',
    true,
  ],
  [
    'a comment was not counted',
    `update post set comment_count = comment_count + 1 where id = ${AN_ANSWER}`,
    'comments of posts',
    true,
  ],
  [
    'an answer was counted twice',
    `update post set answer_count = answer_count + 1 where id = ${A_QUESTION}`,
    'answers of questions',
    true,
  ],
  [
    'a question forgot that it is answered',
    `update post set is_answered = not is_answered where id = ${A_QUESTION}`,
    'answers of questions',
    true,
  ],
  [
    'a question forgot that it is solved',
    `update post set has_accepted = not has_accepted where id = ${A_QUESTION}`,
    'answers of questions',
    true,
  ],
  [
    'a post is behind its revisions',
    `insert into post_revision (post_id, number, body) select id, 2, body from post where id = ${AN_ANSWER}`,
    'revisions of posts',
    true,
  ],
  [
    'a text was changed past its revisions',
    `update post set body = body || ' (changed)' where id = ${AN_ANSWER}`,
    'text of posts',
    false,
  ],
  [
    'a mark names a revision to come',
    `update post set accepted_revision = 9 where id = ${AN_ACCEPTED}`,
    'marks of answers',
    false,
  ],
  [
    'a tag counts a question too many',
    `update tag set question_count = question_count + 1 where name = 'valve'`,
    'questions of tags',
    true,
  ],
  [
    'an article counts a reader too many',
    `update article set helpful_count = helpful_count + 1 where id = ${AN_ARTICLE}`,
    'feedback on articles',
    true,
  ],
  [
    'an article is ahead of its versions',
    `update article set latest_version = 3 where id = ${AN_ARTICLE}`,
    'versions of articles',
    true,
  ],
  [
    'readers see what no version says',
    `update article set title = title || '!' where id = ${AN_ARTICLE}`,
    'text of articles',
    true,
  ],
  [
    'a source thinks its article is archived',
    `update article_source set is_live = false where article_id = ${AN_ARTICLE}`,
    'sources of articles',
    true,
  ],
  [
    'a candidate is not listed',
    `delete from promotion_candidate where answer_id = (select min(answer_id) from promotion_candidate)`,
    'promotion candidates',
    true,
  ],
  [
    'a rating was added twice',
    `update account set helper_rating_sum = helper_rating_sum + 5 where username = 'petra-k'`,
    'ratings of helpers',
    true,
  ],
  [
    'reputation was edited',
    `update account set reputation = reputation + 1000 where username = 'boilerbob'`,
    'reputation',
    true,
  ],
  [
    'a vote earned nothing',
    `delete from reputation_entry where cause = 'vote:' || (select min(id) from vote where value = -1)`,
    'votes in the ledger',
    true,
  ],
  [
    'an entry is gone from the middle of a day',
    `delete from reputation_entry where cause = 'vote:' || ${AN_UPVOTE}`,
    'daily cap',
    false,
  ],
  ['a withdrawn vote still earns', `delete from vote where id = ${AN_UPVOTE}`, 'votes in the ledger', true],
  [
    'an acceptance earned nothing',
    `delete from reputation_entry where cause = 'accept:' || ${AN_ACCEPTED}`,
    'acceptances in the ledger',
    true,
  ],
  [
    'a mark earned nothing',
    `delete from reputation_entry where cause = 'official:' || ${AN_OFFICIAL}`,
    'official marks in the ledger',
    true,
  ],
  [
    'a mark that was taken away still earns',
    `update post set official_at = null, official_by = null, official_revision = null where id = ${AN_OFFICIAL}`,
    'official marks in the ledger',
    true,
  ],
  [
    'an article earned nothing',
    `delete from reputation_entry where cause like 'promotion:%'`,
    'promotions in the ledger',
    true,
  ],
  [
    'an article that nobody sees still earns',
    `update article set status = 'DRAFT' where id = ${AN_ARTICLE}`,
    'promotions in the ledger',
    true,
  ],
  [
    'a day has less than its upvotes are worth',
    `update reputation_entry set points_of_day = points_of_day + 300, delta = 0
      where id = (select min(id) from reputation_entry where is_capped)`,
    'daily cap',
    false,
  ],
  [
    'the last entry of a day is gone',
    `delete from reputation_entry where id = (select max(id) from reputation_entry where is_capped)`,
    'votes in the ledger',
    true,
  ],
  [
    'a reversal takes back more than was given',
    `insert into reputation_entry (account_id, delta, points, reason, post_id, cause, reverses_id, earned_on)
     select account_id, -99, -99, 'REVERSAL', post_id, cause, id, earned_on
       from reputation_entry where reason = 'ANSWER_ACCEPTED' order by id limit 1`,
    'reversals',
    false,
  ],
  [
    'an answer hangs on an answer',
    `update post set question_id = (select max(id) from post where kind = 'answer') where id = ${AN_ANSWER}`,
    'belonging',
    false,
  ],
  [
    'the only admin is gone',
    `update account set is_founder = true where username = 'petra-k'`,
    'somebody in charge',
    false,
  ],
  [
    'a rating names somebody else',
    `update helper_rating set helper_id = (select id from account where username = 'first-winter') where answer_id = (select min(answer_id) from helper_rating)`,
    'who rated whom',
    false,
  ],
];

describe('a healthy community', () => {
  it('keeps every promise, and says how much was looked at', async () => {
    const results = await check();
    expect(broken(results)).toEqual([]);
    expect(areAllKept(results)).toBe(true);
    const looked = Object.fromEntries(results.map(({ name, rows }) => [name, rows]));
    expect(looked['votes of posts']).toBeGreaterThan(90);
    expect(looked['votes in the ledger']).toBeGreaterThan(500);
    expect(looked['index (postgres)']).toBeGreaterThan(40);
    expect(formatResults(results)).toContain(`All ${results.length} promises are kept.`);
  });
});

describe('when', () => {
  it.each(stories)('%s, it is found', async (_what, sql, name, isMended) => {
    await inTransactionThatIsTakenBack(async () => {
      await damage(sql);
      const found = await check();
      const finding = found.find((result) => result.name === name);
      expect(finding?.broken).toBeGreaterThan(0);
      expect(finding?.examples.length).toBeGreaterThan(0);
      expect(areAllKept(found)).toBe(false);

      const mended = await check({ repair: true });
      const mending = mended.find((result) => result.name === name);
      if (isMended) {
        expect(mending).toMatchObject({ broken: 0, mended: finding?.broken });
        expect(broken(await check())).toEqual([]);
      } else {
        expect(mending).toMatchObject({ broken: finding?.broken, mended: 0 });
      }
    });
  });

  it('the search index has lost, kept or missed something, it is found and brought in again', async () => {
    await test.database.query(`delete from search_document where id = (select min(id) from search_document)`);
    await test.database.query(
      `update search_document set digest = 'another' where id = (select max(id) from search_document)`,
    );
    const found = await check();
    expect(broken(found)).toEqual(['index (postgres)']);
    expect(found.find(({ name }) => name === 'index (postgres)')).toMatchObject({ broken: 2 });
    await check({ repair: true });
    expect(broken(await check())).toEqual([]);
  });

  it('everything is off by one, all of it is mended in one go', async () => {
    await inTransactionThatIsTakenBack(async () => {
      await damage(`update post set up_count = up_count + 1, comment_count = comment_count + 1`);
      await damage(`update tag set question_count = question_count + 1`);
      await damage(`update account set reputation = reputation + 1`);
      await damage(`delete from reputation_entry where id % 7 = 0 and not is_capped`);
      const mended = await check({ repair: true });
      expect(areAllKept(mended)).toBe(true);
      expect(broken(await check())).toEqual([]);
    });
  });
});

describe('the table', () => {
  it('shows what is broken with its promise and examples, and sums up', async () => {
    await inTransactionThatIsTakenBack(async () => {
      await damage(`update account set reputation = reputation + 1`);
      const text = formatResults(await check());
      expect(text).toMatch(/^reputation\s+26\s+26\s+0$/m);
      expect(text).toContain('The reputation of everybody is the sum of their ledger.');
      expect(text).toMatch(/- liv-hansen has \d+, the ledger says \d+/);
      expect(text).toContain('- and 23 more');
      expect(text).toMatch(/1 of \d+ promises are broken\.$/);
    });
  });
});

async function check(options: { repair?: boolean } = {}): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for await (const result of integrity.check(options)) results.push(result);
  return results;
}

function broken(results: readonly CheckResult[]): string[] {
  return results.filter((result) => result.broken > 0).map(({ name }) => name);
}

/** As somebody does who owns the database: the triggers that guard the ledger are put aside. */
async function damage(sql: string): Promise<void> {
  await test.database.query(`alter table reputation_entry disable trigger user`);
  await test.database.query(sql);
  await test.database.query(`alter table reputation_entry enable trigger user`);
}

class TakenBack extends Error {}

async function inTransactionThatIsTakenBack(story: () => Promise<void>): Promise<void> {
  const told = test.database.transaction(async () => {
    await story();
    throw new TakenBack();
  });
  await told.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
}
