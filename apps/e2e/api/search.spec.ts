import { setTimeout as wait } from 'node:timers/promises';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

const SEARCH = `query ($query: String!, $first: Int, $after: String, $filter: SearchFilter, $orderBy: SearchOrder) {
  search(query: $query, first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    estimatedTotal hasMore endCursor
    hits { subject { ... on Question { id } ... on Article { id } } }
    facets { tags { ...value } kinds { ...value } states { ...value } }
    didYouMean { query html }
    interpreted { words phrases excluded isContradictory conditions { field value excluded operator queryWithout } }
  } }
  fragment value on SearchFacetValue { value label count selected operator }`;

interface Facet {
  value: string;
  label: string;
  count: number;
  selected: boolean;
  operator: string;
}

interface Found {
  search: {
    estimatedTotal: number;
    hasMore: boolean;
    endCursor: string | null;
    hits: { subject: { id: string } }[];
    facets: Record<'tags' | 'kinds' | 'states', Facet[]>;
    didYouMean: { query: string; html: string } | null;
    interpreted: {
      words: string[];
      conditions: { field: string; operator: string; queryWithout: string }[];
    };
  };
}

describe('searching from outside', () => {
  let server: TestServer;
  let community: Community;
  let curator: Person;
  let asker: Person;
  const questions: Posted[] = [];

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    curator = await community.join('curator', 'STAFF');
    asker = await community.join('asker');
    for (const [title, tag] of [
      ['Why does the espresso machine hiss loudly?', 'noise'],
      ['Espresso machine stops after two cups', 'power'],
      ['Which espresso machine does not hiss in the kitchen?', 'noise'],
    ] as const) {
      questions.push(await asker.ask({ title, tags: [tag] }));
    }
    await until(async () => (await search('espresso')).estimatedTotal === 3);
  });
  afterAll(() => server.stop());

  const search = async (query: string, variables: Record<string, unknown> = {}) =>
    (await community.guest.get<Found>(SEARCH, { query, ...variables })).search;

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await isSo()) return;
      await wait(50);
    }
    throw new Error('it did not happen within ten seconds');
  }

  it('reads conditions in the box and says what it understood', async () => {
    const { hits, interpreted } = await search('espresso -tag:noise author:ASKER');
    expect(hits.map(({ subject }) => subject.id)).toEqual([questions[1]?.id]);
    expect(interpreted.words).toEqual(['espresso']);
    expect(interpreted.conditions).toEqual([
      {
        field: 'TAG',
        value: 'noise',
        excluded: true,
        operator: '-tag:noise',
        queryWithout: 'espresso author:ASKER',
      },
      {
        field: 'AUTHOR',
        value: 'ASKER',
        excluded: false,
        operator: 'author:ASKER',
        queryWithout: 'espresso -tag:noise',
      },
    ]);
  });

  it('counts what it can be narrowed to, and says how that is typed', async () => {
    const { facets } = await search('espresso', { filter: { tags: ['noise'] } });
    expect(facets.tags).toEqual([
      { value: 'noise', label: 'noise', count: 2, selected: true, operator: 'tag:noise' },
    ]);
    expect(facets.kinds).toEqual([
      { value: 'QUESTIONS', label: 'QUESTIONS', count: 2, selected: false, operator: 'is:question' },
    ]);
    expect(facets.states).toMatchObject([{ value: 'unanswered', operator: 'is:unanswered' }]);
    const nothing = await search('espresso tag:unheard-of');
    expect(nothing.facets.tags).toMatchObject([{ value: 'unheard-of', count: 0, selected: true }]);
  });

  it('goes on where a page ended, and refuses cursors of other lists', async () => {
    const first = await search('espresso', { first: 2, orderBy: 'NEWEST' });
    expect(first).toMatchObject({ hasMore: true, estimatedTotal: 3 });
    const second = await search('espresso', { first: 2, orderBy: 'NEWEST', after: first.endCursor });
    expect(second).toMatchObject({ hasMore: false, endCursor: null });
    const all = [...first.hits, ...second.hits].map(({ subject }) => subject.id);
    expect(all).toEqual(questions.map(({ id }) => id).reverse());
    await expect(search('espresso', { after: 'nonsense' })).rejects.toThrow('cursor');
  });

  it('offers another spelling', async () => {
    expect((await search('expresso mashine')).didYouMean).toEqual({
      query: 'espresso machine',
      html: '<mark>espresso</mark> <mark>machine</mark>',
    });
  });

  it('shows beside a question what is like it', async () => {
    const { question } = await community.guest.get<{
      question: { similarQuestions: { subject: { id: string } }[] };
    }>(
      `query ($id: ID!) { question(id: $id) { similarQuestions(first: 5) { subject { ... on Question { id } } } } }`,
      { id: questions[0]?.id },
    );
    const ids = question.similarQuestions.map(({ subject }) => subject.id);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).not.toContain(questions[0]?.id);
  });

  it('obeys what curators say, shows it beforehand and keeps every version', async () => {
    const rules = { locale: 'und', synonyms: [{ words: ['latte maker', 'espresso machine'] }] };
    const { previewSearchRules } = await curator.get<{
      previewSearchRules: { before: unknown[]; after: unknown[] };
    }>(
      `query ($rules: SearchRulesInput!) { previewSearchRules(query: "latte maker", rules: $rules) { before { score } after { score } } }`,
      { rules },
    );
    expect(previewSearchRules).toMatchObject({ before: [], after: [{}, {}, {}] });
    const pinned = [{ query: 'latte maker', ids: [questions[2]?.id] }];
    await curator.act(
      'saveSearchRules',
      { ...rules, pinned, expectedVersion: 0, reason: 'They call it so.' },
      'rules { version }',
    );
    await until(async () => (await search('latte maker')).hits.length === 3);
    expect((await search('latte maker')).hits[0]?.subject.id).toBe(questions[2]?.id);
    const { searchRuleVersions } = await curator.get<{ searchRuleVersions: unknown[] }>(
      `{ searchRuleVersions(locale: "und") { version reason author { username } pinned { subjects { ... on Question { id } } } } }`,
    );
    expect(searchRuleVersions).toEqual([
      {
        version: 1,
        reason: 'They call it so.',
        author: { username: 'curator' },
        pinned: [{ subjects: [{ id: questions[2]?.id }] }],
      },
    ]);
    await expect(
      curator.act('saveSearchRules', { ...rules, expectedVersion: 0 }, 'rules { version }'),
    ).rejects.toThrow('meanwhile');
    await expect(asker.get(`{ searchRules(locale: "und") { version } }`)).rejects.toThrow('STAFF');
  });

  it('tells staff how it stands', async () => {
    const { searchHealth } = await curator.get<{ searchHealth: unknown }>(
      `{ searchHealth { answering breakerOpen indexes { engine ready problem writer setAside sweptAt } } }`,
    );
    expect(searchHealth).toMatchObject({
      answering: 'POSTGRES',
      breakerOpen: false,
      indexes: [{ engine: 'POSTGRES', ready: true, problem: null, writer: 'WRITING', setAside: 0 }],
    });
    await expect(asker.get(`{ searchHealth { breakerOpen } }`)).rejects.toThrow('STAFF');
  });

  it('reads what is like each of a list of questions as cheaply as for one of them', async () => {
    const statements = async () => {
      const metrics = await (await fetch(`${server.url}/metrics`)).text();
      return Number(/^peerdesk_sql_statements_total\{route="\/graphql"\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
    };
    const read = async (first: number) => {
      const before = await statements();
      const { questions: list } = await community.guest.get<{
        questions: { nodes: { similarQuestions: { subject: { id: string } }[] }[] };
      }>(
        `query ($first: Int!) { questions(first: $first) { nodes {
           similarQuestions(first: 3, preferLocale: "en") { subject { ... on Question { id } } } } } }`,
        { first },
      );
      expect(list.nodes).toHaveLength(first);
      return (await statements()) - before;
    };
    await read(3);
    const costs = [await read(1), await read(3)];
    expect(costs[0]).toBeGreaterThan(0);
    expect(costs[1]).toBeLessThanOrEqual(costs[0] ?? 0);
  });

  it('says of each result whether it holds for the reader’s version', async () => {
    const [product] = await server.db.database.query<{ id: number }>(
      `insert into product (slug, name) values ('brewer', 'Brewer') returning id`,
    );
    const versions = await server.db.database.query<{ id: number }>(
      `insert into product_version (product_id, name, ordinal) values ($1, '1', 1), ($1, '2', 2) returning id`,
      [product?.id],
    );
    await server.db.database.query(
      `insert into post_applicability (post_id, product_id, from_version_id, to_version_id) values ($1, $2, $3, $3)`,
      [questions[0]?.id.slice(2), product?.id, versions[0]?.id],
    );
    const fits = async (person: Pick<Person, 'get'>, versionIds?: string[]) => {
      const { search: found } = await person.get<{
        search: { hits: { subject: { id: string }; appliesToReader: boolean | null }[] };
      }>(
        `query ($versionIds: [ID!]) { search(query: "espresso") { hits {
           appliesToReader(versionIds: $versionIds) subject { ... on Question { id } } } } }`,
        { versionIds },
      );
      return found.hits.find(({ subject }) => subject.id === questions[0]?.id)?.appliesToReader;
    };
    const global = (turn: number) => `o_${versions[turn]?.id}`;
    expect(await fits(community.guest)).toBeNull();
    expect(await fits(community.guest, [global(0)])).toBe(true);
    expect(await fits(community.guest, [global(1)])).toBe(false);
    expect(await fits(community.guest, ['nonsense', 'o_999999'])).toBeNull();
    await asker.act(
      'setViewerVersion',
      { productId: `p_${product?.id}`, versionId: global(1) },
      'viewerVersions { id }',
    );
    expect(await fits(asker)).toBe(false);
  });

  it.each([
    '',
    '   ',
    'tag:',
    'is:accepted -is:accepted',
    '"unclosed',
    `'; drop table search_document; --`,
    'tag:"x" OR 1=1',
    '\u0000',
    '\u202Eolleh',
    '-',
    '::::',
    'version:"',
  ])('answers %j', async (query) => {
    await expect(search(query)).resolves.toMatchObject({ hits: expect.any(Array) as unknown[] });
  });

  it('says what to do about ten thousand characters', async () => {
    await expect(search('x'.repeat(10_000))).rejects.toThrow('at most 1000 characters');
  });
});
