import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

describe('notices on the page', () => {
  let server: TestServer;
  let browser: Browser;
  let asker: Person;
  let question: Posted;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    const community = await Community.found(server.url);
    asker = await community.join('asker');
    question = await asker.ask({ title: 'How do I bleed a radiator?' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(() => server.db.database.query(`delete from notice`));

  /** As other parts of the site do. */
  const tell = (kind: string, data: object, subject: Posted | null = null) =>
    server.db.database.query(
      `insert into notice (account_id, kind, key, subject_kind, subject_id, data)
       select a.id, $1, $1, case when $3::bigint is null then null else 'question' end, $3::bigint, $2
         from account a where username = 'asker'`,
      [kind, JSON.stringify(data), subject ? Number(subject.id.slice(2)) : null],
    );
  const visit = async (options: Parameters<typeof Visitor.arrive>[2] = {}) => {
    const visitor = await Visitor.arrive(browser, server.url, options);
    await visitor.resume(asker.token ?? '');
    visitors.push(visitor);
    return visitor;
  };

  it('a bell says how many are new, and each leads to what it is about', async () => {
    await tell('ACCEPT_REMINDER', {}, question);
    await tell('PRIVILEGE_GAINED', { name: 'VOTE_DOWN' });
    const visitor = await visit();
    await visitor.goTo('/');
    await visitor.link('Notifications: 2 unread').click();
    await visitor.heading('Notifications').waitFor();
    await visitor.reads('Well earned: you have unlocked “Downvote”.');
    await visitor.reads('How do I bleed a radiator?');
    await visitor.page.getByRole('link', { name: 'Your question has answers.' }).click();
    await visitor.heading('How do I bleed a radiator?').first().waitFor();
    await visitor.link('Notifications: 1 unread').click();
    await visitor.press('Mark as read');
    await visitor.link('Notifications').first().waitFor();
    expect(await visitor.button('Mark as read').count()).toBe(0);
    expect(visitor.troubles).toEqual([]);
  });

  it('without JavaScript all are marked at once, and what is unread has a list of its own', async () => {
    for (const kind of ['RANK_REACHED', 'BADGE_AWARDED']) await tell(kind, { name: 'Guide', slug: 'guide' });
    const visitor = await visit({ javaScriptEnabled: false });
    await visitor.goTo('/notices');
    await visitor.press('Mark all as read');
    await visitor.link('Unread').click();
    await visitor.reads('You have read everything');
    await tell('BOUNTY_WON', { points: 50 });
    await visitor.goTo('/notices?show=unread');
    await visitor.reads('Your answer won a bounty of 50 points. Thank you!');
    await visitor.reads('What this was about is no longer shown.');
  });

  it('a page follows another, and nothing at all is said kindly, in German too', async () => {
    const visitor = await visit({ locale: 'de-DE', javaScriptEnabled: false });
    await visitor.goTo('/notices');
    await visitor.reads('Noch nichts');
    await server.db.database.query(
      `insert into notice (account_id, kind, key, data)
       select a.id, 'RANK_REACHED', 'rank:' || n, jsonb_build_object('name', 'Stufe ' || n)
         from account a, generate_series(1, 31) as n where username = 'asker'`,
    );
    await visitor.goTo('/notices');
    await visitor.reads('Glückwunsch: Du hast den Rang „Stufe 31“ erreicht.');
    await visitor.link('Ältere Mitteilungen').click();
    await visitor.reads('Glückwunsch: Du hast den Rang „Stufe 1“ erreicht.');
    expect(await visitor.page.getByText('Stufe 2“').count()).toBe(0);
  });

  it('which mails come is chosen in the settings, and the language of the page is that of the mails', async () => {
    const visitor = await visit({ javaScriptEnabled: false });
    await visitor.goTo('/settings');
    await visitor.page.getByRole('checkbox', { name: /A reminder when your question has answers/ }).uncheck();
    await visitor.field('Language of e-mails').selectOption('de');
    await visitor.page.locator('#mails').getByRole('button', { name: 'Save' }).click();
    await visitor.reads('Saved. This is how we will write to you.');
    const chosen = async () =>
      (
        await asker.get<{ viewer: { mailPreferences: object } }>(
          `{ viewer { mailPreferences { language kinds { isMailed } } } }`,
        )
      ).viewer.mailPreferences;
    expect(await chosen()).toEqual({
      language: 'de',
      kinds: [{ isMailed: false }, { isMailed: true }, { isMailed: true }, { isMailed: true }],
    });
    await visitor.press('English');
    expect(await chosen()).toMatchObject({ language: 'en' });
  });

  it('somebody who opens the link of a mail ends such mails by a button, logged in or not', async () => {
    const guest = await Visitor.arrive(browser, server.url);
    visitors.push(guest);
    expect(await guest.goTo('/unsubscribe?token=1.ACCEPT_REMINDER.made-up')).toBe(200);
    await guest.reads('This link does not work');
    expect(await guest.goTo('/notices')).toBe(200);
    await guest.heading('Log in').waitFor();
    expect(visitors.flatMap(({ troubles }) => troubles)).toEqual([]);
  });
});
