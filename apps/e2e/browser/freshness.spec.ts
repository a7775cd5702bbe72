import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { Community } from '../support/community.js';
import type { Article, Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

/** What readers say, and what curators do about it, in browsers: with scripts and without. */
describe('an article that may not be true any more', () => {
  let server: TestServer;
  let browser: Browser;
  let community: Community;
  let asker: Person;
  let curator: Person;
  let article: Article;
  let answer: Posted;
  let product: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    community = await Community.found(server.url);
    asker = await community.join('asker');
    curator = await community.join('curator', 'STAFF');
    const helper = await community.join('helper');
    const question = await asker.ask({ title: 'How do I bleed a radiator?', tags: ['radiator'] });
    answer = await helper.answer(question.id, 'Open the little valve until water comes.');
    await asker.accept(answer.id);
    product = (
      await curator.act<{ product: { id: string } }>('createProduct', { name: 'Hearth' }, 'product { id }')
    ).product.id;
    await addVersion('2.0');
    article = await curator.promote(answer.id, { title: 'Bleeding a radiator' });
    await curator.publish(article.id);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const addVersion = (name: string) =>
    curator.act('addProductVersion', { productId: product, name }, '__typename');
  const arrive = async (person: Person | null, javaScriptEnabled = true) => {
    const visitor = await Visitor.arrive(browser, server.url, { javaScriptEnabled });
    if (person) await visitor.resume(person.token ?? '');
    return visitor;
  };

  it.each([
    ['with scripts', true],
    ['without scripts', false],
  ])('a guest %s says no, and then why', async (_how, javaScriptEnabled) => {
    const guest = await arrive(null, javaScriptEnabled);
    await guest.goTo(article.path);
    await guest.press('No');
    await guest.page.getByRole('radio', { name: 'Something is missing' }).check();
    await guest.fill({ 'In your own words (optional)': 'Which valve is it?' });
    await guest.press('Send');
    await guest.reads('Thank you. Our FAQ editors will read it.');
    await guest.page.getByRole('button', { name: 'No', pressed: true }).waitFor();
    expect(guest.troubles).toEqual([]);
    await guest.leave();
  });

  it('whoever is still stuck asks, and the question says after reading what', async () => {
    const visitor = await arrive(asker, false);
    await visitor.goTo(article.path);
    await visitor.page.getByRole('main').getByRole('link', { name: 'Ask the community' }).click();
    await visitor.reads('Your question will say that you have read “Bleeding a radiator”');
    await visitor.fill({
      'Your question in one sentence': 'Which of the two valves do I open?',
      'The details': 'There are two of them, one at each end of it.',
      Tags: 'radiator',
    });
    await visitor.press('Next: look for similar questions');
    await visitor.press('Post question');
    await visitor.heading('Which of the two valves do I open?').waitFor();
    await visitor.reads('Asked after reading');
    await visitor.page.getByRole('main').getByRole('link', { name: 'Bleeding a radiator' }).first().waitFor();
    await visitor.leave();
  });

  it('a curator says in the editor what it applies to and who looks after it', async () => {
    const visitor = await arrive(curator);
    await visitor.goTo(`${article.path}/edit`);
    const care = visitor.page.getByRole('region', { name: 'Keeping it up to date' });
    await care.getByLabel('Looked after by').selectOption({ label: 'curator' });
    await care.getByLabel('Applies from version').first().selectOption({ label: 'Hearth 2.0' });
    await care.getByRole('button', { name: 'Save' }).click();
    await care.getByText('Saved.').waitFor();
    await visitor.goTo(article.path);
    await visitor.page.getByRole('link', { name: 'Hearth 2.0+' }).waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('a curator adds products one after another, and the form is empty for the next one', async () => {
    const visitor = await arrive(curator);
    await visitor.goTo('/desk/products');
    const form = visitor.page.locator('form[action$="createProduct"]');
    for (const name of ['Boiler', 'Stove']) {
      await form.getByLabel('Name', { exact: true }).fill(name);
      await form.getByRole('button', { name: 'Add a product' }).last().click();
      await visitor.heading(name).waitFor();
      expect(await form.getByLabel('Name', { exact: true }).inputValue()).toBe('');
    }
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('a curator takes a product out of what is offered, and offers it again', async () => {
    const visitor = await arrive(curator);
    await visitor.goTo('/desk/products');
    const stove = visitor.page.getByRole('region', { name: 'Stove' });
    await stove.getByRole('button', { name: 'Archive Stove' }).click();
    await stove.getByText('(archived)').waitFor();
    await stove.getByRole('button', { name: 'Restore Stove' }).click();
    await stove.getByRole('button', { name: 'Archive Stove' }).waitFor();
    expect(await stove.getByText('(archived)').count()).toBe(0);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('a German curator reads in German why a product was not taken, beside its field', async () => {
    const visitor = await Visitor.arrive(browser, server.url, { locale: 'de-DE' });
    await visitor.resume(curator.token ?? '');
    await visitor.goTo('/desk/products');
    const form = visitor.page.locator('form[action$="createProduct"]');
    await form.getByLabel('Name', { exact: true }).fill('Stove');
    await form.getByLabel('Kurzname in Adressen').fill('another-stove');
    await form.getByRole('button', { name: 'Produkt hinzufügen' }).last().click();
    await form.getByText('Diesen Namen gibt es schon').waitFor();
    expect(await form.getByLabel('Name', { exact: true }).inputValue()).toBe('Stove');
    await visitor.leave();
  });

  it('a new version puts it on the desk; the curator reads why, looks, and confirms', async () => {
    await addVersion('3.0');
    await until(
      async () => (await fetch(server.url + article.path)).text(),
      (page) => page.includes('New since it was last checked: Hearth 3.0.'),
    );
    const visitor = await arrive(curator);
    await visitor.goTo('/desk/stale?whose=mine');
    await visitor.reads('New since it was last checked: Hearth 3.0.');
    await visitor.reads('Which valve is it?');
    await visitor.page.getByRole('button', { name: 'Resolve' }).first().click();
    await visitor.page.getByRole('link', { name: 'Check it: Bleeding a radiator' }).click();
    await visitor.heading('Is it still correct?').waitFor();
    await visitor.reads('Which of the two valves do I open?');
    await visitor.press('Yes, it is correct');
    await visitor.reads('Saved.');
    await visitor.page.getByText('This article may be out of date.').waitFor({ state: 'detached' });
    await visitor.goTo('/desk/stale');
    await visitor.reads('Nothing to check');
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('whoever uses a later version is told so where results are offered while they type', async () => {
    const { product: shelf } = await curator.get<{
      product: { versions: { id: string; name: string }[] };
    }>('{ product(slug: "hearth") { versions { id name } } }');
    const [second, third] = ['2.0', '3.0'].map((name) => shelf.versions.find((one) => one.name === name)?.id);
    const appliesTo = [{ productId: product, fromVersionId: second, toVersionId: second }];
    await curator.act('setArticleCare', { articleId: article.id, appliesTo }, '__typename');
    const guest = await arrive(null);
    await guest.goTo('/versions');
    await guest.page.getByLabel('Hearth').selectOption(third ?? '');
    await guest.press('Save');
    await guest.page.getByRole('searchbox').focus();
    await guest.page.getByRole('combobox', { name: 'Search questions and FAQ' }).waitFor();
    await guest.page.keyboard.type('bleeding radiator', { delay: 40 });
    await guest.page.getByRole('option', { name: /Bleeding a radiator .*Not for your version/ }).waitFor();
    expect(guest.troubles).toEqual([]);
    await guest.leave();
  });

  it('an admin changes the rules on the desk', async () => {
    const visitor = await arrive(community.admin);
    await visitor.goTo('/desk/settings');
    await visitor.fill({
      'Minimum number of readers': '2',
      'When nobody has checked it for this many months': '',
    });
    const rules = visitor.page.locator('form[action$="saveStaleRules"]');
    await rules.getByRole('button', { name: 'Save' }).click();
    await visitor.reads('Saved');
    expect(await community.admin.get('{ staleRules { ageMonths feedback { minVotes share } } }')).toEqual({
      staleRules: { ageMonths: null, feedback: { minVotes: 2, share: 0.5 } },
    });
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});
