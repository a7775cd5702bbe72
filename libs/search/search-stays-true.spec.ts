import { setTimeout as wait } from 'node:timers/promises';
import { Builders } from '#libs/testing';
import { DirtySet, markDirty } from './persistence/dirty-set.js';
import { siteUnderTest, type SiteUnderTest } from './testing/engines.js';

/** That search shows what is there, soon, and nothing else: with both engines, from the row to the hit. */
describe.each([
  ['PostgreSQL', { meilisearch: false }],
  ['Meilisearch', { meilisearch: true }],
])('a site that searches with %s', (name, options) => {
  let site: SiteUnderTest;
  let builders: Builders;

  beforeAll(async () => {
    site = await siteUnderTest(options);
    builders = new Builders(site.test.database);
    await site.indexing.start();
    await built();
  });

  afterAll(() => site.stop());

  const found = async (text: string) =>
    (await site.search.search({ text, first: 20 })).hits.map(({ id }) => id);
  const sql = (statement: string, parameters: unknown[] = []) =>
    site.test.database.query(statement, parameters);
  const built = async () => until(async () => (await site.indexing.status()).every(({ ready }) => ready));
  const upToDate = async () =>
    until(async () => (await site.indexing.status()).every(({ dirty }) => dirty === 0));

  it('answers with its own engine', async () => {
    const { engine, fellBack } = await site.search.search({ text: 'anything', first: 1 });
    expect(engine).toBe(name === 'PostgreSQL' ? 'POSTGRES' : 'MEILISEARCH');
    expect(fellBack).toBe(false);
  });

  it('finds a new question within a second, by its title, tags, text and by the text of its answers', async () => {
    const question = await builders.question({ title: 'Sprocket squeals uphill', tags: ['drivetrain'] });
    const askedAt = performance.now();
    await until(async () => (await found('sprocket')).includes(`q_${question}`));
    expect(performance.now() - askedAt).toBeLessThan(5_000);
    await builders.answer({ question, body: 'Put a drop of paraffin on it.' });
    await until(async () => (await found('paraffin')).includes(`q_${question}`));
    expect(await found('drivetrain')).toContain(`q_${question}`);
  });

  it('shows an edit, and no more what was there before', async () => {
    const question = await builders.question({ title: 'Fender rattles badly' });
    await until(async () => (await found('fender')).includes(`q_${question}`));
    await sql(`update post set title = 'Mudguard rattles badly' where id = $1`, [question]);
    await until(async () => (await found('mudguard')).includes(`q_${question}`));
    expect(await found('fender')).not.toContain(`q_${question}`);
  });

  it('never shows a deleted question again, not even before the index knows', async () => {
    const question = await builders.question({ title: 'Saddlebag stolen yesterday' });
    await until(async () => (await found('saddlebag')).includes(`q_${question}`));
    await sql(`update post set deleted_at = now() where id = $1`, [question]);
    const { hits, estimatedTotal } = await site.search.search({ text: 'saddlebag', first: 20 });
    expect(hits).toEqual([]);
    expect(estimatedTotal).toBe(0);
    await upToDate();
    await markDirty(site.test.database, 'question', [question]);
    await upToDate();
    expect(await found('saddlebag')).toEqual([]);
  });

  it('shows a deleted question again when that is undone', async () => {
    const question = await builders.question({ title: 'Panniers leak in rain' });
    await sql(`update post set deleted_at = now() where id = $1`, [question]);
    await upToDate();
    await sql(`update post set deleted_at = null where id = $1`, [question]);
    await until(async () => (await found('panniers')).includes(`q_${question}`));
  });

  it('shows articles from the day they are published to the day they are archived', async () => {
    const [article] = await site.test.database.query<{ id: number }>(
      `insert into article (slug, locale, title, body, body_html)
       values ('tubeless', 'en', 'Going tubeless', 'Sealant first.', '<p>Sealant first.</p>') returning id`,
    );
    await upToDate();
    expect(await found('tubeless')).toEqual([]);
    await sql(`update article set status = 'PUBLISHED', published_at = now() where id = $1`, [article?.id]);
    await until(async () => (await found('sealant')).includes(`k_${article?.id}`));
    await sql(`update article set status = 'ARCHIVED' where id = $1`, [article?.id]);
    expect(await found('sealant')).toEqual([]);
  });

  it('is not written for what nobody can find: views and single votes', async () => {
    const question = await builders.question({ title: 'Bottom bracket creaks' });
    await upToDate();
    await sql(
      `update post set view_count = view_count + 1, last_activity_at = now(), up_count = 4 where id = $1`,
      [question],
    );
    await upToDate();
    const unchanged = await sql(`update post set up_count = 5, view_count = 99 where id = $1 returning id`, [
      question,
    ]);
    expect(unchanged).toHaveLength(1);
    expect(await sql('select from search_dirty')).toEqual([]);
  });

  it('stays true when single votes change which answer is the better one', async () => {
    const question = await builders.question({ title: 'Which chain lubricant lasts' });
    await builders.answer({ question, body: 'Wax lasts for the longest time.' });
    const second = await builders.answer({ question, body: 'Oil lasts long enough for me.' });
    await sql(`update post set up_count = 1 where question_id = $1`, [question]);
    await upToDate();
    await sql(`update post set up_count = 2 where id = $1`, [second]);
    const compared = Object.values(await site.indexing.compare());
    expect(compared.flatMap(({ stale }) => stale)).not.toContain(`q_${question}`);
  });

  it('stays true when an edit writes the same text with other Markdown', async () => {
    const question = await builders.question({ title: 'Kickstand bent again' });
    await upToDate();
    await sql(`update post set body = body || ' ', edited_at = now() where id = $1`, [question]);
    const compared = Object.values(await site.indexing.compare());
    expect(compared.flatMap(({ stale }) => stale)).not.toContain(`q_${question}`);
  });

  it('forgets nothing when a transaction is taken back', async () => {
    const failed = site.test.database.transaction(async () => {
      await builders.question({ title: 'Rollback phantom question' });
      throw new Error('taken back');
    });
    await expect(failed).rejects.toThrow('taken back');
    await upToDate();
    expect(await found('phantom')).toEqual([]);
  });

  it('brings in a thing that changes again while it is being written', async () => {
    const question = await builders.question({ title: 'Derailleur version zero' });
    for (let version = 1; version <= 20; version += 1) {
      await sql('update post set title = $2 where id = $1', [question, `Derailleur version ${version}`]);
    }
    await upToDate();
    const { hits } = await site.search.search({ text: 'derailleur', first: 1 });
    expect(hits[0]?.titleHtml).toContain('version 20');
  });

  it('is built anew while people write and search, without losing a change or a result', async () => {
    const steady = await builders.question({ title: 'Steadfast headlight question' });
    await upToDate();
    const written: number[] = [];
    let isBuilding = true;
    const gaps: string[] = [];
    const writing = (async () => {
      while (isBuilding) {
        written.push(await builders.question({ title: `Reindexed dynamo ${written.length}` }));
        await sql(`update post set title = title || ' again' where id = $1`, [written.at(-1)]);
        await wait(5);
      }
    })();
    const searching = (async () => {
      while (isBuilding) {
        if (!(await found('steadfast')).includes(`q_${steady}`)) gaps.push('nothing found');
        await wait(5);
      }
    })();
    const reports = await site.indexing.rebuild();
    isBuilding = false;
    await Promise.all([writing, searching]);
    expect(gaps).toEqual([]);
    expect(Object.values(reports).every(({ documents }) => documents > 0)).toBe(true);

    await upToDate();
    const none = { missing: [], stale: [], extra: [] };
    expect(Object.values(await site.indexing.compare())).toEqual(Object.keys(reports).map(() => none));
    // By its number: there may be more of them by now than a page of hits has.
    expect(await found(`"dynamo ${written.length - 1} again"`)).toEqual([`q_${written.at(-1)}`]);
    expect(await sql(`select from search_target where name like '%next'`)).toEqual([]);
  });

  it('finds and mends by itself what was lost behind its back', async () => {
    const question = await builders.question({ title: 'Forgotten kickstand' });
    await upToDate();
    // As if a backup had been put back: the row changes, and nobody marks it.
    await site.test.database.transaction(async () => {
      await sql(`alter table post disable trigger post_update_is_searched`);
      await sql(`update post set title = 'Remembered kickstand' where id = $1`, [question]);
      await sql(`alter table post enable trigger post_update_is_searched`);
    });
    const compared = Object.values(await site.indexing.compare({ repair: true }));
    expect(compared.every(({ stale }) => stale.includes(`q_${question}`))).toBe(true);
    // Marked for the index only; the writer looks again by itself, but not at once.
    await sql(`notify search_dirty`);
    await until(async () => (await found('remembered')).includes(`q_${question}`));
  });

  it('tells how far behind it is', async () => {
    await upToDate();
    const dirty = new DirtySet(site.test.database, 'postgres');
    expect(await dirty.backlog()).toEqual({ dirty: 0, lagSeconds: 0, setAside: 0 });
    for (const status of await site.indexing.status()) {
      expect(status).toMatchObject({
        ready: true,
        dirty: 0,
        setAside: 0,
        writer: 'writing',
        problem: undefined,
      });
      expect(status.documents).toBeGreaterThan(0);
    }
  });
});

describe('two processes of one site', () => {
  it('write its index one at a time; when one ends, the other goes on', async () => {
    const first = await siteUnderTest({ meilisearch: false });
    const second = await siteUnderTest({ meilisearch: false, on: first.test });
    const builders = new Builders(first.test.database);
    const stateOf = async ({ indexing }: SiteUnderTest) => (await indexing.status())[0]?.writer;
    try {
      await first.indexing.start();
      await until(async () => (await stateOf(first)) === 'writing');
      await second.indexing.start();
      await until(async () => (await stateOf(second)) === 'waiting');

      await first.indexing.stop();
      const question = await builders.question({ title: 'Handed over crankset' });
      const found = async () => (await first.search.search({ text: 'crankset', first: 5 })).hits;
      await until(async () => (await found()).some(({ id }) => id === `q_${question}`));
      expect(await stateOf(second)).toBe('writing');
    } finally {
      await second.indexing.stop();
      await first.stop();
    }
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2400; tries += 1) {
    if (await isSo()) return;
    await wait(25);
  }
  throw new Error('it did not happen within a minute');
}
