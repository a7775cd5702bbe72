import { setTimeout as wait } from 'node:timers/promises';
import { Builders, type MeilisearchStandIn } from '#libs/testing';
import { DirtySet } from './persistence/dirty-set.js';
import { siteUnderTest, type SiteUnderTest } from './testing/engines.js';

/** A site with a Meilisearch that goes wrong in every way; made to go wrong by the stand-in. */
describe('when Meilisearch', () => {
  let site: SiteUnderTest;
  let builders: Builders;
  let faults: MeilisearchStandIn['faults'];

  beforeEach(async () => {
    site = await siteUnderTest({ meilisearch: 'stand-in' });
    builders = new Builders(site.test.database);
    if (!site.server?.standIn) throw new Error('this spec needs the stand-in');
    faults = site.server.standIn.faults;
    await builders.question({ title: 'The very first question' });
    await site.indexing.start();
    await until(async () => (await status()).ready && (await status()).dirty === 0);
  });

  afterEach(async () => {
    await faults.clear();
    await site.stop();
  });

  const search = (text: string) => site.search.search({ text, first: 20 });
  const found = async (text: string) => (await search(text)).hits.map(({ id }) => id);

  async function status() {
    const one = (await site.indexing.status()).find(({ engine }) => engine === 'MEILISEARCH');
    if (!one) throw new Error('Meilisearch is not kept');
    return one;
  }

  async function until(isSo: () => Promise<boolean>, seconds = 20): Promise<void> {
    const end = Date.now() + seconds * 1_000;
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`it did not happen within ${seconds} seconds`);
      await wait(25);
    }
  }

  const TROUBLES: [string, () => void | Promise<void>][] = [
    ['is absent', () => faults.absent()],
    ['answers 503', () => faults.status(503)],
    ['is hidden by the error page of a proxy', () => faults.html()],
    ['cuts connections', () => faults.hangUp()],
    ['is too slow', () => faults.slow(2_500)],
    ['no longer takes our key', () => faults.refuseKey()],
  ];

  it.each(TROUBLES)(
    '%s, people go on writing and searching, and are told who answers',
    async (_, breakIt) => {
      await breakIt();
      const question = await builders.question({ title: 'Asked during the outage' });
      const first = await search('very first');
      expect(first.hits).toHaveLength(1);
      expect(first).toMatchObject({ engine: 'POSTGRES', fellBack: true });
      await until(async () => (await found('outage')).includes(`q_${question}`));
      expect((await search('outage')).tookMs).toBeLessThan(1_000);
      await until(async () => (await status()).problem !== undefined);
      expect(await status()).toMatchObject({ ready: false });
    },
  );

  it('comes back, it learns what it missed and answers again', async () => {
    await faults.absent();
    const question = await builders.question({ title: 'Asked while it was away' });
    await until(async () => (await status()).writer === 'backing off');
    await search('anything');
    await faults.clear();
    await until(async () => (await status()).dirty === 0);
    await until(async () => (await search('away')).engine === 'MEILISEARCH');
    expect(await found('away')).toEqual([`q_${question}`]);
    expect(await status()).toMatchObject({ ready: true, problem: undefined, setAside: 0 });
  });

  it('accepts a batch and fails it later, the bad document is set aside and all others pass', async () => {
    faults.failDocuments('q_13');
    const questions: number[] = [];
    for (let made = 0; made < 20; made += 1) {
      questions.push(await builders.question({ title: `Batch of questions ${made}` }));
    }
    expect(questions).toContain(13);
    await until(async () => (await status()).dirty === 1 && (await status()).setAside === 1);
    expect((await found('batch of questions')).length).toBe(19);
    const [row] = await site.test.database.query<{ id: number; last_error: string }>(
      `select id, last_error from search_dirty where target = 'meilisearch'`,
    );
    expect(row).toMatchObject({ id: 13, last_error: expect.stringContaining('planned') as string });
  });

  it('finds a batch too large, it gets it in smaller ones', async () => {
    await site.indexing.stop();
    for (let made = 0; made < 12; made += 1) {
      await builders.question({ title: `Voluminous question ${made}`, body: 'word '.repeat(900) });
    }
    faults.limitPayload(20_000);
    await site.indexing.drain();
    expect((await found('voluminous')).length).toBe(12);
    expect(await status()).toMatchObject({ dirty: 0, setAside: 0 });
  });

  it('lost its indexes, they are built again by themselves, with their settings', async () => {
    faults.forgetEverything();
    expect((await search('very first')).hits).toHaveLength(1);
    const question = await builders.question({ title: 'After the great forgetting', tags: ['memory'] });
    await until(async () => (await status()).dirty === 0);
    await until(async () => (await search('forgetting')).engine === 'MEILISEARCH');
    expect((await search('very first')).engine).toBe('MEILISEARCH');
    expect(await found('very first')).toHaveLength(1);
    expect(await found('forgetting')).toEqual([`q_${question}`]);
    const narrowed = await site.search.search({ text: 'forgetting', first: 5, tags: ['memory'] });
    expect(narrowed.hits).toHaveLength(1);
  });

  it('is taken out of the configuration, no changes are gathered for it any more', async () => {
    await site.indexing.stop();
    const without = await siteUnderTest({ meilisearch: false, on: site.test });
    await without.indexing.start();
    await builders.question({ title: 'Nobody waits for this' });
    await until(async () => (await new DirtySet(site.test.database, 'postgres').backlog()).dirty === 0);
    expect((await new DirtySet(site.test.database, 'meilisearch').backlog()).dirty).toBe(0);
    await without.indexing.stop();
  });
});
