import type { Browser, Locator } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { PASSWORD } from '../support/client.js';
import { Community } from '../support/community.js';
import type { Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

const MOST_STOPS = 80;

/** Somebody who cannot use a mouse, or does not want to. Each part goes on where the last one ended. */
describe('with the keyboard alone', () => {
  let server: TestServer;
  let browser: Browser;
  let visitor: Visitor;
  let question: Posted;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    const community = await Community.found(server.url);
    await community.join('keyed-in');
    question = await (
      await community.join('asker')
    ).ask({ title: 'How do I store the tent when it is wet?', tags: ['tent'] });
    visitor = await Visitor.arrive(browser, server.url);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const key = (name: string) => visitor.page.keyboard.press(name);
  const type = (text: string) => visitor.page.keyboard.type(text);
  const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

  /** Goes from stop to stop until it is there, and sees where it is. */
  async function tabTo(target: Locator): Promise<void> {
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await key('Tab');
      if (!(await isFocused(target))) continue;
      const outline = await target.evaluate((element) => {
        // A button that lies unseen over its label shows where it is by the label.
        const shown = getComputedStyle(element).opacity === '0' ? element.closest('label') : element;
        return shown && getComputedStyle(shown).outlineStyle;
      });
      expect(outline).not.toBe('none');
      return;
    }
    throw new Error(`the keyboard does not get to ${target} within ${MOST_STOPS} stops`);
  }

  it('the first stop leads past the menus', async () => {
    await visitor.goTo('/');
    await key('Tab');
    const skip = visitor.link('Skip to content');
    expect(await isFocused(skip)).toBe(true);
    await key('Enter');
    await key('Tab');
    const inMain = visitor.page.getByRole('main').locator(':focus');
    expect(await inMain.count()).toBe(1);
  });

  it('logs in', async () => {
    await visitor.goTo('/');
    await tabTo(visitor.page.getByRole('banner').getByRole('link', { name: 'Log in' }));
    await key('Enter');
    await visitor.heading('Log in').waitFor();
    await tabTo(visitor.field('User name or e-mail address'));
    await type('keyed-in');
    await key('Tab');
    await type(PASSWORD);
    await key('Enter');
    await visitor.page.getByText('Menu of keyed-in').waitFor({ state: 'attached' });
  });

  it('searches, opens the question, finds it useful, comments and answers', async () => {
    await tabTo(visitor.page.getByRole('search').getByLabel('Search questions and FAQ'));
    await type('storing a wet tent');
    await key('Enter');
    await visitor.heading('Search').waitFor();
    await tabTo(visitor.page.getByRole('main').getByRole('link', { name: /store the tent/ }));
    await key('Enter');
    await visitor.heading('How do I store the tent when it is wet?').waitFor();

    const useful = visitor.button('This is useful');
    await tabTo(useful);
    await key('Space');
    await visitor.page.getByRole('button', { name: 'This is useful', pressed: true }).waitFor();
    // Whoever presses it sees the effect and is still there, to take it back or to go on.
    expect(await isFocused(useful)).toBe(true);

    await tabTo(visitor.page.locator('summary').filter({ hasText: 'Comment' }).first());
    await key('Enter');
    await key('Tab');
    await type('How large is it?');
    await key('Tab');
    await key('Enter');
    await visitor.reads('How large is it?');

    await tabTo(visitor.field('What helps?'));
    await type('Hang it up until it is dry, then fold it loosely.');
    await tabTo(visitor.button('Post answer'));
    await key('Enter');
    await visitor.answerBy('keyed-in').waitFor();
  });

  it('asks, taking a tag from those that are offered', async () => {
    await visitor.goTo('/');
    await tabTo(visitor.page.getByRole('banner').getByRole('link', { name: 'Ask' }));
    await key('Enter');
    await visitor.heading('Ask the community').waitFor();
    await tabTo(visitor.field('Your question in one sentence'));
    await type('Which pegs hold the tent in sand?');
    await tabTo(visitor.field('The details'));
    await type('The ones that came with it are pulled out by the first gust.');
    await tabTo(visitor.field('Tags'));
    await type('te');
    await visitor.page.getByRole('option', { name: 'tent' }).waitFor();
    await key('ArrowDown');
    await key('Enter');
    expect((await visitor.field('Tags').inputValue()).trim()).toBe('tent');
    await tabTo(visitor.button('Post question'));
    await key('Enter');
    await visitor.heading('Which pegs hold the tent in sand?').waitFor();
  });

  it('opens the menu, closes it again with Escape, and logs out', async () => {
    const menu = visitor.page.locator('summary').filter({ hasText: 'Menu of keyed-in' });
    await visitor.goTo(question.path);
    await tabTo(menu);
    await key('Enter');
    await visitor.link('Your profile').waitFor();
    await key('Escape');
    await visitor.link('Your profile').waitFor({ state: 'hidden' });
    expect(await isFocused(menu)).toBe(true);
    await key('Enter');
    await tabTo(visitor.button('Log out'));
    await key('Enter');
    await visitor.page.getByRole('banner').getByRole('link', { name: 'Log in' }).waitFor();
    expect(visitor.troubles).toEqual([]);
  });
});
