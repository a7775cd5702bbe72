import { createLogger } from '#libs/platform';
import { Builders } from '#libs/testing';
import { assembleSearch } from './search.assembly.js';
import { siteUnderTest, type SiteUnderTest } from './testing/engines.js';

/** A list of questions, each with what is like it: as cheap as it can be, whatever the list is as long as. */
describe.each([
  ['PostgreSQL', { meilisearch: false } as const],
  ['Meilisearch', { meilisearch: 'stand-in' } as const],
])('what is like each of many questions, by %s', (_name, options) => {
  let site: SiteUnderTest;
  let titles: string[];
  let statements = 0;

  beforeAll(async () => {
    site = await siteUnderTest(options);
    const builders = new Builders(site.test.database);
    const rooms = ['kitchen', 'cellar', 'attic', 'garage', 'hall', 'office'];
    titles = rooms.flatMap((room) => [`Lamp in the ${room} flickers`, `Lamp in the ${room} hums`]);
    for (const title of titles) await builders.question({ title });
    await site.indexing.drain();
    await site.indexing.rebuild();
    const { database } = site.test;
    const query = database.query.bind(database);
    database.query = (...parameters) => {
      statements += 1;
      return query(...parameters);
    };
  });
  afterAll(() => site.stop());

  const suggestFor = async (some: readonly string[]) => {
    const before = statements;
    const requests = () => site.server?.standIn?.requests.length ?? 0;
    const requestsBefore = requests();
    const found = await site.search.suggestAll(some.map((title) => ({ title, first: 3 })));
    return { found, statements: statements - before, requests: requests() - requestsBefore };
  };

  it('takes as many statements, and requests, for twelve as for two', async () => {
    // What is read once in some seconds, and words that are stemmed for the first time, belong to nobody.
    await suggestFor(titles);
    const [few, many] = [await suggestFor(titles.slice(0, 2)), await suggestFor(titles)];
    expect(few.statements).toBeGreaterThan(0);
    expect(many.statements).toBeLessThanOrEqual(few.statements);
    expect([few.requests, many.requests]).toEqual(site.server ? [1, 1] : [0, 0]);
  });

  it('even if the process has just started and knows no word', async () => {
    const cost = async (some: readonly string[]) => {
      const { search } = assembleSearch({
        database: site.test.database,
        logger: createLogger('silent'),
        meili: null,
      });
      const before = statements;
      await search.suggestAll(some.map((title) => ({ title, first: 3 })));
      return statements - before;
    };
    const few = await cost(titles.slice(0, 2));
    expect(await cost(titles)).toBeLessThanOrEqual(few);
  });

  it('gives each its own', async () => {
    const { found } = await suggestFor(titles);
    const alone = await Promise.all(titles.map((title) => site.search.suggest({ title, first: 3 })));
    expect(found).toEqual(alone);
    expect(found.map(([best]) => best?.titleHtml.replace(/<\/?mark>/g, ''))).toEqual(titles);
  });

  it('says what is wrong with a number of results', async () => {
    await expect(site.search.suggestAll([{ title: 'Lamp', first: 101 }])).rejects.toMatchObject({
      fields: [{ path: 'first' }],
    });
  });
});
