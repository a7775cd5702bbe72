import { setTimeout as wait } from 'node:timers/promises';
import { Builders } from '#libs/testing';
import { SearchInDepth1700000750000 } from './persistence/migrations/1700000750000-search-in-depth.js';
import { siteUnderTest, type SiteUnderTest } from './testing/engines.js';

/** A site whose index is of an older shape: it is upgraded while people search. */
describe.each([
  ['PostgreSQL', { meilisearch: false }],
  ['Meilisearch', { meilisearch: true }],
])('upgrading a site that searches with %s', (_name, options) => {
  let site: SiteUnderTest;

  beforeAll(async () => {
    site = await siteUnderTest(options);
    const builders = new Builders(site.test.database);
    const author = await builders.member({ username: 'oldtimer' });
    await builders.question({ author, title: 'Typewriter ribbon is dry', tags: ['ribbon'] });
    await site.indexing.start();
    await upToDate();
    await site.indexing.stop();
    await migrate('down');
    await migrate('up');
  });

  afterAll(() => site.stop());

  const found = async (text: string) =>
    (await site.search.search({ text, first: 5 })).hits.map(({ titleHtml }) =>
      titleHtml.replace(/<\/?mark>/g, ''),
    );

  async function migrate(direction: 'up' | 'down'): Promise<void> {
    const runner = site.test.database.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await new SearchInDepth1700000750000()[direction](runner);
      await runner.commitTransaction();
    } finally {
      await runner.release();
    }
  }

  async function upToDate(): Promise<void> {
    for (let tries = 0; tries < 400; tries += 1) {
      const statuses = await site.indexing.status();
      if (statuses.every(({ ready, dirty }) => ready && dirty === 0)) return;
      await wait(25);
    }
    throw new Error('the index did not catch up');
  }

  it('finds by the old index at first, and is never without an answer', async () => {
    expect(await found('typewriter')).toEqual(['Typewriter ribbon is dry']);
    expect(
      (await site.search.search({ text: 'typewriter', first: 5, withFacets: true })).facets?.tags,
    ).toEqual([{ value: 'ribbon', count: 1 }]);
  });

  it('builds the new one by itself, and then knows what the old one did not', async () => {
    expect(await found('author:oldtimer')).toEqual([]);
    await site.indexing.start();
    await upToDate();
    expect(await found('author:oldtimer')).toEqual(['Typewriter ribbon is dry']);
    for (const differences of Object.values(await site.indexing.compare())) {
      expect(differences).toEqual({ missing: [], stale: [], extra: [] });
    }
    // Whether an index may answer is looked up every other second.
    await wait(2_100);
    expect((await site.search.search({ text: 'typewriter', first: 1 })).fellBack).toBe(false);
  });
});
