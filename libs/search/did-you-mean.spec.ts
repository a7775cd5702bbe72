import { setTimeout as wait } from 'node:timers/promises';
import { Builders } from '#libs/testing';
import { siteUnderTest, type SiteUnderTest } from './testing/engines.js';

/**
 * `printex` may be `printed`, which many have, or `printer`. What somebody meant is told by the words beside it: an
 * offer that finds nothing would be worse than none.
 */
describe.each([
  ['PostgreSQL', { meilisearch: false }],
  ['Meilisearch', { meilisearch: true }],
])('the spelling that a site with %s offers', (_name, options) => {
  let site: SiteUnderTest;

  beforeAll(async () => {
    site = await siteUnderTest(options);
    const builders = new Builders(site.test.database);
    const ask = (title: string, tags: string[] = []) => builders.question({ title, tags });
    await ask('Printer jams at night');
    await ask('Printer eats thick labels', ['hardware']);
    await ask('Printer ruins labels');
    for (const side of ['left', 'right', 'upper', 'lower']) await ask(`Printed on the ${side} side`);
    await ask('Printed labels smudge');
    await ask('Printed invoices smudge');
    await site.indexing.start();
    for (let tries = 0; tries < 400; tries += 1) {
      const statuses = await site.indexing.status();
      if (statuses.every(({ ready, dirty }) => ready && dirty === 0)) return;
      await wait(25);
    }
    throw new Error('the index did not catch up');
  });

  afterAll(() => site.stop());

  const meant = async (text: string) => (await site.search.search({ text, first: 20 })).didYouMean?.query;

  it('goes with the other words, though another one is more frequent', async () => {
    expect(await meant('printex jams')).toBe('printer jams');
    expect(await meant('printex smudge')).toBe('printed smudge');
  });

  it('is the one that finds most', async () => {
    expect(await meant('printex labels')).toBe('printer labels');
  });

  it('is the more frequent one where as much is found', async () => {
    expect(await meant('printex')).toBe('printed');
  });

  it('goes with what the search is narrowed to', async () => {
    expect(await meant('printex tag:hardware')).toBe('printer tag:hardware');
    expect(await meant('printex -side -smudge')).toBe('printer -side -smudge');
  });

  it('corrects several words at once, so that they go together', async () => {
    expect(await meant('printex nigth')).toBe('printer night');
    expect(await meant('lables printex eats')).toBe('labels printer eats');
  });

  it('is none where each would find nothing', async () => {
    expect(await meant('printex invoices jams')).toBeUndefined();
    expect(await meant('printex tag:unheard-of')).toBeUndefined();
    expect(await meant('printex zeppelin')).toBeUndefined();
  });
});
