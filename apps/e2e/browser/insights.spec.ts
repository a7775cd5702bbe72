import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { Community } from '../support/community.js';
import type { Article, Person } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

/** What pages note of people who look for a solution, and what curators make of it. */
describe('looking for a solution', () => {
  let server: TestServer;
  let browser: Browser;
  let community: Community;
  let seeker: Person;
  let article: Article;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    community = await Community.found(server.url);
    const helper = await community.join('helper');
    seeker = await community.join('seeker');
    const question = await seeker.ask({ title: 'How do I clean the paint brushes?', tags: ['paint'] });
    const answer = await helper.answer(question.id, 'Warm water and soap, before the paint dries.');
    article = await community.admin.promote(answer.id, { title: 'Cleaning paint brushes' });
    await community.admin.publish(article.id);
    await until(
      async () => (await fetch(`${server.url}/search?q=brushes`)).text(),
      (page) => page.includes(article.path),
    );
    await notes(3);
    await server.db.database.query(`truncate intent cascade`);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(() => server.db.database.query(`truncate intent cascade`));

  const seen = () =>
    server.db.database.query<{ kind: string; hits: number | null; subject: string | null; holdout: boolean }>(
      `select e.kind, e.hits, e.subject_kind as subject, i.holdout
         from intent_event e join intent i on i.id = e.intent_id order by e.id`,
    );
  /** What was noted is written within two seconds. */
  async function notes(seconds: number) {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    return seen();
  }

  it('a search, what was opened, what was suggested and “this solved it” are one story', async () => {
    const visitor = await Visitor.arrive(browser, server.url);
    await visitor.resume(seeker.token ?? '');
    await visitor.goTo('/search?q=brushes');
    await visitor.page
      .getByRole('main')
      .getByRole('link', { name: 'Cleaning paint brushes' })
      .first()
      .click();
    await visitor.heading('Cleaning paint brushes').first().waitFor();
    await visitor.goTo('/ask');
    await visitor.fill({ 'Your question in one sentence': 'Cleaning of the paint brushes' });
    await visitor.page.getByRole('button', { name: 'This solved it: Cleaning paint brushes' }).click();
    await visitor.reads('Good to hear. There is no need to ask any more.');
    expect(visitor.page.url()).toContain('/ask');

    const events = await notes(3);
    expect(events.map(({ kind }) => kind)).toEqual(['SEARCHED', 'OPENED', 'SUGGESTED', 'SOLVED']);
    expect(events.at(-1)).toMatchObject({ subject: 'article' });
    const intents = await server.db.database.query(`select id from intent`);
    expect(intents).toHaveLength(1);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('without JavaScript the button leads to what solved it', async () => {
    const visitor = await Visitor.arrive(browser, server.url, { javaScriptEnabled: false });
    await visitor.resume(seeker.token ?? '');
    await visitor.goTo('/ask');
    await visitor.fill({
      'Your question in one sentence': 'Cleaning of the paint brushes',
      'The details': 'They stood in the cellar for a year.',
      Tags: 'paint',
    });
    await visitor.press('Next: look for similar questions');
    await visitor.page.getByRole('button', { name: 'This solved it: Cleaning paint brushes' }).click();
    await visitor.heading('Cleaning paint brushes').first().waitFor();
    expect((await notes(3)).map(({ kind }) => kind)).toEqual(['SUGGESTED', 'SOLVED', 'OPENED']);
    await visitor.leave();
  });

  it('of an article that was looked for “it helped” says that it solved it', async () => {
    const visitor = await Visitor.arrive(browser, server.url);
    await visitor.goTo(article.path);
    await visitor.press('Yes');
    await visitor.reads('Thanks for your feedback.');
    await visitor.goTo('/search?q=brushes');
    await visitor.page
      .getByRole('main')
      .getByRole('link', { name: 'Cleaning paint brushes' })
      .first()
      .click();
    await visitor.heading('Cleaning paint brushes').first().waitFor();
    await visitor.press('Yes');
    const events = await notes(3);
    expect(events.map(({ kind }) => kind)).toEqual(['SEARCHED', 'OPENED', 'SOLVED']);
    expect(events.at(-1)).toMatchObject({ subject: 'article' });
    await visitor.leave();
  });

  it('leaves no trace of people whose browser asks not to be tracked', async () => {
    const visitor = await Visitor.arrive(browser, server.url, { extraHTTPHeaders: { DNT: '1' } });
    await visitor.resume(seeker.token ?? '');
    await visitor.goTo('/search?q=brushes');
    await visitor.goTo('/ask');
    await visitor.fill({ 'Your question in one sentence': 'Cleaning of the paint brushes' });
    await visitor.page.getByRole('button', { name: 'This solved it: Cleaning paint brushes' }).click();
    expect(await notes(3)).toEqual([]);
    const cookies = (await visitor.page.context().cookies()).map(({ name }) => name);
    expect(cookies).not.toContain('peerdesk_intent');
    await visitor.leave();
  });

  it('to the holdout nothing is suggested, but searching finds as ever', async () => {
    await setHoldout(100);
    const visitor = await Visitor.arrive(browser, server.url);
    await visitor.resume(seeker.token ?? '');
    await visitor.goTo('/ask');
    await visitor.fill({ 'Your question in one sentence': 'Cleaning of the paint brushes' });
    const events = await notes(4);
    expect(events.at(-1)).toMatchObject({ kind: 'SUGGESTED', holdout: true });
    expect(events.at(-1)?.hits).toBeGreaterThan(0);
    expect(await visitor.page.getByRole('button', { name: /This solved it/ }).count()).toBe(0);
    await visitor.goTo('/search?q=brushes');
    await visitor.page
      .getByRole('main')
      .getByRole('link', { name: 'Cleaning paint brushes' })
      .first()
      .waitFor();
    await setHoldout(0);
    await visitor.leave();
  });

  it('numbers beyond their limits are refused in the language of whoever runs the place', async () => {
    const visitor = await Visitor.arrive(browser, server.url, { locale: 'de-DE' });
    await visitor.resume(community.admin.token ?? '');
    await visitor.goTo('/desk/deflection');
    await visitor.fill({ 'Besuche ohne Vorschläge, in Prozent': '80' });
    await visitor.press('Speichern');
    await visitor.reads('Bitte gib eine Zahl innerhalb dieser Grenzen ein.');
    expect(await visitor.field('Besuche ohne Vorschläge, in Prozent').inputValue()).toBe('80');

    await visitor.goTo('/desk/settings');
    // Browsers stop such numbers themselves; not every client is one.
    await visitor.page.evaluate(() =>
      document.querySelectorAll('form').forEach((form) => (form.noValidate = true)),
    );
    const rules = visitor.page.locator('form[action="?/saveStaleRules"]');
    await rules.locator('[name=ageMonths]').fill('900');
    await rules.getByRole('button').click();
    await visitor.reads('Bitte gib eine Zahl innerhalb dieser Grenzen ein.');
    expect(await visitor.page.getByText('Please enter').count()).toBe(0);
    await visitor.leave();
  });

  /** Beyond what admins may set, so that one visit is enough. */
  async function setHoldout(holdoutPercent: number): Promise<void> {
    await server.db.database.query(
      `insert into site_setting (key, value) values ('insights', $1)
       on conflict (key) do update set value = excluded.value`,
      [JSON.stringify({ holdoutPercent })],
    );
    // Other processes, and this one too, read settings anew every two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
  }

  it.each([true, false])(
    'a curator works through the gaps; with JavaScript: %s',
    async (javaScriptEnabled) => {
      await server.db.database.query(`delete from knowledge_gap`);
      await server.db.database.query(
        `insert into knowledge_gap (stems, language, words, title, searches_without_results, recent, before, first_at, last_at)
       values ('{dry,brush}', 'en', '{dry,brush}', 'dry brush', 7, 5, 2, now(), now()),
              ('{moon}', 'en', '{moon}', 'moon', 3, 3, 0, now(), now())`,
      );
      await server.db.database.query(
        `insert into intent_subject_day (day, subject_kind, subject_id, opened, solved, asked)
       values ((now() at time zone 'UTC')::date, 'article', $1, 3, 2, 1) on conflict do nothing`,
        [Number(article.id.slice(2))],
      );
      const curator = await Visitor.arrive(browser, server.url, { javaScriptEnabled });
      await curator.resume(community.admin.token ?? '');
      await curator.goTo('/desk/gaps');
      const gap = curator.page.getByRole('article').filter({ hasText: 'not found 7 times' });
      await gap.getByRole('button', { name: 'Take it' }).click();
      await gap.getByText(/Taken by/).waitFor();
      await curator.unfold('Close this gap', gap);
      await gap.getByLabel('Article that answers it').fill('/faq/no-such-thing');
      await gap.getByRole('button', { name: 'This article answers it' }).click();
      await gap.getByText('There is no article at this address.').waitFor();
      await gap.getByLabel('Article that answers it').fill(`${server.url}${article.path}`);
      await gap.getByRole('button', { name: 'This article answers it' }).click();
      await gap.waitFor({ state: 'detached' });

      const other = curator.page.getByRole('article').filter({ hasText: 'not found 3 times' });
      await curator.unfold('Close this gap', other);
      await other.getByLabel('Or: why no article is needed').fill('We sell nothing there.');
      await other.getByRole('button', { name: 'Dismiss' }).click();
      await curator.reads('No gaps here');

      await curator.page.getByRole('link', { name: 'Answered' }).click();
      await curator.page.getByRole('main').getByRole('link', { name: 'Cleaning paint brushes' }).waitFor();
      const deflected = /opened in 3 searches for a solution, which it solved in 2; 1 still asked/;
      await curator.reads(deflected);
      await curator.page.getByRole('link', { name: 'Dismissed' }).click();
      await curator.reads('We sell nothing there.');
      await curator.goTo(article.path);
      await curator.reads(deflected);
      expect(curator.troubles).toEqual([]);
      await curator.leave();
    },
  );

  it.each([true, false])(
    'the support lead reads how many questions were not asked, or that nobody can tell yet; with JavaScript: %s',
    async (javaScriptEnabled) => {
      await server.db.database.query(`delete from intent_day`);
      const lead = await Visitor.arrive(browser, server.url, { javaScriptEnabled });
      await lead.resume(community.admin.token ?? '');
      await lead.goTo('/desk/deflection');
      await lead.heading('Not enough data yet').waitFor();
      await server.db.database.query(
        `insert into intent_day (day, holdout, intents, searches, searches_without_results, searches_without_click,
                               opened, people, asked, solved)
       values (current_date - 1, true, 80, 0, 0, 0, 0, 80, 48, 0), (current_date - 1, false, 70, 0, 0, 0, 0, 70, 14, 9)`,
      );
      await lead.goTo('/desk/deflection?days=30');
      await lead.heading('Fewer people ask when they see suggestions').waitFor();
      await lead.reads('40%');
      await lead.reads('95% confidence interval: 24.6% to 52.6%');
      await lead.fill({ 'Visits without suggestions, in percent': '70' });
      await lead.press('Save');
      await lead.reads('Please enter a number within these limits.');
      await lead.fill({ 'Visits without suggestions, in percent': '10' });
      await lead.press('Save');
      await lead.reads('Saved.');
      expect(lead.troubles).toEqual([]);
      await lead.leave();
    },
  );
});
