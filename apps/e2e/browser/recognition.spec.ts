import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

describe('what people earn, on the pages', () => {
  let server: TestServer;
  let browser: Browser;
  let community: Community;
  let helper: Person;
  let question: Posted;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    community = await Community.found(server.url);
    const asker = await community.join('asker');
    helper = await community.join('helper');
    question = await asker.ask({ tags: ['boiler'] });
    const answer = await helper.answer(question.id);
    for (const voter of await community.joinMany(5, 'voter')) await voter.vote(answer.id, 'UP');
    await asker.accept(answer.id);
    const article = await community.admin.promote(answer.id, { title: 'How to descale a boiler' });
    await community.admin.publish(article.id);
    // What is looked for every minute, and every hour, is also looked for when a server starts.
    await server.kill();
    await server.startAgain();
    await until(
      () => community.guest.get<{ topHelpers: { nodes: object[] } }>(`{ topHelpers { nodes { place } } }`),
      ({ topHelpers }) => topHelpers.nodes.length > 0,
      20,
    );
    await until(
      () =>
        community.guest.get<{ user: { badgeCounts: { silver: number } } }>(
          `{ user(username: "helper") { badgeCounts { silver } } }`,
        ),
      ({ user }) => user.badgeCounts.silver > 0,
      20,
    );
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function visit(
    person: Person | null,
    options: Parameters<typeof Visitor.arrive>[2] = {},
  ): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, server.url, options);
    if (person) await visitor.resume(person.token ?? '');
    visitors.push(visitor);
    return visitor;
  }

  it('a profile says what somebody knows about, speaks and was given, and each badge what it is for', async () => {
    const guest = await visit(null, { javaScriptEnabled: false });
    await guest.goTo('/people/helper');
    await guest.reads('1 solved question');
    await guest.reads('English');
    await guest.link('How to descale a boiler').first().waitFor();
    await guest.link('All badges and what they are for').click();
    await guest.reads('Gave an answer with a score of 5.');
    await guest.page
      .locator('main')
      .getByRole('link', { name: /^Good answer/ })
      .click();
    await guest.heading('Good answer').waitFor();
    await guest.reads('Requirement: score of an answer, 5 or more');
    await guest.link('How do I descale the boiler?').waitFor();
    expect(guest.troubles).toEqual([]);
  });

  it('the rank stands at the name, and one page says what is missing for the next', async () => {
    const reader = await visit(helper, { locale: 'de-DE', javaScriptEnabled: false });
    await reader.goTo(question.path);
    await reader.reads('Aktiv dabei');
    await reader.goTo('/standing');
    await reader.heading('Dein Rang: Aktiv dabei').waitFor();
    await reader.heading('Als Nächstes: Hilfsbereit').waitFor();
    await reader.reads('90 von 200');
    expect(reader.troubles).toEqual([]);
  });

  it('helpers are found by tag and time', async () => {
    const guest = await visit(null);
    await guest.goTo('/tags/boiler');
    await guest.link('Top helpers').click();
    await guest.heading('Top helpers: boiler').waitFor();
    await guest.link('7 days').click();
    await guest.link('helper').first().waitFor();
    await guest.goTo('/tags/unheard-of/helpers');
    expect(guest.troubles.filter((trouble) => !trouble.includes('404'))).toEqual([]);
  });

  it('the first page introduces who helped, unless they would rather not', async () => {
    await until(
      () => community.guest.get<{ spotlight: object | null }>(`{ spotlight { day } }`),
      ({ spotlight }) => spotlight !== null,
      40,
    );
    const shy = await visit(helper, { javaScriptEnabled: false });
    await shy.goTo('/');
    await shy.heading('In the spotlight').waitFor();
    await shy.reads('Solved 1 question for others in the last month.');
    await shy.goTo('/settings');
    await shy.page.getByLabel('You may introduce me there').uncheck();
    await shy.page.locator('#spotlight').getByRole('button').click();
    await shy.reads('Your choice is saved.');
    expect(await shy.page.getByLabel('You may introduce me there').isChecked()).toBe(false);
    await shy.goTo('/');
    expect(await shy.heading('In the spotlight').count()).toBe(0);
  });

  it.each([true, false])(
    'admins try a badge of their own, then give it (scripts: %s)',
    async (javaScriptEnabled) => {
      const name = javaScriptEnabled ? 'Boiler friend' : 'Boiler fan';
      const admin = await visit(community.admin, { javaScriptEnabled });
      await admin.goTo('/admin/badges');
      await admin.fill({
        'Name in English': name,
        'What it is for, in English': 'Solved a question about boilers.',
      });
      await admin.page.getByLabel('What is counted').selectOption('TAG_SOLUTIONS');
      await admin.fill({ 'At least': '1', 'Only for this tag': 'unheard-of' });
      await admin.press('See who would get it');
      await admin.reads('Nobody has used this tag.');
      await admin.fill({ 'Only for this tag': 'boiler' });
      await admin.press('See who would get it');
      await admin.reads('1 person would get it now. Nothing is saved yet.');
      await admin.press('Save and award');
      await admin.reads('Saved. Everyone who qualifies will get it in a moment.');
      await admin.page
        .locator('main')
        .getByRole('link', { name: new RegExp(`^${name}`) })
        .waitFor();
      const row = admin.page.locator('li').filter({ hasText: name });
      await row.getByRole('button', { name: 'Stop awarding' }).click();
      await row.getByText('no longer awarded').waitFor();
      await admin.goTo('/record');
      await admin.reads('stopped awarding a badge');
      expect(admin.troubles.filter((trouble) => !trouble.includes('400'))).toEqual([]);
    },
  );

  it.each([true, false])(
    'an admin changes a badge, and its names in other languages stay, can be changed and added (scripts: %s)',
    async (javaScriptEnabled) => {
      const input = {
        tier: 'BRONZE',
        names: [
          { locale: 'en', text: `Kettle ${javaScriptEnabled}` },
          { locale: 'fr', text: 'Bouilloire' },
        ],
        descriptions: [
          { locale: 'en', text: 'Solved a hundred questions.' },
          { locale: 'fr', text: 'A résolu cent questions.' },
        ],
        ...{ measure: 'SOLUTIONS', threshold: 100 },
      };
      const { badge } = await community.admin.act<{ badge: { key: string } }>(
        'createBadge',
        input,
        'badge { key }',
      );
      const admin = await visit(community.admin, { javaScriptEnabled });
      await admin.goTo(`/admin/badges?edit=${badge.key}`);
      expect(await admin.field('Name in French').inputValue()).toBe('Bouilloire');
      await admin.fill({ 'Name in French': 'Grande bouilloire', 'Name in English': '' });
      await admin.unfold('Add another language');
      await admin.page.getByLabel('Name', { exact: true }).fill('Vedenkeitin');
      await admin.press('Save and award');
      await admin.reads('Please fill this in.');
      await admin.page.getByLabel('Language', { exact: true }).selectOption('fi');
      await admin.press('Save and award');
      await admin.reads('Readers of other languages see the English text.');
      expect(await admin.field('Name in Finnish').inputValue()).toBe('Vedenkeitin');
      await admin.fill({ 'Name in English': input.names[0]!.text, 'At least': '200' });
      await admin.press('Save and award');
      await admin.reads('Saved. Everyone who qualifies will get it in a moment.');

      const { badge: now } = await community.admin.get<{ badge: { threshold: number; names: object[] } }>(
        `{ badge(key: "${badge.key}") { threshold names { locale text } descriptions { locale text } } }`,
      );
      expect(now.threshold).toBe(200);
      const texts = [...input.names, ...input.descriptions].filter(({ text }) => text !== 'Bouilloire');
      expect(JSON.stringify(now)).toContain('Grande bouilloire');
      expect(JSON.stringify(now)).toContain('Vedenkeitin');
      for (const { text } of texts) expect(JSON.stringify(now)).toContain(text);
    },
  );
});
