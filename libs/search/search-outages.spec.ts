import { setTimeout as wait } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import { createLogger } from '#libs/platform';
import { Builders, type MeilisearchStandIn } from '#libs/testing';
import { DirtySet } from './persistence/dirty-set.js';
import { assembleSearch } from './search.assembly.js';
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

  const client = () =>
    new Meilisearch({ host: site.server?.host ?? '', apiKey: site.server?.apiKey ?? undefined });
  const taskCount = async (status: 'enqueued') =>
    (await client().tasks.getTasks({ statuses: [status] })).total;

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
    ['asks for patience with 429', () => faults.status(429)],
    ['gives up waiting with 408', () => faults.status(408)],
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

  it('takes a mended key, it learns what it missed', async () => {
    faults.refuseKey();
    const question = await builders.question({ title: 'Asked while the key was wrong' });
    await until(async () => (await status()).writer === 'refused');
    await faults.clear();
    await until(async () => (await status()).dirty === 0, 30);
    await until(async () => (await search('wrong')).engine === 'MEILISEARCH');
    expect(await found('wrong')).toEqual([`q_${question}`]);
  });

  it('has a full disk, nothing is blamed on what was written, and all of it is there afterwards', async () => {
    faults.fullDisk();
    const question = await builders.question({ title: 'Asked with a full disk' });
    await until(async () => (await status()).writer === 'backing off');
    expect(await status()).toMatchObject({ setAside: 0, dirty: 1 });
    expect((await status()).problem).toContain('no_space_left_on_device');
    expect((await search('very first')).hits).toHaveLength(1);
    await faults.clear();
    await until(async () => (await status()).dirty === 0);
    await until(async () => (await found('disk')).includes(`q_${question}`));
  });

  it('fails everything that it accepted, all of it is tried again within a minute', async () => {
    faults.failTasks();
    await builders.question({ title: 'Accepted and then failed' });
    await until(async () => (await status()).setAside === 1);
    const [waiting] = await site.test.database.query<{ seconds: number }>(
      `select extract(epoch from max(next_at) - now())::float8 as seconds from search_dirty where target = 'meilisearch'`,
    );
    expect(waiting?.seconds).toBeLessThan(60);
    await faults.clear();
    // As if the minute had passed.
    await site.test.database.query(`update search_dirty set next_at = now()`);
    await site.test.database.query(`notify search_dirty`);
    await until(async () => (await status()).dirty === 0);
    expect(await found('accepted failed')).toHaveLength(1);
  });

  it('accepts changes and does not work on them, they count as not found yet', async () => {
    faults.pauseTasks();
    const question = await builders.question({ title: 'Waiting in a long queue' });
    await until(async () => (await status()).lagSeconds > 0.3);
    expect(await search('very first')).toMatchObject({ engine: 'MEILISEARCH', fellBack: false });
    expect(await status()).toMatchObject({ dirty: 1 });
    await faults.clear();
    await until(async () => (await status()).dirty === 0);
    expect(await found('queue')).toEqual([`q_${question}`]);
  });

  it('had a task canceled, its documents are sent again', async () => {
    faults.pauseTasks();
    const question = await builders.question({ title: 'Canceled on the way' });
    await until(async () => (await taskCount('enqueued')) > 0);
    const canceling = await client().tasks.cancelTasks({ statuses: ['enqueued'] });
    await faults.clear();
    await client().tasks.waitForTask(canceling);
    await until(async () => (await status()).dirty === 0);
    expect(await found('canceled')).toEqual([`q_${question}`]);
  });

  it('has a key that may not make indexes, a lost index is not made with the settings of the factory', async () => {
    await site.indexing.stop();
    const { key } = await client().createKey({
      actions: ['search', 'documents.*', 'indexes.get', 'settings.*', 'tasks.*', 'stats.get'],
      indexes: ['*'],
      expiresAt: null,
    });
    const limited = assembleSearch({
      database: site.test.database,
      logger: createLogger('silent'),
      meili: { host: site.server?.host ?? '', apiKey: key },
      indexPrefix: site.indexPrefix,
    });
    faults.forgetEverything();
    await limited.indexing.start();
    await builders.question({ title: 'Asked without an index' });
    const state = async () =>
      (await limited.indexing.status()).find(({ engine }) => engine === 'MEILISEARCH');
    await until(async () => (await state())?.writer === 'refused');
    await limited.indexing.stop();
    expect((await client().getRawIndexes()).results).toEqual([]);
  });

  it('has a key for single indexes, a rebuild ends with words about the key and the old index stays', async () => {
    await site.indexing.stop();
    const names = (await client().getRawIndexes()).results.map(({ uid }) => uid);
    const { key } = await client().createKey({
      actions: ['*'],
      indexes: [...names, ...names.flatMap((uid) => [`${uid}_next`, `${uid}_previous`])],
      expiresAt: null,
    });
    const limited = assembleSearch({
      database: site.test.database,
      logger: createLogger('silent'),
      meili: { host: site.server?.host ?? '', apiKey: key },
      indexPrefix: site.indexPrefix,
    });
    await expect(limited.indexing.rebuild()).rejects.toThrow('must not be limited to single ones');
    expect(await found('very first')).toHaveLength(1);
  });

  it('chokes on one document while it is built anew, all others are there', async () => {
    await builders.question({ title: 'Sound before the rebuild' });
    const bad = await builders.question({ title: 'Choked on by the rebuild' });
    await until(async () => (await status()).dirty === 0);
    await site.indexing.stop();
    faults.failDocuments(`q_${bad}`);
    const reports = await site.indexing.rebuild();
    expect(reports['MEILISEARCH']?.documents).toBe(3);
    expect(await found('sound')).toHaveLength(1);
    expect(await status()).toMatchObject({ dirty: 1 });
    await faults.clear();
    await site.indexing.drain();
    expect(await found('choked')).toEqual([`q_${bad}`]);
  });

  it('is asked to forget things, it is by their ids and never by a condition', async () => {
    const question = await builders.question({ title: 'Soon to be deleted' });
    await until(async () => (await found('deleted')).includes(`q_${question}`));
    await site.test.database.query(`update post set deleted_at = now() where id = $1`, [question]);
    await until(async () => (await status()).dirty === 0);
    const deletions = site.server?.standIn?.requests.filter(({ path }) => path.includes('/documents/delete'));
    expect(deletions?.length).toBeGreaterThan(0);
    for (const { path, body } of deletions ?? []) {
      expect(path).toContain('delete-batch');
      expect(body).toEqual([`q_${question}`]);
    }
  });

  it('keeps finished tasks for ever, they are pruned at night', async () => {
    await site.test.database.query(`update search_target set swept_at = now() - interval '1 day'`);
    await site.indexing.sweep();
    const pruned = site.server?.standIn?.requests.filter(
      ({ method, path }) => method === 'DELETE' && path.startsWith('/tasks?'),
    );
    expect(pruned).toHaveLength(1);
  });

  it('gets an index with another schema, a rebuild swaps it in and the old one does not answer any more', async () => {
    await site.test.database.query(`update search_target set ready = false where name = 'meilisearch'`);
    await until(async () => (await search('very first')).engine === 'POSTGRES', 5);
    await site.test.database.query(`notify search_dirty`);
    await until(async () => (await search('very first')).engine === 'MEILISEARCH');
    expect(await found('very first')).toHaveLength(1);
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
