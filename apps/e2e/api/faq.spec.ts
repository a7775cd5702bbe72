import { SaxesParser } from 'saxes';
import { Community } from '../support/community.js';
import type { Article, Person } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const BODY = `# Before you begin

Turn the heating off.

# Descale

Let a litre of citric acid run through it.

# Afterwards

Rinse twice.`;

interface ArticleView {
  id: string;
  path: string;
  locale: string;
  isOutdated: boolean;
  translatedVersion: number | null;
  original: { id: string } | null;
  translations: { id: string; locale: string }[];
  categories: { slug: string }[];
  headings: { level: number; text: string; anchor: string }[];
  related: { title: string }[];
  bodyHtml: string;
  contributors: { username: string }[];
}

const ARTICLE = `query ($slug: String!) { article(slug: $slug) { id path locale isOutdated translatedVersion
  original { id } translations { id locale } categories { slug } headings { level text anchor }
  related { title } bodyHtml(anchors: true) contributors { username } } }`;

/** The FAQ as an integrator finds it. Each part goes on where the last one ended. */
describe('the FAQ in its order and its languages', () => {
  let server: TestServer;
  let community: Community;
  let curator: Person;
  let helper: Person;
  let asker: Person;
  let original: Article;
  let german: Article;
  let categoryId: string;

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    curator = await community.join('curator', 'STAFF');
    helper = await community.join('helper');
    asker = await community.join('asker');
    original = await article('How to descale the boiler', BODY);
  });
  afterAll(() => server.stop());

  async function article(title: string, body: string, tag = 'boiler'): Promise<Article> {
    const question = await asker.ask({ title: `${title}?`, tags: [tag] });
    const answer = await helper.answer(question.id);
    const draft = await curator.promote(answer.id, { title, body });
    await curator.publish(draft.id);
    return draft;
  }

  const read = async ({ slug }: { slug: string }, reader = community.guest) => {
    const { article: found } = await reader.get<{ article: ArticleView | null }>(ARTICLE, { slug });
    if (!found) throw new Error(`nobody finds ${slug}`);
    return found;
  };
  const titles = async (args: string) => {
    const { articles } = await community.guest.get<{ articles: { nodes: { title: string }[] } }>(
      `{ articles(${args}) { nodes { title } } }`,
    );
    return articles.nodes.map(({ title }) => title);
  };
  const text = async (path: string) => {
    const response = await fetch(`${server.url}${path}`);
    return { status: response.status, text: await response.text() };
  };

  it('names the headings of an article and gives them ids to jump to', async () => {
    const { headings, bodyHtml } = await read(original);
    expect(headings.map((heading) => heading.text)).toEqual(['Before you begin', 'Descale', 'Afterwards']);
    for (const { level, anchor } of headings) expect(bodyHtml).toContain(`<h${level} id="${anchor}">`);
  });

  it('a curator translates an article; the draft is nobody else’s business until it is published', async () => {
    const input = {
      articleId: original.id,
      locale: 'de',
      title: 'So entkalkst du den Kessel',
      body: 'Einen Liter Zitronensäure durchlaufen lassen.',
      originalVersion: 1,
      clientMutationId: 'translation-1',
    };
    const selection = 'article { id slug path version }';
    german = (await curator.act<{ article: Article }>('translateArticle', input, selection)).article;
    const again = await curator.act<{ article: Article }>('translateArticle', input, selection);
    expect(again.article.id).toBe(german.id);
    expect(await curator.refusal('translateArticle', { ...input, clientMutationId: 'other' })).toMatchObject({
      code: 'CONFLICT',
      article: { slug: german.slug },
    });
    expect(await helper.refusal('translateArticle', input)).toMatchObject({ code: 'FORBIDDEN' });

    expect((await read(original)).translations).toEqual([]);
    expect((await read(original, curator)).translations).toEqual([{ id: german.id, locale: 'de' }]);
    await curator.publish(german.id);
    expect(await read(german)).toMatchObject({
      locale: 'de',
      original: { id: original.id },
      translations: [{ id: original.id, locale: 'en' }],
      translatedVersion: 1,
      isOutdated: false,
      contributors: [{ username: 'helper' }, { username: 'curator' }],
    });
  });

  it('readers see each article once, in their language where there is one', async () => {
    await article('How to bleed a radiator', 'Open the valve with the key until water comes.');
    expect(await titles('locale: "de"')).toEqual(['How to bleed a radiator', 'So entkalkst du den Kessel']);
    expect(await titles('locale: "en-GB"')).toEqual(['How to bleed a radiator', 'How to descale the boiler']);
    expect(await titles('status: null')).toHaveLength(3);
    const { faqLanguages } = await community.guest.get<{ faqLanguages: object[] }>(
      `{ faqLanguages { locale articleCount } }`,
    );
    expect(faqLanguages).toEqual([
      { locale: 'en', articleCount: 2 },
      { locale: 'de', articleCount: 1 },
    ]);
  });

  it('a newer original makes the translation outdated, and shows the translator what has changed', async () => {
    await curator.act(
      'editArticle',
      { articleId: original.id, expectedVersion: 1, body: BODY.replace('twice', 'three times') },
      '__typename',
    );
    expect((await read(german)).isOutdated).toBe(false);
    await curator.publish(original.id);
    expect((await read(german)).isOutdated).toBe(true);

    const queue = `{ outdatedTranslations { nodes { id originalChange { fromVersion toVersion
      diff { title { kind } body { kind spans { text changed } } } } } } }`;
    const { outdatedTranslations } = await curator.get<{ outdatedTranslations: { nodes: object[] } }>(queue);
    expect(outdatedTranslations.nodes).toMatchObject([
      { id: german.id, originalChange: { fromVersion: 1, toVersion: 2, diff: { title: [] } } },
    ]);
    expect(JSON.stringify(outdatedTranslations)).toContain('three');
    expect(await community.guest.code(queue)).toBe('UNAUTHENTICATED');
    expect(await helper.code(queue)).toBe('FORBIDDEN');

    await curator.act('confirmTranslation', { articleId: german.id }, '__typename');
    expect(await read(german)).toMatchObject({ isOutdated: false, translatedVersion: 2 });
  });

  it('articles stand in categories, in all their languages at once', async () => {
    const { category } = await curator.act<{ category: { id: string } }>(
      'createCategory',
      { name: 'Care & cleaning', slug: 'care', description: 'So that it lasts.' },
      'category { id }',
    );
    categoryId = category.id;
    await curator.act(
      'setArticleCategories',
      { articleId: german.id, categoryIds: [categoryId] },
      '__typename',
    );
    expect((await read(original)).categories).toEqual([{ slug: 'care' }]);

    const shelf = await community.guest.get<{ category: object }>(
      `{ category(slug: "care") { articleCount topArticles(locale: "de") { title }
           articles(locale: "de") { nodes { title } totalCount } } }`,
    );
    expect(shelf.category).toEqual({
      articleCount: 1,
      topArticles: [{ title: 'So entkalkst du den Kessel' }],
      articles: { nodes: [{ title: 'So entkalkst du den Kessel' }], totalCount: 1 },
    });
    expect(await titles('locale: "en", uncategorised: true')).toEqual(['How to bleed a radiator']);
    const refused = { articleId: original.id, categoryIds: [categoryId] };
    expect(await helper.refusal('setArticleCategories', refused)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('what is related need not share a tag: it reads alike', async () => {
    const body = 'Let a litre of citric acid stand in it for an hour.';
    const { slug } = await article('How to descale the kettle', body, 'kettle');
    const related = await until(
      async () => (await read({ slug })).related.map(({ title }) => title),
      (found) => found.includes('How to descale the boiler'),
    );
    expect(related).not.toContain('How to descale the kettle');
    expect(related).not.toContain('So entkalkst du den Kessel');
  });

  it.each([
    [
      '/feeds/faq.atom',
      ['How to descale the boiler', 'How to bleed a radiator'],
      ['So entkalkst du den Kessel'],
    ],
    ['/feeds/faq/de.atom', ['So entkalkst du den Kessel'], ['How to descale the boiler']],
    ['/feeds/faq/categories/care.atom', ['How to descale the boiler'], ['How to bleed a radiator']],
    ['/feeds/faq/categories/care/de.atom', ['So entkalkst du den Kessel'], ['How to descale the boiler']],
  ])('%s holds what it says', async (path, held, left) => {
    const feed = await text(path);
    expect(feed.status).toBe(200);
    new SaxesParser().write(feed.text).close();
    for (const title of held) expect(feed.text).toContain(title);
    for (const title of left) expect(feed.text).not.toContain(title);
  });

  it('feeds name those who are to be thanked for an article, and are valid without any of them', async () => {
    const entry = async () => {
      const { text: feed } = await text('/feeds/faq.atom');
      const found = feed.split('<entry>').find((part) => part.includes('How to descale the boiler')) ?? '';
      return [...found.matchAll(/<author>\s*<name>([^<]*)<\/name>\s*<uri>([^<]*)<\/uri>/g)].map(
        ([, name, uri]) => [name, uri?.replace(server.url, '')],
      );
    };
    await helper.act('editProfile', { displayName: 'Ada & <Söhne>' }, '__typename');
    expect(await entry()).toEqual([
      ['Ada &amp; &lt;Söhne&gt;', '/people/helper'],
      ['curator (staff)', '/people/curator'],
    ]);
    const { text: feed } = await text('/feeds/faq.atom');
    expect(feed.split('<entry>')[0]).toMatch(/<author>\s*<name>[^<]+<\/name>/);
  });

  it('a feed of a category or a language that there cannot be is a 404', async () => {
    expect((await text('/feeds/faq/categories/nothing.atom')).status).toBe(404);
    expect((await text('/feeds/faq/not_a_language.atom')).status).toBe(404);
  });

  it('the sitemap names the categories, and of each article the addresses in other languages', async () => {
    const sitemap = await text('/sitemap.xml');
    new SaxesParser({ xmlns: true }).write(sitemap.text).close();
    expect(sitemap.text).toContain(`<loc>${server.url}/faq/category/care</loc>`);
    const alternate = (locale: string, { path }: Article) =>
      `<xhtml:link rel="alternate" hreflang="${locale}" href="${server.url}${path}"/>`;
    expect(sitemap.text.split(alternate('de', german))).toHaveLength(3);
    expect(sitemap.text.split(alternate('en', original))).toHaveLength(3);
  });
});
