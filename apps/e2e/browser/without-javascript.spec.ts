import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { PASSWORD } from '../support/client.js';
import { Community } from '../support/community.js';
import type { Article, Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

/** An old phone, a careful company, a script that did not come: pages and forms are all it takes. */
describe('without JavaScript', () => {
  let server: TestServer;
  let browser: Browser;
  let community: Community;
  let helper: Person;
  let visitor: Visitor;
  let question: Posted;
  let article: Article;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    community = await Community.found(server.url);
    helper = await community.join('helper');
    await community.join('plain-jane');
    question = await (
      await community.join('asker')
    ).ask({ title: 'How do I clean the paint brushes?', tags: ['paint'] });
    const answer = await helper.answer(question.id, 'Warm water and soap, before the paint dries.');
    article = await community.admin.promote(answer.id, { title: 'Cleaning paint brushes' });
    await community.admin.publish(article.id);
    visitor = await Visitor.arrive(browser, server.url, { javaScriptEnabled: false });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('a guest reads, searches, filters and says whether an article helped', async () => {
    await visitor.goTo('/');
    await visitor.link('How do I clean the paint brushes?').first().click();
    await visitor.reads('Warm water and soap, before the paint dries.');
    await until(
      async () => (await fetch(`${server.url}/search?q=brushes`)).text(),
      (page) => page.includes(article.path),
    );
    await visitor.page.getByRole('searchbox').fill('brushs');
    await visitor.press('Search');
    await visitor.page.getByRole('main').getByRole('link', { name: 'Cleaning paint brushes' }).click();
    await visitor.press('Yes');
    await visitor.reads('Thanks for your feedback.');
    await visitor.press('No');
    await visitor.page.getByRole('button', { name: 'No', pressed: true }).waitFor();
  });

  it('asking is refused with a way to log in, and comes back from there', async () => {
    await visitor.page.getByRole('banner').getByRole('link', { name: 'Ask' }).click();
    await visitor.heading('Log in').waitFor();
    await visitor.fill({ 'User name or e-mail address': 'plain-jane', Password: 'not my password' });
    await visitor.page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
    await visitor.reads(/password is wrong/);
    expect(await visitor.field('User name or e-mail address').inputValue()).toBe('plain-jane');
    await visitor.fill({ Password: PASSWORD });
    await visitor.page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
    await visitor.heading('Ask the community').waitFor();
  });

  it('a question is asked in two steps: what is there already comes first', async () => {
    await visitor.fill({
      'Your question in one sentence': 'How do I clean brushes that are hard as stone?',
      'The details': 'They stood in the cellar for a year.',
      Tags: 'paint, brushes',
    });
    await visitor.press('Next: look for similar questions');
    await visitor.reads('The FAQ may have your answer');
    expect(await visitor.field('The details').inputValue()).toBe('They stood in the cellar for a year.');
    await visitor.press('Look for similar questions again');
    await visitor.reads('The FAQ may have your answer');
    await visitor.press('Preview');
    await visitor.reads('This is how it will look:');
    await visitor.press('Post question');
    await visitor.heading('How do I clean brushes that are hard as stone?').waitFor();
    await visitor.page.getByRole('main').getByRole('link', { name: 'brushes', exact: true }).waitFor();
  });

  it('its author edits it, and the versions show what changed', async () => {
    await visitor.link('Edit').click();
    await visitor.fill({
      'Your question in one sentence': 'Can brushes that are hard as stone be saved?',
      'What did you change, and why? (optional)': 'Clearer',
    });
    await visitor.press('Save');
    await visitor.heading('Can brushes that are hard as stone be saved?').waitFor();
    await visitor.link('2 versions').click();
    await visitor.reads('Clearer');
  });

  it('votes are cast and taken back, comments and answers are posted', async () => {
    await visitor.goTo(question.path);
    const answer = visitor.answerBy('helper');
    await answer.getByRole('button', { name: 'This is useful' }).click();
    await answer.getByRole('button', { name: 'This is useful', pressed: true }).click();
    await answer.getByRole('button', { name: 'This is useful', pressed: false }).waitFor();
    await visitor.unfold('Comment', answer);
    await answer.getByLabel('Comment', { exact: true }).fill('Does that work for oil paint?');
    await answer.getByRole('button', { name: 'Post comment' }).click();
    await visitor.reads('Does that work for oil paint?');
    await visitor.fill({ 'What helps?': 'For oil paint it takes turpentine.' });
    await visitor.press('Post answer');
    await visitor.answerBy('plain-jane').waitFor();
  });

  it('the asker accepts and takes back', async () => {
    await visitor.goTo('/people/plain-jane');
    await visitor.link('Can brushes that are hard as stone be saved?').first().click();
    const asked = new URL(visitor.page.url()).pathname;
    await helper.answer(`q_${asked.split('/')[2]}`, 'Vinegar, hot, for half an hour.');
    await visitor.goTo(asked);
    const answer = visitor.answerBy('helper');
    await answer.getByRole('button', { name: 'This solved it' }).click();
    await answer.getByText('Accepted by plain-jane').waitFor();
    await answer.getByRole('button', { name: 'Undo acceptance' }).click();
    await answer.getByRole('button', { name: 'This solved it' }).waitFor();
  });

  it('the asker rates who helped, and changes the rating by keyboard', async () => {
    const answer = visitor.answerBy('helper');
    await visitor.unfold('Rate helper as a helper', answer);
    await answer.getByRole('radio', { name: '4 stars' }).check();
    // From the star straight to the button: nothing may move below the pointer.
    await answer.getByRole('button', { name: 'Save rating' }).click();
    await visitor.unfold('You gave 4 stars', answer);
    expect(await answer.getByRole('radio', { name: '4 stars' }).isChecked()).toBe(true);

    await answer.getByRole('radio', { name: '4 stars' }).focus();
    await visitor.page.keyboard.press('ArrowRight');
    await answer.getByLabel('A private remark (optional)').focus();
    await visitor.page.keyboard.type('Patient with me.');
    await visitor.page.keyboard.press('Tab');
    await visitor.page.keyboard.press('Enter');
    await visitor.unfold('You gave 5 stars', answer);
    expect(await answer.getByLabel('A private remark (optional)').inputValue()).toBe('Patient with me.');

    await visitor.goTo('/people/helper');
    await visitor.reads('1 rating as a helper, too few for an average');
  });

  it('language and colours are chosen, and stay', async () => {
    await visitor.goTo('/faq');
    await visitor.press('Deutsch');
    await visitor.heading('Häufige Fragen').waitFor();
    await visitor.button('Dunkle Farben').click();
    await visitor.goTo('/');
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('de');
    expect(await visitor.page.locator('html').getAttribute('data-theme')).toBe('dark');
    await visitor.press('English');
    await visitor.heading('Questions').waitFor();
  });

  it('logs out', async () => {
    await visitor.unfold('Menu of plain-jane');
    await visitor.press('Log out');
    await visitor.page.getByRole('banner').getByRole('link', { name: 'Log in' }).waitFor();
    expect(visitor.troubles).toEqual([]);
  });
});
