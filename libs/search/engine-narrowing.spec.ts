import { document } from './testing/documents.js';
import { ENGINES, type EngineUnderTest } from './testing/engines.js';
import { readQuery, type SearchOrder, type SearchQuery } from './domain/query.js';
import { RuleBook } from './domain/rules.js';

/** Narrowing a search down, counting what it can be narrowed to, sorting and paging, with either engine. */
describe.each(Object.entries(ENGINES))('narrowing a search with %s', (_name, start) => {
  let under: EngineUnderTest;

  beforeAll(async () => {
    under = await start();
    await under.index.apply({ upserts: BIKE_SHOP, deletes: [] });
  });

  afterAll(() => under.stop());

  const search = (text: string, options: Partial<SearchQuery> = {}) =>
    under.engine.search(readQuery({ text, first: 20, ...options }), new RuleBook());
  const found = async (text: string, options: Partial<SearchQuery> = {}) =>
    (await search(text, options)).hits.map(({ id }) => id).sort();

  describe('by what is typed among the words', () => {
    it.each([
      ['brake tag:hydraulic', ['k_1', 'q_1']],
      ['brake tag:hydraulic tag:squeal', ['q_1']],
      ['brake -tag:hydraulic', ['q_2', 'q_3', 'q_4']],
      ['brake is:accepted', ['q_2']],
      ['brake is:official', ['k_1', 'q_3']],
      ['brake is:answered', ['k_1', 'q_2', 'q_3']],
      ['brake is:unanswered', ['q_1', 'q_4']],
      ['brake -is:answered', ['q_1', 'q_4']],
      ['brake is:faq', ['k_1']],
      ['brake is:question -is:accepted', ['q_1', 'q_3', 'q_4']],
      ['brake author:7', ['k_1', 'q_2']],
      ['brake -author:7', ['q_1', 'q_3', 'q_4']],
      ['brake product:tourer', ['q_1', 'q_3']],
      ['brake product:tourer version:"Mark 2"', ['q_3']],
      ['brake -product:tourer', ['k_1', 'q_2', 'q_4']],
      ['brake lang:en', ['k_1', 'q_1', 'q_2', 'q_3', 'q_4']],
      ['Bremse lang:de', ['q_5']],
      ['brake lang:de', []],
      ['TAG:hydraulic brake', ['k_1', 'q_1']],
    ])('%s', async (text, ids) => expect(await found(text)).toEqual(ids));

    it('needs no words: conditions alone list what fulfils them', async () => {
      expect(await found('tag:hydraulic')).toEqual(['k_1', 'q_1']);
      expect(await found('product:tourer -version:"Mark 2"')).toEqual(['q_1']);
      expect(await found('is:accepted is:official')).toEqual([]);
    });

    it('means the same as what is chosen beside the box', async () => {
      expect(await found('brake', { official: true })).toEqual(await found('brake is:official'));
      expect(await found('brake', { answered: false })).toEqual(await found('brake is:unanswered'));
      expect(await found('brake', { author: '7' })).toEqual(await found('brake author:7'));
      expect(await found('brake', { product: 'tourer', version: 'Mark 2' })).toEqual(['q_3']);
    });

    it('finds nothing by conditions that contradict each other', async () => {
      expect(await found('brake is:answered is:unanswered')).toEqual([]);
      expect(await found('brake is:faq', { kind: 'question' })).toEqual([]);
      expect(await found('brake tag:hydraulic -tag:hydraulic')).toEqual([]);
    });

    it('looks for unknown operators as for words', async () => {
      expect(await found('size:large')).toEqual(['q_6']);
    });

    it.each([
      'tag:',
      'tag:""',
      'tag:"',
      '-tag:"unclosed phrase',
      'is: tag: author:',
      'tag:x" OR audience = "y',
      `tag:"x') or 1=1 --"`,
      `author:1)or(1=1`,
      `author:99999999999999999999999999`,
      `version:"\\"`,
      'product:\u0000tourer',
      '\u202Etag:hydraulic',
      `lang:"de' OR true"`,
      'tag:hydraulic '.repeat(60),
      'is:answered -is:answered '.repeat(30),
    ])('answers %j', async (text) => {
      const { hits, estimatedTotal } = await search(text, { withFacets: true });
      expect(estimatedTotal).toBeGreaterThanOrEqual(hits.length);
    });

    it('is not misled by signs for the direction of writing', async () => {
      expect(await found('\u202Etag:hydraulic\u202C brake')).toEqual(['k_1', 'q_1']);
    });
  });

  describe('counting what it can be narrowed to', () => {
    const counts = async (text: string, options: Partial<SearchQuery> = {}) => {
      const { facets } = await search(text, { withFacets: true, ...options });
      return Object.fromEntries(
        Object.entries(facets ?? {}).map(([name, values]) => [
          name,
          Object.fromEntries(values.map(({ value, count }) => [value, count])),
        ]),
      );
    };

    it('counts tags, products, versions, languages, kinds and states of all results', async () => {
      expect(await counts('brake')).toEqual({
        tags: { hydraulic: 2, rim: 3, squeal: 1 },
        products: { tourer: 2 },
        versions: { 'Mark 1': 2, 'Mark 2': 1 },
        languages: { en: 5 },
        kinds: { question: 4, article: 1 },
        states: { answered: 3, unanswered: 2, official: 2, accepted: 1 },
      });
    });

    it('puts the most frequent first', async () => {
      const { facets } = await search('brake', { withFacets: true });
      expect(facets?.tags.map(({ value }) => value)).toEqual(['rim', 'hydraulic', 'squeal']);
    });

    it('counts no more than what is found by the other conditions', async () => {
      expect((await counts('brake tag:hydraulic'))['states']).toEqual({
        answered: 1,
        unanswered: 1,
        official: 1,
      });
      expect((await counts('brake', { kind: 'question' }))['kinds']).toEqual({ question: 4 });
    });

    it('counts all pages, however short the page', async () => {
      expect(await counts('brake', { first: 1 })).toEqual(await counts('brake'));
    });

    it('does not count where nobody asks', async () => {
      expect((await search('brake')).facets).toBeUndefined();
    });

    it('counts nothing where nothing is found', async () => {
      expect((await counts('zeppelin'))['tags']).toEqual({});
      expect((await counts(''))['kinds']).toEqual({});
    });
  });

  describe('sorting', () => {
    const ordered = async (order: SearchOrder, text = 'brake') =>
      (await search(text, { order })).hits.map(({ id }) => id);

    it('by the day, by votes, by activity', async () => {
      expect(await ordered('NEWEST')).toEqual(['q_4', 'q_3', 'q_2', 'q_1', 'k_1']);
      expect(await ordered('VOTES')).toEqual(['q_1', 'k_1', 'q_4', 'q_2', 'q_3']);
      expect(await ordered('ACTIVITY')).toEqual(['q_2', 'k_1', 'q_4', 'q_3', 'q_1']);
    });

    it('without words too', async () => {
      expect(await ordered('VOTES', 'tag:rim')).toEqual(['q_4', 'q_2', 'q_3']);
    });

    it('shows only what has all of the words', async () => {
      expect(await ordered('NEWEST', 'brake squeals')).toEqual(['q_1']);
      expect(await ordered('NEWEST', 'brake zeppelin')).toEqual([]);
    });
  });

  describe('paging', () => {
    it.each(['RELEVANCE', 'NEWEST', 'VOTES'] as const)(
      'goes through all results once, by %s',
      async (order) => {
        for (const text of ['brake', 'chain', 'tag:chain', 'brake zeppelin']) {
          const all = (await search(text, { order, first: 100 })).hits.map(({ id }) => id);
          const walked: string[] = [];
          for (let offset = 0; ;) {
            const { hits, hasMore } = await search(text, { order, first: 3, offset });
            walked.push(...hits.map(({ id }) => id));
            offset += hits.length;
            if (!hasMore) break;
          }
          expect(walked).toEqual(all);
        }
      },
    );

    it('says whether there is more', async () => {
      expect((await search('brake', { first: 4 })).hasMore).toBe(true);
      expect((await search('brake', { first: 5 })).hasMore).toBe(false);
      expect((await search('brake', { first: 5, offset: 500 })).hits).toEqual([]);
    });
  });
});

const day = (number: number) => new Date(Date.UTC(2026, 0, number));

const BIKE_SHOP = [
  document({
    id: 'k_1',
    title: 'Bleeding a brake',
    tags: ['hydraulic'],
    official: true,
    answered: true,
    authors: [7, 8],
    createdAt: day(1),
    activeAt: day(20),
    score: 5,
  }),
  document({
    id: 'q_1',
    title: 'Front brake squeals',
    tags: ['hydraulic', 'squeal'],
    authors: [9],
    products: ['tourer'],
    versions: ['Mark 1'],
    createdAt: day(2),
    activeAt: day(2),
    score: 9,
  }),
  document({
    id: 'q_2',
    title: 'Rear brake drags',
    tags: ['rim'],
    accepted: true,
    answered: true,
    authors: [7],
    createdAt: day(3),
    activeAt: day(21),
    score: 1,
  }),
  document({
    id: 'q_3',
    title: 'New brake pads',
    tags: ['rim'],
    official: true,
    answered: true,
    authors: [10],
    products: ['tourer'],
    versions: ['Mark 1', 'Mark 2'],
    createdAt: day(4),
    activeAt: day(4),
    score: -2,
  }),
  document({
    id: 'q_4',
    title: 'Which brake lever',
    tags: ['rim'],
    createdAt: day(5),
    activeAt: day(5),
    score: 3,
  }),
  document({ id: 'q_5', title: 'Bremse quietscht', locale: 'de-AT', createdAt: day(6) }),
  document({ id: 'q_6', title: 'Is the size large enough for me', createdAt: day(7) }),
  ...Array.from({ length: 25 }, (_, number) =>
    document({
      id: `q_${100 + number}`,
      title: `Chain number ${number} jumps`,
      tags: ['chain'],
      createdAt: day(100 + number),
      score: number % 4,
    }),
  ),
];
