import { Meilisearch, MeilisearchApiError, MeilisearchRequestError, type Task } from 'meilisearch';
import { startMeilisearchStandIn, type MeilisearchStandIn } from './index.js';

let server: MeilisearchStandIn;
let client: Meilisearch;

beforeEach(async () => {
  server = await startMeilisearchStandIn();
  client = new Meilisearch({ host: server.url, apiKey: server.apiKey, timeout: 2000 });
});

afterEach(() => server.stop());

async function seed(uid: string, documents: Record<string, unknown>[], settings: object = {}): Promise<Task> {
  await client.createIndex(uid, { primaryKey: 'id' }).waitTask();
  await client.index(uid).updateSettings(settings).waitTask();
  return client.index(uid).addDocuments(documents).waitTask();
}

async function titles(uid: string, q: string, options: object = {}): Promise<unknown[]> {
  const { hits } = await client.index(uid).search(q, options);
  return hits.map((hit): unknown => hit['title']);
}

async function refusal(work: Promise<unknown>): Promise<{ status: number; code: string | undefined }> {
  const error = await work.catch((reason: unknown) => reason);
  if (!(error instanceof MeilisearchApiError)) throw new Error('was not refused');
  return { status: error.response.status, code: error.cause?.code };
}

const KITCHEN = [
  {
    id: 'q_1',
    title: 'Coffee machine leaks water',
    text: 'It drips under the tank.',
    kind: 'question',
    votes: 3,
  },
  {
    id: 'q_2',
    title: 'Café grinder is too loud',
    text: 'The machine wakes my neighbours.',
    kind: 'question',
    votes: 9,
  },
  {
    id: 'k_3',
    title: 'Descaling your coffee machine',
    text: 'Use citric acid. Never vinegar.',
    kind: 'article',
    votes: 1,
  },
];
const UNKNOWN_FIELD: object = { shout: true };
const SETTINGS = {
  searchableAttributes: ['title', 'text'],
  filterableAttributes: ['kind', 'votes'],
  sortableAttributes: ['votes'],
};

describe('writing', () => {
  it('accepts a document at once and indexes it some moments later, one task after another', async () => {
    server.faults.pauseTasks();
    await client.createIndex('posts', { primaryKey: 'id' });
    const adding = await client.index('posts').addDocuments(KITCHEN, { customMetadata: 'batch-7' });
    expect(await client.tasks.getTask(adding.taskUid)).toMatchObject({
      status: 'enqueued',
      customMetadata: 'batch-7',
    });
    await expect(client.index('posts').search('coffee')).rejects.toThrow('Index `posts` not found.');

    await server.faults.clear();
    expect(await client.tasks.waitForTask(adding)).toMatchObject({ status: 'succeeded' });
    expect(await titles('posts', 'descaling')).toEqual(['Descaling your coffee machine']);
  });

  it('lets one bad document fail the whole task, and says so only in the task', async () => {
    await seed('posts', KITCHEN);
    const task = await client
      .index('posts')
      .addDocuments([{ id: 'q_4', title: 'fine' }, { id: 'not an id' }])
      .waitTask();
    expect(task).toMatchObject({
      status: 'failed',
      error: { code: 'invalid_document_id', type: 'invalid_request' },
    });
    expect((await client.index('posts').getStats()).numberOfDocuments).toBe(3);
  });

  it('replaces with POST, merges with PUT, deletes by id', async () => {
    await seed('posts', KITCHEN);
    await client
      .index('posts')
      .addDocuments([{ id: 'q_1', title: 'Replaced' }])
      .waitTask();
    await client
      .index('posts')
      .updateDocuments([{ id: 'q_2', votes: 10 }])
      .waitTask();
    await client.index('posts').deleteDocuments(['k_3', 'k_none']).waitTask();
    const { results } = await client.index('posts').getDocuments({ limit: 10 });
    expect(results).toEqual([
      { id: 'q_1', title: 'Replaced' },
      { ...KITCHEN[1], votes: 10 },
    ]);
  });

  it('makes a missing index with factory settings, unless the key may not', async () => {
    await client
      .index('surprise')
      .addDocuments([{ id: 1 }])
      .waitTask();
    expect((await client.index('surprise').getSettings()).filterableAttributes).toEqual([]);

    const { key } = await client.createKey({
      actions: ['documents.*', 'tasks.get'],
      indexes: ['*'],
      expiresAt: null,
    });
    const writer = new Meilisearch({ host: server.url, apiKey: key });
    const task = await writer
      .index('other')
      .addDocuments([{ id: 1 }])
      .waitTask();
    expect(task).toMatchObject({ status: 'failed', error: { code: 'index_not_found' } });
  });
});

describe('being strict', () => {
  it('refuses fields that it does not know, in searches and in settings', async () => {
    await seed('posts', KITCHEN, SETTINGS);
    expect(await refusal(client.index('posts').search('x', UNKNOWN_FIELD))).toEqual({
      status: 400,
      code: 'bad_request',
    });
    expect(await refusal(client.index('posts').updateSettings({ rankingRuls: [] } as object))).toEqual({
      status: 400,
      code: 'bad_request',
    });
    expect(await refusal(client.index('posts').search('x', { limit: -1 }))).toMatchObject({
      code: 'invalid_search_limit',
    });
    expect(await refusal(client.index('posts').search('x', { locales: ['xx'] }))).toMatchObject({
      code: 'invalid_search_locales',
    });
    expect(await refusal(client.index('posts').updateSettings({ rankingRules: ['luck'] }))).toMatchObject({
      code: 'invalid_settings_ranking_rules',
    });
  });

  it('asks for a key, a right one, and one that is meant for the act', async () => {
    const guest = new Meilisearch({ host: server.url });
    expect(await refusal(guest.getStats())).toEqual({ status: 401, code: 'missing_authorization_header' });
    const stranger = new Meilisearch({ host: server.url, apiKey: 'guess' });
    expect(await refusal(stranger.getStats())).toEqual({ status: 403, code: 'invalid_api_key' });
    expect(await guest.isHealthy()).toBe(true);

    await seed('posts', KITCHEN);
    await seed('other', KITCHEN);
    const { key } = await client.createKey({
      actions: ['search', 'tasks.get'],
      indexes: ['posts'],
      expiresAt: null,
    });
    const reader = new Meilisearch({ host: server.url, apiKey: key });
    expect((await reader.index('posts').search('coffee')).hits).toHaveLength(2);
    expect(await refusal(reader.index('other').search('coffee'))).toMatchObject({ status: 403 });
    const swap = await client.swapIndexes([{ indexes: ['posts', 'other'], rename: false }]).waitTask();
    expect(await refusal(reader.tasks.getTask(swap.uid))).toEqual({ status: 404, code: 'task_not_found' });
  });
});

describe('swapping', () => {
  it('swaps two indexes, or gives one the free name of another', async () => {
    await seed('live', [{ id: 1, title: 'old' }]);
    await seed('next', [{ id: 1, title: 'new' }]);
    await client.swapIndexes([{ indexes: ['live', 'next'], rename: false }]).waitTask();
    expect(await titles('live', 'new')).toEqual(['new']);

    await client.swapIndexes([{ indexes: ['next', 'attic'], rename: true }]).waitTask();
    expect(await titles('attic', 'old')).toEqual(['old']);
    expect(await refusal(client.getRawIndex('next'))).toMatchObject({ status: 404 });
  });

  it('fails the task when a name is missing or taken, and refuses a name given twice', async () => {
    await seed('live', [{ id: 1 }]);
    const missing = await client.swapIndexes([{ indexes: ['live', 'next'], rename: false }]).waitTask();
    expect(missing).toMatchObject({ status: 'failed', error: { code: 'index_not_found' } });
    await seed('next', [{ id: 1 }]);
    const taken = await client.swapIndexes([{ indexes: ['live', 'next'], rename: true }]).waitTask();
    expect(taken).toMatchObject({ status: 'failed', error: { code: 'index_already_exists' } });
    expect(await refusal(client.swapIndexes([{ indexes: ['live', 'live'], rename: false }]))).toMatchObject({
      code: 'invalid_swap_duplicate_index_found',
    });
  });
});

describe('tasks', () => {
  it('lists by filters, cancels what waits, prunes what is finished', async () => {
    await seed('posts', KITCHEN);
    server.faults.pauseTasks();
    const waiting = await client.index('posts').addDocuments([{ id: 'late' }]);
    const canceling = await client.tasks.cancelTasks({ uids: [waiting.taskUid] });
    await server.faults.clear();
    await client.tasks.waitForTask(canceling);
    expect(await client.tasks.getTask(waiting.taskUid)).toMatchObject({
      status: 'canceled',
      canceledBy: canceling.taskUid,
    });
    const { results } = await client.tasks.getTasks({
      types: ['documentAdditionOrUpdate'],
      statuses: ['succeeded'],
    });
    expect(results).toHaveLength(1);

    await client.tasks.deleteTasks({ statuses: ['succeeded', 'canceled'] }).waitTask();
    expect((await client.tasks.getTasks({ statuses: ['canceled'] })).total).toBe(0);
    expect(await refusal(client.tasks.deleteTasks({}))).toMatchObject({ code: 'missing_task_filters' });
  });
});

describe('searching', () => {
  beforeEach(() => seed('posts', KITCHEN, SETTINGS));

  it('finds beginnings of the last word, forgives typos by length, ignores accents and case', async () => {
    expect(await titles('posts', 'desc')).toEqual(['Descaling your coffee machine']);
    expect(await titles('posts', 'desc ')).toEqual([]);
    expect(await titles('posts', 'grindre loud')).toEqual(['Café grinder is too loud']);
    expect(await titles('posts', 'CAFE')).toEqual(['Café grinder is too loud']);
    expect(await titles('posts', 'tnak')).toEqual([]);
    expect(await titles('posts', 'descalnig')).toEqual(['Descaling your coffee machine']);
    expect(await titles('posts', 'neigbors')).toEqual([]);
    expect(await titles('posts', 'neighbors')).toEqual(['Café grinder is too loud']);
  });

  it('keeps phrases together and leaves excluded words out', async () => {
    expect(await titles('posts', '"coffee machine"')).toHaveLength(2);
    expect(await titles('posts', '"machine coffee"')).toEqual([]);
    expect(await titles('posts', 'machine -coffee')).toEqual(['Café grinder is too loud']);
  });

  it('gives up words from the right, never the first', async () => {
    expect(await titles('posts', 'coffee machine explodes')).toHaveLength(2);
    expect(await titles('posts', 'explodes coffee')).toEqual([]);
    expect(await titles('posts', 'coffee machine explodes', { matchingStrategy: 'all' })).toEqual([]);
  });

  it('can give up the most common words instead', async () => {
    const found = await titles('posts', 'machine broke, what about descaling', {
      matchingStrategy: 'frequency',
    });
    expect(found).toEqual(['Descaling your coffee machine']);
  });

  it('puts more words, fewer typos and better attributes first, then what the operator asked for', async () => {
    expect(await titles('posts', 'machine')).toEqual([
      'Coffee machine leaks water',
      'Descaling your coffee machine',
      'Café grinder is too loud',
    ]);
    await client
      .index('posts')
      .updateSettings({ rankingRules: ['words', 'votes:asc'] })
      .waitTask();
    expect((await titles('posts', 'machine'))[0]).toBe('Descaling your coffee machine');
    const scored = await client.index('posts').search('machine', { showRankingScore: true });
    expect(scored.hits.every((hit) => (hit._rankingScore ?? 0) > 0 && (hit._rankingScore ?? 2) <= 1)).toBe(
      true,
    );
  });

  it('filters what may be filtered', async () => {
    expect(await titles('posts', '', { filter: 'kind = article' })).toHaveLength(1);
    expect(
      await titles('posts', '', { filter: ['votes > 2', ['kind = "question"', 'kind = x']] }),
    ).toHaveLength(2);
    expect(await titles('posts', '', { filter: 'NOT (kind IN [article, x]) AND votes 1 TO 3' })).toHaveLength(
      1,
    );
    expect(await refusal(client.index('posts').search('', { filter: 'title = x' }))).toMatchObject({
      code: 'invalid_search_filter',
    });
    const granular = [
      { attributePatterns: ['votes'], features: { filter: { equality: true, comparison: false } } },
    ];
    await client
      .index('posts')
      .updateSettings({ filterableAttributes: granular } as object)
      .waitTask();
    expect(await titles('posts', '', { filter: 'votes = 9' })).toHaveLength(1);
    expect(await refusal(client.index('posts').search('', { filter: 'votes > 1' }))).toMatchObject({
      status: 400,
    });
  });

  it('marks and crops with the tags it was given, and pages without losing count', async () => {
    const { hits } = await client.index('posts').search('vinegr', {
      attributesToHighlight: ['title', 'text'],
      attributesToCrop: ['text:2'],
      highlightPreTag: '[',
      highlightPostTag: ']',
    });
    expect(hits[0]?._formatted).toMatchObject({ text: '…Never [vinegar].', votes: '1' });
    const page = await client.index('posts').search('machine', { offset: 1, limit: 1 });
    expect(page).toMatchObject({ estimatedTotalHits: 3, offset: 1, limit: 1 });
    expect(page.hits).toHaveLength(1);
  });

  it('knows synonyms of words and of words in a row', async () => {
    const synonyms = { noisy: ['too loud'], 'wake up': ['wakes'] };
    await client.index('posts').updateSettings({ synonyms }).waitTask();
    expect(await titles('posts', 'noisy')).toEqual(['Café grinder is too loud']);
    expect(await titles('posts', 'wake up ', { matchingStrategy: 'all' })).toEqual([
      'Café grinder is too loud',
    ]);
    expect(await titles('posts', 'up wake ', { matchingStrategy: 'all' })).toEqual([]);
  });

  it('passes over stop words, but for the last one that is being typed', async () => {
    await client
      .index('posts')
      .updateSettings({ stopWords: ['the', 'is'] })
      .waitTask();
    expect(await titles('posts', 'the descaling')).toEqual(['Descaling your coffee machine']);
    expect(await titles('posts', 'is')).toEqual([]);
    // Nothing is left to look for, so everything is found.
    expect(await titles('posts', 'is ')).toHaveLength(3);
    expect(await titles('posts', '"grinder is too"')).toEqual(['Café grinder is too loud']);
  });

  it('counts the values of what may be filtered, in the order that the settings name', async () => {
    const facets = ['kind', 'votes'];
    const counted = await client.index('posts').search('machine', { facets });
    expect(counted.facetDistribution?.['kind']).toEqual({ article: 1, question: 2 });
    expect(counted.facetStats?.['votes']).toEqual({ min: 1, max: 9 });
    await client
      .index('posts')
      .updateSettings({ faceting: { maxValuesPerFacet: 1, sortFacetValuesBy: { '*': 'count' } } })
      .waitTask();
    const few = await client.index('posts').search('machine', { facets });
    expect(few.facetDistribution?.['kind']).toEqual({ question: 2 });
    expect(await refusal(client.index('posts').search('', { facets: ['title'] }))).toMatchObject({
      code: 'invalid_search_facets',
    });
  });

  it('sorts by what it was told to, where the rule stands', async () => {
    expect((await titles('posts', 'machine', { sort: ['votes:desc'] }))[0]).toBe(
      'Coffee machine leaks water',
    );
    await client
      .index('posts')
      .updateSettings({ rankingRules: ['sort', 'words'] })
      .waitTask();
    expect((await titles('posts', 'machine', { sort: ['votes:desc'] }))[0]).toBe('Café grinder is too loud');
    expect(await refusal(client.index('posts').search('', { sort: ['title:asc'] }))).toMatchObject({
      code: 'invalid_search_sort',
    });
  });
});

describe('searching several indexes as one', () => {
  beforeEach(async () => {
    await seed('questions', KITCHEN.slice(0, 2), SETTINGS);
    await seed('articles', KITCHEN.slice(2), SETTINGS);
  });

  const federated = (weight: number) =>
    client.multiSearch({
      federation: { limit: 10 },
      queries: [
        { indexUid: 'questions', q: 'coffee machine' },
        { indexUid: 'articles', q: 'coffee machine', federationOptions: { weight } },
      ],
    });

  it('merges by weighted score', async () => {
    const heavy = await federated(1.5);
    expect(heavy.hits.map((hit) => hit._federation?.indexUid)[0]).toBe('articles');
    expect((await federated(0.1)).hits.map((hit) => hit._federation?.indexUid)[0]).toBe('questions');
    expect(heavy.estimatedTotalHits).toBe(2);
  });

  it('counts for each index by itself, and each document once', async () => {
    const queries = ['coffee', 'machine'].map((q) => ({ indexUid: 'questions', q }));
    const found = await client.multiSearch({
      federation: { facetsByIndex: { questions: ['kind'] } },
      queries,
    });
    expect(found.facetsByIndex?.['questions']?.distribution).toEqual({ kind: { question: 2 } });
    expect(found.estimatedTotalHits).toBe(2);
    const inside = { federation: {}, queries: [{ indexUid: 'questions', q: 'x', facets: ['kind'] }] };
    expect(await refusal(client.multiSearch(inside))).toMatchObject({
      code: 'invalid_multi_search_query_facets',
    });
  });

  it('refuses paging inside a query, missing indexes and differently ranked ones', async () => {
    const wrong = { federation: {}, queries: [{ indexUid: 'questions', q: 'x', limit: 3 }] };
    expect(await refusal(client.multiSearch(wrong))).toMatchObject({
      code: 'invalid_multi_search_query_pagination',
    });
    const missing = { queries: [{ indexUid: 'nowhere', q: 'x' }] };
    expect(await refusal(client.multiSearch(missing))).toMatchObject({ code: 'index_not_found' });
    await client
      .index('articles')
      .updateSettings({ rankingRules: ['words', 'votes:desc'] })
      .waitTask();
    expect(await refusal(federated(1))).toMatchObject({ code: 'invalid_multi_search_query_ranking_rules' });
  });
});

describe('going wrong on purpose', () => {
  it('is absent, slow, broken, behind a broken proxy, and well again', async () => {
    await server.faults.absent();
    const gone = await client.getStats().catch((error: unknown) => error);
    expect(gone).toBeInstanceOf(MeilisearchRequestError);
    expect(gone).toMatchObject({ cause: { cause: { code: 'ECONNREFUSED' } } });
    await server.faults.clear();

    server.faults.slow(200);
    const hasty = new Meilisearch({ host: server.url, apiKey: server.apiKey, timeout: 50 });
    await expect(hasty.getStats()).rejects.toBeInstanceOf(MeilisearchRequestError);
    await server.faults.clear();

    server.faults.status(503);
    expect(await refusal(client.getStats())).toMatchObject({ status: 503 });
    server.faults.html();
    await expect(client.getStats()).rejects.toBeInstanceOf(SyntaxError);
    server.faults.hangUp();
    await expect(client.getStats()).rejects.toBeInstanceOf(MeilisearchRequestError);
    await server.faults.clear();
    expect(await client.isHealthy()).toBe(true);
  });

  it('accepts with 202 and fails later, refuses large bodies, withdraws the key', async () => {
    await seed('posts', KITCHEN);
    server.faults.failTasks('disk is full', (task) => task.type === 'documentAdditionOrUpdate');
    const task = await client
      .index('posts')
      .addDocuments([{ id: 'x' }])
      .waitTask();
    expect(task).toMatchObject({ status: 'failed', error: { message: 'disk is full' } });
    server.faults.limitPayload(100);
    expect(await refusal(client.index('posts').addDocuments(KITCHEN))).toEqual({
      status: 413,
      code: 'payload_too_large',
    });
    server.faults.refuseKey();
    expect(await refusal(client.getStats())).toEqual({ status: 403, code: 'invalid_api_key' });
  });
});
