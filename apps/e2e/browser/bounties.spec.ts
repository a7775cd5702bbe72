import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a bounty on the page of a question, %s', (_, javaScriptEnabled) => {
  let server: TestServer;
  let browser: Browser;
  let helper: Person;
  let visitor: Visitor;
  let question: Posted;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    const community = await Community.found(server.url);
    helper = await community.join('helper');
    const offerer = await community.join('offerer');
    await server.db.database.query(`update account set reputation = 300 where username = 'offerer'`);
    const asker = await community.join('asker');
    question = await asker.ask({ title: 'Why does the pump hum at night?', tags: ['pump'] });
    await asker.ask({ title: 'How do I get lime out of it?', tags: ['lime'] });
    visitor = await Visitor.arrive(browser, server.url, { javaScriptEnabled });
    await visitor.resume(offerer.token ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('is offered for somebody else’s question; too much of it is refused, and what was typed stays', async () => {
    await visitor.goTo(question.path);
    await visitor.page.getByText('Offer a bounty').click();
    await visitor.reads('50 to 500; you have 300.');
    await visitor.fill({ 'How many points?': '400', 'What would help you? (optional)': 'It wakes the cat.' });
    await visitor.press('Offer bounty');
    // What the hint says, too, but only the refusal says again: until then what is typed would be typed over.
    await visitor.reads('One thing needs your attention.');
    expect(await visitor.field('What would help you? (optional)').inputValue()).toBe('It wakes the cat.');
    await visitor.fill({ 'How many points?': '100' });
    await visitor.press('Offer bounty');
    await visitor.reads('Bounty: 100 points');
    await visitor.reads('It wakes the cat.');
    await visitor.page.getByRole('button', { name: 'Take the bounty back' }).waitFor();
  });

  it('is listed among those that can be won, and in the list of questions', async () => {
    await visitor.goTo('/');
    await visitor.reads('Bounty: 100 points');
    await visitor.page.getByText('Filter', { exact: true }).click();
    await visitor.page.getByLabel('Only with an open bounty').check();
    await visitor.press('Apply');
    // Only the list that is narrowed has a way back to all of it.
    await visitor.link('Show all').waitFor();
    expect(await visitor.link('Why does the pump hum at night?').count()).toBe(1);
    expect(await visitor.link('How do I get lime out of it?').count()).toBe(0);
    expect(await visitor.page.getByLabel('Only with an open bounty').isChecked()).toBe(true);
    await visitor.link('Show all').click();
    await visitor.link('How do I get lime out of it?').waitFor();
    await visitor.page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Bounties' })
      .click();
    await visitor.heading('Bounties').waitFor();
    await visitor.fill({ 'Only questions tagged': 'pump' });
    await visitor.press('Show');
    await visitor.page
      .getByRole('main')
      .getByRole('link', { name: 'Why does the pump hum at night?' })
      .click();
    await visitor.reads('Bounty: 100 points');
  });

  it('goes to the answer that earned it, and is remembered', async () => {
    await helper.answer(question.id, 'Bleed the air out of it at the upper valve.');
    await visitor.goTo(question.path);
    expect(await visitor.page.getByRole('button', { name: 'Take the bounty back' }).count()).toBe(0);
    await visitor.press('Award the bounty of 100 points');
    await visitor.reads('Won a bounty of 100 points');
    await visitor.page.getByText('Earlier bounties').click();
    await visitor.reads('for this answer');
    await visitor.goTo('/bounties');
    await visitor.reads('No open bounties');
    expect(visitor.troubles).toEqual([]);
  });
});
