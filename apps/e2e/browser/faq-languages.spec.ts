import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { Community } from '../support/community.js';
import type { Article } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

const BODY = `# Before you begin

Turn the heating off.

# Descale

Let a litre of citric acid run through it.

# Afterwards

Rinse it **twice**.`;

/** The FAQ in two languages, clicked through. Each part goes on where the last one ended. */
describe('an article is translated, put on its shelf and kept true in both languages', () => {
  let server: TestServer;
  let browser: Browser;
  let community: Community;
  let curator: Visitor;
  let reader: Visitor;
  let original: Article;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    community = await Community.found(server.url);
    const { admin } = community;
    const question = await (await community.join('asker')).ask({ title: 'How do I descale the boiler?' });
    const answer = await (await community.join('helper')).answer(question.id);
    original = await admin.promote(answer.id, { title: 'How to descale the boiler', body: BODY });
    await admin.publish(original.id);
    const { product } = await admin.act<{ product: { id: string } }>(
      'createProduct',
      { name: 'Boiler One' },
      'product { id }',
    );
    const shelf = { name: 'Care', description: 'So that it lasts.', productId: product.id };
    await admin.act('createCategory', shelf, '__typename');
    curator = await Visitor.arrive(browser, server.url, { javaScriptEnabled: false });
    await curator.resume(admin.token ?? '');
    reader = await Visitor.arrive(browser, server.url, { locale: 'de-DE' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('the curator puts it into a category', async () => {
    await curator.goTo(`${original.path}/edit`);
    await curator.page.getByLabel('Boiler One: Care').check();
    await curator.press('Save categories');
    await curator.reads('Categories saved.');
  });

  it('translates it beside the original', async () => {
    await curator.goTo(original.path);
    await curator.link('Translate').click();
    await curator.page.getByLabel('Translate into').selectOption({ label: 'German' });
    await curator.press('Choose');
    await curator.heading('The original (English), version 1').waitFor();
    await curator.reads('Let a litre of citric acid run through it.');
    await curator.fill({ Title: 'So entkalkst du den Kessel', Text: 'Zu kurz.' });
    await curator.press('Save and publish');
    await curator.page.getByRole('alert').first().waitFor();
    await curator.fill({ Text: 'Einen Liter Zitronensäure durchlaufen lassen. Zweimal spülen.' });
    await curator.press('Save and publish');
    await curator.heading('So entkalkst du den Kessel').waitFor();
    await curator.reads('How to descale the boiler');
  });

  it('German readers find it in German, on its shelf, and can switch', async () => {
    await reader.goTo('/faq');
    await reader.heading('Boiler One').waitFor();
    await reader.link('Care').click();
    await reader.unfold('So entkalkst du den Kessel');
    await reader.reads('Einen Liter Zitronensäure durchlaufen lassen.');
    await reader.page.getByRole('link', { name: 'Artikel öffnen: So entkalkst du den Kessel' }).click();
    await reader.heading('So entkalkst du den Kessel').waitFor();
    const languages = reader.page.getByRole('navigation', { name: 'Dieser Artikel in anderen Sprachen' });
    await languages.getByRole('link', { name: 'English' }).click();
    await reader.heading('How to descale the boiler').waitFor();
    await reader.reads('Diesen Artikel gibt es auch auf Deutsch:');
  });

  it('a long article has a table of contents that jumps', async () => {
    const contents = reader.page.getByRole('navigation', { name: 'Auf dieser Seite' });
    await contents.getByRole('link', { name: 'Descale' }).click();
    expect(new URL(reader.page.url()).hash).toBe('#part-descale');
    await reader.page.locator('h2#part-descale').waitFor();
  });

  it('search engines read the whole shelf, and know both languages', async () => {
    const structured = (path: string) =>
      fetch(`${server.url}${path}`)
        .then((response) => response.text())
        .then((html) => ({
          html,
          data: [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
            ([, json]) => JSON.parse(json ?? '') as Record<string, unknown>,
          ),
        }));
    const shelf = await structured('/faq/category/care');
    expect(shelf.data).toMatchObject([
      {
        '@type': 'FAQPage',
        mainEntity: [{ '@type': 'Question', name: 'How to descale the boiler' }],
      },
    ]);
    const { html, data } = await structured(original.path);
    expect(data.map((one) => one['@type'])).toEqual(['TechArticle', 'BreadcrumbList']);
    expect(html).toContain(`hreflang="x-default" href="${server.url}${original.path}"`);
    expect(html).toMatch(/<link rel="alternate" hreflang="de" href="[^"]+\/faq\/so-entkalkst-du-den-kessel"/);
  });

  it('when the original goes on, German readers are told, and the desk lists the translation', async () => {
    const body = BODY.replace('twice', 'three times');
    await community.admin.act(
      'editArticle',
      { articleId: original.id, expectedVersion: 1, body },
      '__typename',
    );
    await community.admin.publish(original.id);
    await reader.goTo('/faq/so-entkalkst-du-den-kessel');
    await reader.reads('Das Original dieser Übersetzung ist neuer.');

    await curator.goTo('/desk/translations');
    await curator.link('So entkalkst du den Kessel').click();
    await curator.reads('What has changed in the original since (version 1 to 2)');
    await curator.reads('three times');
  });

  it('the curator translates what has changed, and readers are told no more', async () => {
    await curator.fill({ Text: 'Einen Liter Zitronensäure durchlaufen lassen. Dreimal spülen.' });
    await curator.press('Save translation');
    await curator.reads('Saved. Readers see it once it is published.');
    await reader.goTo('/faq/so-entkalkst-du-den-kessel');
    await reader.reads('Das Original dieser Übersetzung ist neuer.');

    await curator.press('Save and publish');
    await curator.reads('Dreimal spülen.');
    await reader.goTo('/faq/so-entkalkst-du-den-kessel');
    await reader.reads('Dreimal spülen.');
    expect(await reader.page.getByText('Das Original dieser Übersetzung ist neuer.').count()).toBe(0);
    expect([...reader.troubles, ...curator.troubles]).toEqual([]);
  });
});
