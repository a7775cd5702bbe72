import { globalId } from '#libs/kernel';
import { Community } from '../support/community.js';
import type { Article, Person } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const GUIDE = {
  title: 'Setting the clock to winter time',
  body: '## The clock\n\nHold **both** buttons for six seconds. The clock goes back by an hour.',
  tags: ['clock'],
};

const GAP = `id state answeredAt assignee { username } article { slug } history { kind by { username } article { slug } }`;

/** From a gap to an article that nobody had answered before, as an outside client sees it. */
describe('an article that is written from scratch', () => {
  let server: TestServer;
  let community: Community;
  let curator: Person;
  let gapId: string;
  let article: Article;

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    curator = await community.join('curator', 'STAFF');
    gapId = await aGap('winter time clock');
  });
  afterAll(() => server.stop());

  async function aGap(title: string): Promise<string> {
    const row = await server.db.database.one<{ id: number }>(
      `insert into knowledge_gap (stems, language, words, title, searches_without_results, first_at, last_at)
       values ($1, 'en', $1, $2, 4, now(), now()) returning id`,
      [title.split(' '), title],
    );
    return globalId('knowledgeGap', row?.id ?? 0);
  }

  const gap = async (id = gapId) =>
    (
      await curator.get<{ node: Record<string, unknown> }>(
        `query ($id: ID!) { node(id: $id) { ... on KnowledgeGap { ${GAP} } } }`,
        { id },
      )
    ).node;

  const read = (client: { get: Person['get'] }) =>
    client.get<{ article: Record<string, unknown> | null }>(
      `query ($slug: String!) { article(slug: $slug) {
         status locale isMadeOfAnswers tags { name } sources { answer { id } } sourceAnswer { id } sourceQuestion { id }
         contributors { username } bodyHtml related { id } isOutdated translations { id } } }`,
      { slug: article.slug },
    );

  it('is a draft that only curators see, names its author, and makes the gap their task', async () => {
    const input = { ...GUIDE, gapId, clientMutationId: 'winter' };
    const made = await curator.act<{ article: Article }>(
      'createArticle',
      input,
      'article { id slug path version }',
    );
    article = made.article;
    expect(article).toMatchObject({ slug: 'setting-the-clock-to-winter-time', version: 1 });
    const again = await curator.act<{ article: Article }>('createArticle', input, 'article { id }');
    expect(again.article.id).toBe(article.id);
    expect((await read(curator)).article).toMatchObject({
      status: 'DRAFT',
      locale: 'en',
      isMadeOfAnswers: false,
      tags: [{ name: 'clock' }],
      sources: [],
      sourceAnswer: null,
      sourceQuestion: null,
      contributors: [{ username: 'curator' }],
      related: [],
      isOutdated: false,
    });
    expect((await read(community.guest)).article).toBeNull();
    expect(await gap()).toMatchObject({
      state: 'TAKEN',
      answeredAt: null,
      assignee: { username: 'curator' },
      article: { slug: article.slug },
      history: [{ kind: 'ARTICLE_BEGUN', by: { username: 'curator' }, article: { slug: article.slug } }],
    });
  });

  it('answers the gap once it is published, and is found, fed and translated like any other', async () => {
    await curator.publish(article.id);
    expect(await gap()).toMatchObject({
      state: 'DONE',
      answeredAt: expect.any(String) as string,
      assignee: null,
      history: [{ kind: 'ARTICLE_BEGUN' }, { kind: 'ANSWERED', by: { username: 'curator' } }],
    });
    expect((await read(community.guest)).article).toMatchObject({ status: 'PUBLISHED', sources: [] });
    const search = () =>
      community.guest.get<{ search: { hits: { subject: { slug: string } }[] } }>(
        `{ search(query: "wintre time clock author:curator", first: 3) {
             hits { subject { ... on Article { slug } } } } }`,
      );
    await until(search, ({ search: { hits } }) => hits[0]?.subject.slug === article.slug, 30);
    const feed = await (await fetch(`${server.url}/feeds/faq.atom`)).text();
    expect(feed).toContain(`${server.url}${article.path}`);
    const text = {
      title: 'Die Uhr auf Winterzeit stellen',
      body: 'Beide Tasten sechs Sekunden lang halten.',
    };
    const german = await curator.act<{ article: { isMadeOfAnswers: boolean; original: { slug: string } } }>(
      'translateArticle',
      { articleId: article.id, locale: 'de', ...text },
      'article { isMadeOfAnswers original { slug } }',
    );
    expect(german.article).toEqual({ isMadeOfAnswers: false, original: { slug: article.slug } });
    const confirm = { articleId: article.id, expectedVersion: 1 };
    await curator.act('confirmArticle', confirm, 'article { confirmedAt }');
    expect((await curator.standing()).entries).toEqual([]);
  });

  it.each<[object, string]>([
    [{ title: 'Clocks' }, 'title'],
    [{ body: 'x' }, 'body'],
    [{ tags: ['not a tag?!'] }, 'tags'],
    [{ locale: '!!' }, 'locale'],
    [{ categoryIds: ['g_999'] }, 'categoryIds'],
    [{ appliesTo: [{ productId: 'p_999' }] }, 'appliesTo.0.productId'],
  ])('is refused at its field with %j', async (change, path) => {
    expect(await curator.refusal('createArticle', { ...GUIDE, ...change })).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path }],
    });
  });

  it('is not written for a gap that somebody else has, that is finished, or that there is not', async () => {
    const other = await community.join('another', 'STAFF');
    const [taken, dismissed] = [await aGap('summer time'), await aGap('leap second')];
    await other.act('takeGap', { gapId: taken }, '__typename');
    await other.act('dismissGap', { gapId: dismissed, reason: 'Our clocks know it.' }, '__typename');
    const refusal = (id: string) => curator.refusal('createArticle', { ...GUIDE, gapId: id });
    expect(await refusal(taken)).toMatchObject({ code: 'CONFLICT', assignee: 'another' });
    expect(await refusal(dismissed)).toMatchObject({ code: 'CONFLICT', state: 'DISMISSED' });
    expect(await refusal(gapId)).toMatchObject({ code: 'CONFLICT', state: 'DONE' });
    expect(await refusal('n_999999')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal('q_1')).toMatchObject({ code: 'NOT_FOUND' });
    const drafts = await curator.get<{ articles: { nodes: unknown[] } }>(
      `{ articles(status: DRAFT) { nodes { slug } } }`,
    );
    expect(drafts.articles.nodes).toEqual([{ slug: 'die-uhr-auf-winterzeit-stellen' }]);
  });

  it('is for curators to write', async () => {
    const member = await community.join('member');
    expect(await member.refusal('createArticle', GUIDE)).toMatchObject({
      code: 'FORBIDDEN',
      requires: 'STAFF',
    });
    expect(await community.guest.refusal('createArticle', GUIDE)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
