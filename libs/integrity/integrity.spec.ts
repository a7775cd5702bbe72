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
import { answerStateDamages } from './testing/answer-state-damages.js';
import { bountyDamages } from './testing/bounty-damages.js';
import { damages } from './testing/damages.js';
import { erasureDamages } from './testing/erasure-damages.js';
import { freshnessDamages } from './testing/freshness-damages.js';
import { ledgerRuleDamages } from './testing/ledger-rule-damages.js';
import { moderationDamages } from './testing/moderation-damages.js';
import { noticeDamages } from './testing/notice-damages.js';
import { privilegeDamages } from './testing/privilege-damages.js';
import { ratingDamages } from './testing/rating-damages.js';
import { recognitionDamages } from './testing/recognition-damages.js';
import { superuserDamages } from './testing/superuser-damages.js';
import { translationDamages } from './testing/translation-damages.js';

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
});

afterAll(() => test.drop());

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
  it.each([
    ...damages,
    ...answerStateDamages,
    ...bountyDamages,
    ...moderationDamages,
    ...translationDamages,
    ...freshnessDamages,
    ...ledgerRuleDamages,
    ...noticeDamages,
    ...erasureDamages,
    ...privilegeDamages,
    ...superuserDamages,
    ...recognitionDamages,
    ...ratingDamages,
  ])('%s, it is found', async (_what, sql, name, isMended) => {
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
