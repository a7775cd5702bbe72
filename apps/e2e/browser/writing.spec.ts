import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { Community } from '../support/community.js';
import type { Person } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

const TEXT = 'Hold **both** buttons for six seconds. The clock goes back by an hour.';

/** What people look for in vain becomes an article that nobody had written an answer for. */
describe('writing an article for a gap', () => {
  let server: TestServer;
  let browser: Browser;
  let community: Community;
  let curator: Person;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    community = await Community.found(server.url);
    curator = await community.join('curator', 'STAFF');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const aGap = (title: string, language = 'en') =>
    server.db.database.query(
      `with gap as (
         insert into knowledge_gap (stems, language, words, title, searches_without_results, first_at, last_at)
         values ($1, $3, $1, $2, 4, now(), now()) returning id)
       insert into knowledge_gap_example (gap_id, place, kind, text, count, last_at)
       select id, 1, 'SEARCH_WITHOUT_RESULT', $2, 4, now() from gap`,
      [title.split(' '), title, language],
    );

  it.each([
    ['with', true, 'winter time for the clock'],
    ['without', false, 'summer time for the clock'],
  ])('%s JavaScript', async (_, javaScriptEnabled, words) => {
    await aGap(words);
    const visitor = await Visitor.arrive(browser, server.url, { javaScriptEnabled });
    const { page } = visitor;
    await visitor.resume(curator.token ?? '');
    await visitor.goTo('/desk/gaps');
    const gap = page.getByRole('article').filter({ has: page.getByRole('heading', { name: words }) });
    await gap.getByRole('link', { name: 'Write the article' }).click();
    await visitor.heading('Write an article').waitFor();
    await visitor.scripted();
    expect(await visitor.field('Title').inputValue()).toBe(words);
    await visitor.reads('Knowledge gap');

    // Too short, and everything else is still there, beside what is wrong.
    await visitor.fill({ Title: 'Clock', Text: TEXT, Tags: 'clock time' });
    await visitor.field('Language of the article').selectOption('fr');
    await visitor.press('Save draft');
    await visitor.reads(/15 to 150 characters/);
    expect(await visitor.field('Text').inputValue()).toBe(TEXT);
    expect(await visitor.field('Tags').inputValue()).toContain('clock');
    expect(await visitor.field('Language of the article').inputValue()).toBe('fr');
    await visitor.press('Preview');
    await page.locator('strong', { hasText: 'both' }).waitFor();
    await visitor.fill({ Title: `Setting the ${words}` });
    await visitor.field('Language of the article').selectOption('en');
    await visitor.press('Save draft');

    await visitor.heading('Edit article').waitFor();
    await visitor.reads('This article has no source answers of its own.');
    await visitor.goTo('/desk/gaps');
    await visitor.reads('Taken by curator');
    await gap.getByText('Being written:').waitFor();
    expect(await gap.getByRole('link', { name: 'Write the article' }).count()).toBe(0);
    await gap.getByRole('link', { name: `Setting the ${words}` }).click();
    await visitor.heading('Edit article').waitFor();
    await visitor.scripted();
    await visitor.press('Publish version 1');
    await visitor.heading(`Setting the ${words}`).first().waitFor();
    await visitor.reads('Written by');
    await visitor.goTo('/desk/gaps?state=done');
    await gap.getByText('Answered by', { exact: false }).first().waitFor();
    await visitor.scripted();
    await visitor.unfold('History', gap);
    await visitor.reads('curator started an article:');
    await visitor.reads('curator published the article that answers it:');
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();

    const reader = await Visitor.arrive(browser, server.url, { javaScriptEnabled });
    await reader.goTo(`/faq/setting-the-${words.replaceAll(' ', '-')}`);
    await reader.reads('Written by');
    const [article] = await reader.page.locator('script[type="application/ld+json"]').allTextContents();
    expect(JSON.parse(article ?? '{}')).toMatchObject({
      '@type': 'TechArticle',
      author: [{ name: 'curator' }],
    });
    expect(article).not.toContain('isBasedOn');
    expect(await reader.link('Write an article').count()).toBe(0);
    expect(await reader.goTo('/faq/new')).toBe(200);
    await reader.heading('Log in').waitFor();
    await reader.leave();
  });

  it('says in the reader’s language who has the gap, and keeps the text; the FAQ leads there too', async () => {
    await aGap('schaltsekunde der wanduhr', 'de');
    const visitor = await Visitor.arrive(browser, server.url, { locale: 'de-DE' });
    await visitor.resume(curator.token ?? '');
    await visitor.goTo('/faq');
    await visitor.link('Artikel schreiben').click();
    await visitor.heading('Artikel schreiben').waitFor();
    await visitor.goTo('/desk/gaps');
    await visitor.link('Den Artikel schreiben').click();
    await visitor.heading('Artikel schreiben').waitFor();
    await visitor.scripted();
    expect(await visitor.field('Sprache des Artikels').inputValue()).toBe('de');
    const other = await community.join('other-curator', 'STAFF');
    const { knowledgeGaps } = await other.get<{ knowledgeGaps: { nodes: { id: string; title: string }[] } }>(
      `{ knowledgeGaps { nodes { id title } } }`,
    );
    const gap = knowledgeGaps.nodes.find(({ title }) => title.startsWith('schaltsekunde'));
    await other.act('takeGap', { gapId: gap?.id }, '__typename');
    await visitor.fill({ Text: 'Unsere Uhren kennen sie und stellen sich von selbst um.' });
    await visitor.press('Entwurf speichern');
    await visitor.reads('other-curator hat diese Lücke übernommen.');
    expect(await visitor.field('Text').inputValue()).toContain('Unsere Uhren kennen sie');
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('words in the reader’s language why a publication that was due waits', async () => {
    const draft = await curator.act<{ article: { id: string; path: string } }>(
      'createArticle',
      { title: 'The clock and the leap second', body: TEXT },
      'article { id path }',
    );
    await community.admin.act('updateKnowledgeSettings', { requireReview: true }, '__typename');
    await server.db.database.query(
      `insert into article_schedule (article_id, publish_at, scheduled_by, problem, problem_kind)
       select id, now(), created_by, 'This version waits for its review.', 'REVIEW_MISSING'
         from article where title = 'The clock and the leap second'`,
    );
    const visitor = await Visitor.arrive(browser, server.url, { locale: 'de-DE' });
    await visitor.resume(curator.token ?? '');
    await visitor.goTo(`${draft.article.path}/edit`);
    await visitor.reads('Zuerst muss ihn jemand anders als der Verfasser freigeben.');
    expect(await visitor.page.getByText('waits for its review').count()).toBe(0);
    await visitor.leave();
  });
});
