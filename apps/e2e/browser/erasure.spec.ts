import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { PASSWORD } from '../support/client.js';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

/** Without JavaScript: whoever wants to leave must be able to, with whatever they have. */
describe('erasing an account', () => {
  let server: TestServer;
  let browser: Browser;
  let community: Community;
  let leaver: Person;
  let question: Posted;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    community = await Community.found(server.url);
    leaver = await community.join('leaver');
    question = await leaver.ask();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function arrive(person: Person): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, server.url, { javaScriptEnabled: false });
    if (person.token) await visitor.resume(person.token);
    return visitor;
  }

  it('is refused beside the fields until it is meant, and then says goodbye', async () => {
    const visitor = await arrive(leaver);
    await visitor.goTo('/settings');
    await visitor.fill({
      'Your password': 'not my password',
      'Type your user name, leaver, to confirm': 'somebody',
    });
    await visitor.press('Erase my account for good');
    await visitor.reads('This is not your current password.');
    await visitor.reads('Please type the user name of the account, to show that you mean it.');
    await visitor.fill({ 'Your password': PASSWORD, 'Type your user name, leaver, to confirm': 'leaver' });
    await visitor.press('Erase my account for good');
    await visitor.heading('Your account is erased').waitFor();
    await visitor.link('Log in').first().waitFor();

    await visitor.goTo(question.path);
    await visitor.reads('Former member');
    expect(await visitor.goTo('/people/leaver')).toBe(404);
    expect(visitor.troubles).toEqual([]);
  });

  it('is done by an admin for somebody else, with a reason that stays on record', async () => {
    await community.join('asked-by-mail');
    const visitor = await arrive(community.admin);
    await visitor.goTo('/admin/people');
    await visitor.unfold('Erase this account');
    await visitor.fill({ Reason: 'Asked for by mail', 'Type asked-by-mail to confirm': 'asked-by-mail' });
    await visitor.press('Erase for good');
    await visitor.reads('The account is erased.');
    expect(await visitor.page.getByText('asked-by-mail').count()).toBe(0);

    await visitor.goTo('/record');
    await visitor.reads('erased an account');
    await visitor.reads('Asked for by mail');
    expect(visitor.troubles).toEqual([]);
  });
});
