import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { Client, PASSWORD } from '../support/client.js';
import { Community } from '../support/community.js';
import type { Article, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

const MOST_BYTES_OF_FIRST_VIEW = 90 * 1024;

/** From the first letter in a box to the answer. Each part goes on where the last one ended. */
describe('finding the answer', () => {
  let server: TestServer;
  let browser: Browser;
  let community: Community;
  let visitor: Visitor;
  let solved: Posted;
  let article: Article;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    community = await Community.found(server.url);
    const asker = await community.join('asker');
    const helper = await community.join('helper');
    await community.join('newcomer');
    solved = await asker.ask({ title: 'How do I dry a wet tent at home?', tags: ['tent', 'drying'] });
    const answer = await helper.answer(solved.id, 'Hang it over two chairs until it is dry.');
    await asker.accept(answer.id);
    await asker.ask({ title: 'Why is a dry tent wet in the morning?', tags: ['tent', 'condensation'] });
    await asker.ask({ title: 'Which stove may stand in a tent?', tags: ['stove'] });
    article = await community.admin.promote(answer.id, { title: 'Drying a wet tent' });
    await community.admin.publish(article.id);
    const guest = new Client(server.url);
    await until(
      () => guest.get<{ search: { estimatedTotal: number } }>('{ search(query: "tent") { estimatedTotal } }'),
      ({ search }) => search.estimatedTotal === 4,
    );
    visitor = await Visitor.arrive(browser, server.url);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const box = () => visitor.page.getByRole('combobox', { name: 'Search questions and FAQ' });
  const key = (name: string) => visitor.page.keyboard.press(name);
  const results = () => visitor.page.getByRole('main').locator('ol h2').allInnerTexts();

  it('the box in the header offers the first results while somebody types, also past a typo', async () => {
    const atOnce = mostAtOnce(visitor.page, '/search/quick');
    await visitor.goTo(solved.path);
    const plain = visitor.page.getByRole('searchbox', { name: 'Search questions and FAQ' });
    // Without scripts, and until somebody comes to it, it is a plain box.
    await plain.focus();
    await box().waitFor();
    await visitor.page.keyboard.type('dryng wet ten', { delay: 40 });
    const first = visitor.page.getByRole('option').first();
    await visitor.page.getByRole('option', { name: 'Drying a wet tent FAQ article' }).waitFor();
    expect(await box().getAttribute('aria-expanded')).toBe('true');
    await visitor.page
      .getByRole('status')
      .filter({ hasText: /^\d results\. Use the arrow keys\.$/ })
      .waitFor();
    expect(await first.getAttribute('aria-selected')).toBe('false');
    expect(atOnce()).toBe(1);
  });

  it('the arrows lead through them while the words stay, Escape closes them, Enter opens one', async () => {
    await key('ArrowDown');
    const marked = await box().getAttribute('aria-activedescendant');
    const option = visitor.page.locator(`#${marked}`);
    expect(await option.getAttribute('aria-selected')).toBe('true');
    expect(await box().inputValue()).toBe('dryng wet ten');
    await key('Escape');
    await option.waitFor({ state: 'hidden' });
    expect(await box().inputValue()).toBe('dryng wet ten');
    await visitor.page.keyboard.type('t');
    await visitor.page.getByRole('option', { name: 'Drying a wet tent FAQ article' }).waitFor();
    while ((await box().getAttribute('aria-activedescendant')) === null) await key('ArrowDown');
    await visitor.page.getByRole('option', { name: /FAQ article/, selected: true }).waitFor();
    await key('Enter');
    await visitor.page.waitForURL((url) => url.pathname === article.path);
  });

  it('the last line and plain Enter show all results', async () => {
    await box().fill('wet tent');
    await visitor.page.getByRole('option', { name: 'All results for “wet tent”' }).waitFor();
    await key('ArrowUp');
    await key('Enter');
    await visitor.heading('Search').waitFor();
    await visitor.page.waitForURL(/\/search\?q=wet\+tent$/);
    expect((await results())[0]).toBe('Drying a wet tent');
  });

  it('results are narrowed by links, which say how to type it, and widened again', async () => {
    await visitor.goTo('/search?q=tent');
    await visitor.reads('4 results');
    await visitor.page
      .getByRole('list', { name: 'Tags' })
      .getByRole('link', { name: /^condensation/ })
      .click();
    await visitor.reads('1 result');
    expect(await visitor.page.locator('input#q').inputValue()).toBe('tent tag:condensation');
    expect(await results()).toEqual(['Why is a dry tent wet in the morning?']);
    await visitor.link('Remove: condensation').click();
    await visitor.reads('4 results');
    await visitor.page
      .getByRole('navigation', { name: 'Where to search' })
      .getByRole('link', { name: /^FAQ/ })
      .click();
    await visitor.reads('1 result');
    expect(await visitor.page.locator('input#q').inputValue()).toBe('tent is:faq');
    await visitor.link('Newest').click();
    await visitor.page.waitForURL(/sort=newest/);
    await visitor.link('Remove: FAQ').click();
    await visitor.page.waitForURL(/\?q=tent&sort=newest$/);
  });

  it('who types something wrong is asked what was meant', async () => {
    await visitor.goTo('/search?q=condensaton');
    await visitor.page.getByText('Did you mean').getByRole('link', { name: 'condensation' }).click();
    await visitor.reads('Why is a dry tent wet in the morning?');
    await visitor.goTo('/search?q=is:faq+is:question');
    await visitor.reads('These filters exclude each other. Remove one:');
  });

  it('whoever writes a question sees the best answer open beside it, and nothing moves under the hands', async () => {
    await visitor.goTo('/login?next=/ask');
    await visitor.fill({ 'User name or e-mail address': 'newcomer', Password: PASSWORD });
    await visitor.page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
    await visitor.heading('Ask the community').waitFor();
    for (const viewport of [
      { width: 1280, height: 900 },
      { width: 360, height: 740 },
    ]) {
      await visitor.page.setViewportSize(viewport);
      await visitor.goTo('/ask');
      const details = visitor.field('The details');
      const before = await details.boundingBox();
      await visitor.field('Your question in one sentence').pressSequentially('How can I dry my wet tent?', {
        delay: 20,
      });
      await visitor.reads('Hang it over two chairs until it is dry.');
      await visitor.reads('The FAQ may have your answer');
      expect(await details.boundingBox()).toEqual(before);
      expect(await layoutShift(visitor.page)).toBeLessThan(0.01);
    }
    // On the phone nothing but the page scrolls; who wants all of it unfolds it.
    const side = visitor.page.locator('section', { has: visitor.heading('Perhaps already answered') });
    const overflow = () => side.evaluate((box) => getComputedStyle(box).overflowY);
    const height = async () => (await side.boundingBox())?.height ?? 0;
    expect(await overflow()).toBe('clip');
    const folded = await height();
    await visitor.press('Show all');
    await visitor.button('Show all').waitFor({ state: 'detached' });
    expect(await overflow()).toBe('visible');
    expect(await height()).toBeGreaterThan(folded);
    expect(await side.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThan(2);
    await visitor.page.setViewportSize({ width: 1280, height: 900 });
  });

  it('a question shows what is like it once that comes into sight', async () => {
    await visitor.goTo(solved.path);
    const similar = visitor.page.getByRole('complementary').locator('section', {
      has: visitor.heading('Similar questions'),
    });
    await similar.getByRole('link', { name: 'Why is a dry tent wet in the morning?' }).waitFor();
    expect(await layoutShift(visitor.page)).toBeLessThan(0.01);
  });

  describe('curators tell the search what words mean', () => {
    let curator: Visitor;

    beforeAll(async () => {
      curator = await Visitor.arrive(browser, server.url);
      await curator.resume(community.admin.token ?? '');
    });
    afterAll(() => curator.leave());

    const listed = (heading: string) =>
      curator.page
        .locator('div', { has: curator.page.getByRole('heading', { name: heading, exact: true }) })
        .last()
        .getByRole('listitem')
        .allInnerTexts();

    it('lines that make no sense are named, and nothing is lost', async () => {
      await curator.goTo('/desk/search?locale=en');
      await curator.fill({
        Synonyms: 'canopy, tent\nlonely',
        'Pinned results': 'canopy => /faq/no-such-article',
        'Try it out': 'canopy',
      });
      await curator.press('Compare results');
      await curator.reads('We could not read these lines: 2');
      await curator.reads('There is nothing at this address: /faq/no-such-article');
      expect(await curator.field('Synonyms').inputValue()).toBe('canopy, tent\nlonely');
    });

    it('they see what a rule would do before anybody else does', async () => {
      await curator.fill({ Synonyms: 'canopy, tent', 'Pinned results': `canopy => ${solved.path}` });
      await curator.press('Compare results');
      await curator.reads('Nothing found.');
      const after = await listed('With your changes');
      expect(after).toHaveLength(4);
      expect(after[0]).toMatch(/How do I dry a wet tent at home\?\s*new/);
      await visitor.goTo('/search?q=canopy');
      await visitor.reads('Nothing found for “canopy”');
    });

    it('saved, everybody finds it', async () => {
      await curator.fill({ 'What did you change, and why? (optional)': 'Campers say canopy' });
      await curator.press('Save for everybody');
      await curator.reads('Version 1 is in force.');
      await until(
        async () => (await fetch(`${server.url}/search?q=canopy`)).text(),
        (page) => page.includes(solved.path),
      );
      await visitor.goTo('/search?q=canopy');
      expect((await results())[0]).toBe('How do I dry a wet tent at home?');
    });

    it('who was slower sees what the other one saved, and may save over it', async () => {
      const rules = { locale: 'en', expectedVersion: 1, stopWords: ['please'], reason: 'Politeness' };
      await community.admin.act('saveSearchRules', rules, '__typename');
      await curator.fill({ Synonyms: 'canopy, tent, shelter' });
      await curator.press('Save for everybody');
      await curator.reads('Saved by somebody else in the meantime');
      await curator.reads('please');
      expect(await curator.field('Synonyms').inputValue()).toBe('canopy, tent, shelter');
      await curator.press('Save my rules instead of theirs');
      await curator.reads('Version 3 is in force.');
    });

    it('an earlier version can be restored', async () => {
      await curator.press('Restore version 2');
      await curator.reads('Version 4 is in force.');
      expect(await curator.field('Ignored words').inputValue()).toBe('please');
      expect(await curator.field('Synonyms').inputValue()).toBe('');
      expect(curator.troubles).toEqual([]);
    });

    it('is not for members', async () => {
      expect(await visitor.goTo('/desk/search')).toBe(403);
    });
  });

  it('works without scripts, too: searching, narrowing, what is similar, and the rules of curators', async () => {
    const plain = await Visitor.arrive(browser, server.url, { javaScriptEnabled: false });
    await plain.resume(community.admin.token ?? '');
    await plain.goTo(solved.path);
    await plain.link('Look for similar questions').click();
    await plain.heading('Search').waitFor();
    expect(await plain.page.locator('input#q').inputValue()).toBe('How do I dry a wet tent at home?');
    await plain.page.locator('input#q').fill('tent');
    await plain.press('Search');
    await plain.page
      .getByRole('list', { name: 'Tags' })
      .getByRole('link', { name: /^stove/ })
      .click();
    await plain.link('Remove: stove').click();
    await plain.link('Newest').click();
    await plain.reads('4 results');

    await plain.goTo('/desk/search?locale=de');
    await plain.fill({ Synonyms: 'Plane, tent', 'Try it out': 'Plane' });
    await plain.press('Compare results');
    await plain.reads('With your changes');
    expect(await plain.field('Synonyms').inputValue()).toBe('Plane, tent');
    await plain.press('Save for everybody');
    await plain.reads('Version 1 is in force.');
    expect(plain.troubles).toEqual([]);
    await plain.leave();
  });

  it('the first view of a question is 90 kB of gzip at most', async () => {
    const guest = await Visitor.arrive(browser, server.url, {
      extraHTTPHeaders: { 'accept-encoding': 'gzip' },
    });
    await guest.goTo(solved.path);
    await guest.page.waitForLoadState('networkidle');
    const bytes = await guest.page.evaluate(() =>
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize)
        .reduce((sum, size) => sum + size, 0),
    );
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(MOST_BYTES_OF_FIRST_VIEW);
    expect([...visitor.troubles, ...guest.troubles]).toEqual([]);
    await guest.leave();
  });
});

/** How many requests to a path were under way at the same time, at most. */
function mostAtOnce(page: Page, path: string): () => number {
  const underWay = new Set<unknown>();
  let most = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== path) return;
    underWay.add(request);
    most = Math.max(most, underWay.size);
  });
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  return () => most;
}

/** How far things moved that nobody had moved, as browsers score it: 0 is not at all, below 0.1 counts as good. */
async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
            if (!shift.hadRecentInput) sum += shift.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
}
