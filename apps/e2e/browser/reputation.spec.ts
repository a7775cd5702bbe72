import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { Community } from '../support/community.js';
import type { Person } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

describe('where reputation comes from, and who decides on that', () => {
  let server: TestServer;
  let browser: Browser;
  let community: Community;
  let helper: Person;
  let answer: string;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    community = await Community.found(server.url);
    const asker = await community.join('asker');
    helper = await community.join('helper');
    const question = await asker.ask({ title: 'Why does the boiler hum at night' });
    ({ id: answer } = await helper.answer(question.id));
    await asker.accept(answer);
    for (const reader of await community.joinMany(2)) {
      await reader.vote(answer, 'UP');
      await reader.vote(answer, 'NONE');
      await reader.vote(answer, 'UP');
    }
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function arrive(person: Person | null, options: Parameters<typeof Visitor.arrive>[2] = {}) {
    const visitor = await Visitor.arrive(browser, server.url, { javaScriptEnabled: false, ...options });
    if (person?.token) await visitor.resume(person.token);
    visitors.push(visitor);
    return visitor;
  }

  it('everybody reads it by post, by day, and entry by entry, with why something was taken back', async () => {
    const guest = await arrive(null);
    await guest.goTo('/people/helper?tab=reputation');
    await guest.reads('because the vote was withdrawn or changed');
    await guest.reads('under version 1 of the rules');
    await guest.reads('7 entries');
    await guest.page.getByRole('img', { name: /^Reputation since .* now 35 points$/ }).waitFor();
    await guest.link('Losses').click();
    expect(await guest.page.getByRole('row', { name: /Reversal/ }).count()).toBe(2);
    await guest.link('By post').click();
    await guest.unfold('Why does the boiler hum at night');
    await guest.page.getByRole('row', { name: /\+15 Answer accepted/ }).waitFor();
    await guest.link('By day').click();
    await guest.unfold('7 entries');
    await guest.page.getByRole('row', { name: /\+15 Answer accepted/ }).waitFor();
  });

  it('an admin sees what a change would do before saving it; a contradiction is told where it is', async () => {
    const admin = await arrive(community.admin);
    await admin.goTo('/admin/rules');
    const accepted = 'The author of an answer gets this when the asker accepts it.';
    const also = 'The author of an answer gets this when it is marked as “solved it too”.';
    expect(await admin.button('Save these rules').count()).toBe(0);
    await admin.fill({ [accepted]: '4' });
    await admin.press('Show what that would change');
    await admin.reads('A “solved it too” answer cannot earn more than the accepted one.');
    expect(await admin.field(accepted).inputValue()).toBe('4');

    await admin.fill({ [accepted]: '20', [also]: '5' });
    await admin.press('Show what that would change');
    await admin.reads(
      'One person would have a different reputation: 1 with more, 0 with less. Points in total: 5.',
    );
    await admin.page.getByRole('row', { name: /35 40/ }).waitFor();
    await admin.fill({ 'Why? Everyone can read it. (optional)': 'Solutions first.' });
    await admin.press('Save these rules');
    await admin.reads('Saved: version 2 is in force.');
    await admin.reads('Solutions first.');
    await admin.reads('from 15 to 20');
    await admin.goTo('/people/helper?tab=reputation');
    await admin.page.getByRole('img', { name: /now 35 points$/ }).waitFor();
  });

  it('what is no ladder is said at the rank that breaks it, in the words of the reader', async () => {
    const admin = await arrive(community.admin, { locale: 'de-DE' });
    await admin.goTo('/admin/rules');
    await admin.unfold('Ränge');
    const rank = (n: number) => admin.page.getByRole('group', { name: `Rang ${n}`, exact: true });
    await rank(3).getByLabel('Ansehen').fill('10');
    await admin.press('Zeigen, was sich ändern würde');
    await rank(3).getByText('Der erste Rang verlangt nichts').waitFor();
    expect(await rank(3).getByLabel('Ansehen').getAttribute('aria-invalid')).toBe('true');
    expect(await rank(1).getByText('Der erste Rang verlangt nichts').count()).toBe(0);

    await rank(3).getByLabel('Ansehen').fill('200');
    const unchecked = () =>
      admin.page
        .locator('form.sheet')
        .first()
        .evaluate((form) => form.setAttribute('novalidate', ''));
    await unchecked();
    await rank(4).getByLabel('Ansehen').fill('1000.5');
    await admin.fill({ 'Ausprobieren an den letzten … Tagen': '0' });
    await admin.press('Zeigen, was sich ändern würde');
    await rank(4).getByText('Gib eine ganze Zahl').waitFor();
    expect(await rank(4).getByLabel('Ansehen').inputValue()).toBe('1000.5');
    await unchecked();
    await rank(4).getByLabel('Ansehen').fill('1000');
    await admin.press('Zeigen, was sich ändern würde');
    await admin.reads('Gib einen Wert von 1 bis 365 ein.');
  });

  it('what was earned changes only when that is asked for, and understood', async () => {
    const admin = await arrive(community.admin);
    await admin.goTo('/admin/rules');
    await admin.press('Recalculate');
    await admin.reads('Please confirm that you understand this.');
    await admin.page.getByRole('checkbox', { name: 'I understand this' }).check();
    await admin.press('Recalculate');
    await admin.reads('Under version 2:');
    const state = async () => {
      await admin.goTo('/admin/rules');
      return admin.page.locator('#recompute .pill').textContent();
    };
    await until(state, (shown) => shown === 'done', 15);
    await admin.goTo('/people/helper?tab=reputation');
    await admin.reads('to recalculate it under newer rules');
    await admin.page.getByRole('img', { name: /now 40 points$/ }).waitFor();
  });

  it('and nothing went wrong behind any of it', () => {
    expect(visitors.flatMap(({ troubles }) => troubles)).toEqual([]);
  });
});
