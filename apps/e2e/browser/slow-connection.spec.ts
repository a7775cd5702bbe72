import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

/** The page is there, its scripts are not yet: people do not wait for what they cannot see. */
describe('while the scripts are still on their way', () => {
  let server: TestServer;
  let browser: Browser;
  let reader: Person;
  let question: Posted;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    const community = await Community.found(server.url);
    reader = await community.join('reader');
    question = await (await community.join('asker')).ask({ title: 'Does the hinge squeak when it is cold?' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Opens the page with its scripts held back, and gives what lets them come. */
  async function arriveEarly(path: string): Promise<{ visitor: Visitor; letScriptsCome: () => void }> {
    const visitor = await Visitor.arrive(browser, server.url);
    await visitor.resume(reader.token ?? '');
    let letScriptsCome: () => void = () => undefined;
    const come = new Promise<void>((resolve) => (letScriptsCome = resolve));
    await visitor.page.route('**/*.js', async (route) => {
      await come;
      await route.continue();
    });
    await visitor.page.goto(path, { waitUntil: 'commit' });
    await visitor.page.getByRole('contentinfo').waitFor();
    return { visitor, letScriptsCome };
  }

  it('what is typed stays, and suggestions come for it as soon as they can', async () => {
    const { visitor, letScriptsCome } = await arriveEarly('/ask');
    const typed = {
      'Your question in one sentence': 'Why does the hinge squeak in the cold?',
      'The details': 'It does so every morning before the sun is on it.',
      Tags: 'hinge',
    };
    await visitor.fill(typed);
    await visitor.field('Language of your question').selectOption('de');
    await visitor.page.locator('#site-search').fill('half a se');
    letScriptsCome();
    await visitor.scripted();
    await visitor.reads('Perhaps already answered');
    for (const [label, value] of Object.entries(typed)) {
      expect(await visitor.field(label).inputValue()).toBe(value);
    }
    expect(await visitor.field('Language of your question').inputValue()).toBe('de');
    expect(await visitor.page.locator('#site-search').inputValue()).toBe('half a se');
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('buttons work at once', async () => {
    const { visitor, letScriptsCome } = await arriveEarly(question.path);
    await visitor.page.getByRole('button', { name: 'This is useful' }).first().click();
    await visitor.page
      .getByText(/^Score:\s*1$/)
      .first()
      .waitFor({ state: 'attached' });
    letScriptsCome();
    await visitor.leave();
  });
});
