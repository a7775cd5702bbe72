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
    for (const [turn] of Array.from({ length: 12 }).entries()) await ask(`Rubber foot ${turn} came off`);
    await ask('Lantern on a rubber foot');
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

  it('goes with operators and phrases, and leaves them as they were typed', async () => {
    expect(await meant('printex is:question')).toBe('printed is:question');
    expect(await meant('  "thick labels" printex  -is:faq')).toBe('"thick labels" printer  -is:faq');
    expect(await meant('printex "labels smudge"')).toBe('printed "labels smudge"');
    expect(await meant('printex "ruins labels" lang:en')).toBe('printer "ruins labels" lang:en');
    expect(await meant('lantren "rubber foot"')).toBe('lantern "rubber foot"');
    expect(await meant('lantren rubber')).toBe('lantern rubber');
    expect(await meant('rubber lantren is:question')).toBe('rubber lantern is:question');
    expect(await meant('printex "unheard of"')).toBeUndefined();
  });

  it('is also that of a tag that nobody uses', async () => {
    expect(await meant('tag:hardwere')).toBe('tag:hardware');
    expect(await meant('labels tag:"Hardwere" is:unanswered')).toBe('labels tag:hardware is:unanswered');
    expect(await meant('printex tag:hardwaer')).toBe('printer tag:hardware');
    expect(await meant('tag:hardwere -side')).toBe('tag:hardware -side');
    expect(await meant('tag:hardwere -labels')).toBeUndefined();
    expect(await meant('tag:hardware')).toBeUndefined();
    expect(await meant('smudge tag:hardwere')).toBeUndefined();
    expect(await meant('labels -tag:hardwere')).toBeUndefined();
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
