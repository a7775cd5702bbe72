import { Community } from '../support/community.js';
import type { Article, Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const REASONS = `staleReasons { kind votes notHelpful remark versions { name } }`;
const LABELS = 'appliesTo { label viewerVersion(versionIds: $versions) { isCovered version { name } } }';

interface Shown {
  article: {
    status: string;
    staleReasons: { kind: string; remark: string | null; versions: { name: string }[] }[];
    appliesTo: { label: string; viewerVersion: { isCovered: boolean } | null }[];
  };
}

/** An article is made for a version, its product goes on, and readers and curators learn of it. */
describe('an article stays true', () => {
  let server: TestServer;
  let community: Community;
  let curator: Person;
  let reader: Person;
  let answer: Posted;
  let article: Article;
  let product: string;
  let version: { first: string; second: string };

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    curator = await community.join('curator', 'STAFF');
    reader = await community.join('reader');
    const helper = await community.join('helper');
    const question = await reader.ask();
    answer = await helper.answer(question.id);
    await reader.accept(answer.id);
    product = (
      await curator.act<{ product: { id: string } }>('createProduct', { name: 'Kettle' }, 'product { id }')
    ).product.id;
    version = { first: await addVersion('1.0'), second: '' };
    article = await curator.promote(answer.id, { title: 'Descaling the boiler of a kettle' });
    await curator.publish(article.id);
  });
  afterAll(() => server.stop());

  const addVersion = async (name: string) => {
    const input = { productId: product, name };
    return (await curator.act<{ version: { id: string } }>('addProductVersion', input, 'version { id }'))
      .version.id;
  };
  const shown = async (person = community.guest, versions: string[] = []) =>
    (
      await person.get<Shown>(
        `query ($slug: String!, $versions: [ID!]) { article(slug: $slug) { status ${REASONS} ${LABELS} } }`,
        { slug: article.slug, versions },
      )
    ).article;
  const search = async (query: string) =>
    (
      await community.guest.get<{ search: { hits: { subject: { id?: string } }[] } }>(
        `query ($query: String!) { search(query: $query) { hits { subject { ... on Article { id } } } } }`,
        { query },
      )
    ).search.hits.map(({ subject }) => subject.id);

  it('says what it applies to, and readers of another version are told', async () => {
    version.second = await addVersion('2.0');
    await curator.act(
      'setArticleCare',
      {
        articleId: article.id,
        ownerId: curator.id,
        appliesTo: [{ productId: product, fromVersionId: version.second }],
      },
      'article { owner { username } reviewDueOn }',
    );
    await reader.act('setViewerVersion', { productId: product, versionId: version.first }, '__typename');
    expect((await shown(reader)).appliesTo).toEqual([
      { label: 'Kettle 2.0+', viewerVersion: { isCovered: false, version: { name: '1.0' } } },
    ]);
    expect((await shown(community.guest, [version.second])).appliesTo).toMatchObject([
      { viewerVersion: { isCovered: true } },
    ]);
    expect((await shown()).appliesTo).toMatchObject([{ viewerVersion: null }]);
  });

  it('is found by its product and its versions', async () => {
    await until(
      () => search('boiler product:kettle version:2.0'),
      (ids) => ids.includes(article.id),
    );
    expect(await search('boiler version:1.0')).not.toContain(article.id);
  });

  it('goes stale a moment after a new version, with the version named, and waits in its owner’s queue', async () => {
    await addVersion('3.0');
    const stale = await until(shown, ({ status }) => status === 'STALE');
    expect(stale.staleReasons).toMatchObject([{ kind: 'VERSION', versions: [{ name: '3.0' }] }]);
    const queue = (filter: string) =>
      curator.get<{ staleArticles: { nodes: { id: string }[] } }>(
        `{ staleArticles(${filter}) { nodes { id } } }`,
      );
    expect((await queue(`ownerId: "${curator.id}"`)).staleArticles.nodes).toEqual([{ id: article.id }]);
    expect((await queue('unowned: true')).staleArticles.nodes).toEqual([]);
    expect((await queue('kind: AGE')).staleArticles.nodes).toEqual([]);
  });

  it('is confirmed by a curator who has seen what readers see', async () => {
    const late = await curator.refusal('confirmArticle', { articleId: article.id, expectedVersion: 7 });
    expect([late.code, late['current']]).toEqual(['CONFLICT', { version: 1 }]);
    await curator.act('confirmArticle', { articleId: article.id, expectedVersion: 1 }, '__typename');
    expect(await shown()).toMatchObject({ status: 'PUBLISHED', staleReasons: [] });
  });

  it('tells readers that it is being checked, and only curators the remark', async () => {
    await curator.act(
      'markArticleStale',
      { articleId: article.id, remark: 'No acid any more' },
      '__typename',
    );
    expect((await shown()).staleReasons).toMatchObject([{ kind: 'MANUAL', remark: null }]);
    expect((await shown(reader)).staleReasons).toMatchObject([{ remark: null }]);
    expect((await shown(curator)).staleReasons).toMatchObject([{ remark: 'No acid any more' }]);
    await curator.act('confirmArticle', { articleId: article.id }, '__typename');
  });

  it('hears readers, who are nobody to the curators', async () => {
    const word = { articleId: article.id, helpful: false, reason: 'OUTDATED', comment: 'Mine has no lid.' };
    await reader.act('rateArticle', word, '__typename');
    const remarks = async () =>
      (
        await curator.get<{ articleRemarks: { nodes: { id: string; reason: string; comment: string }[] } }>(
          `query ($id: ID!) { articleRemarks(articleId: $id) { nodes { id reason comment article { slug } } } }`,
          { id: article.id },
        )
      ).articleRemarks.nodes;
    const [remark] = await remarks();
    expect(remark).toMatchObject({ reason: 'OUTDATED', comment: 'Mine has no lid.' });
    const node = `query ($id: ID!) { node(id: $id) { id } }`;
    expect(await reader.get(node, { id: remark?.id })).toEqual({ node: null });
    expect(await curator.get(node, { id: remark?.id })).toEqual({ node: { id: remark?.id } });
    await curator.act('resolveFeedback', { remarkId: remark?.id }, '__typename');
    expect(await remarks()).toEqual([]);
  });

  it('knows who asked all the same', async () => {
    const { question } = await reader.act<{ question: { id: string; askedAfter: { slug: string } } }>(
      'askQuestion',
      {
        title: 'How do I descale a kettle without a lid?',
        body: 'The article speaks of a lid, and mine has none at all.',
        tags: ['boiler'],
        articleId: article.id,
      },
      'question { id askedAfter { slug } }',
    );
    expect(question.askedAfter).toEqual({ slug: article.slug });
    const asked = `query ($slug: String!) { article(slug: $slug) { questionsAfter { nodes { id } } } }`;
    expect(await curator.get(asked, { slug: article.slug })).toEqual({
      article: { questionsAfter: { nodes: [{ id: question.id }] } },
    });
    expect(await reader.code(asked, { slug: article.slug })).toBe('FORBIDDEN');
  });

  it('is looked after by staff alone', async () => {
    const acts: [string, object, string][] = [
      ['setArticleCare', { articleId: article.id, ownerId: reader.id }, 'STAFF'],
      ['confirmArticle', { articleId: article.id }, 'STAFF'],
      ['markArticleStale', { articleId: article.id, remark: 'Wrong' }, 'STAFF'],
      ['confirmAnswerForVersion', { answerId: answer.id, versionId: version.second }, 'STAFF'],
      ['resolveFeedback', { remarkId: 'f_1' }, 'STAFF'],
      ['updateStaleRules', { drift: false }, 'ADMIN'],
    ];
    for (const [mutation, input, requires] of acts) {
      const refusal = await reader.refusal(mutation, input);
      expect([mutation, refusal.code, refusal['requires']]).toEqual([mutation, 'FORBIDDEN', requires]);
    }
    const queries = [
      'staleArticles { nodes { id } }',
      'answersToReview { nodes { version { id } } }',
      'articleRemarks { nodes { id } }',
      'curators { id }',
      'staleRules { drift }',
    ];
    for (const query of queries)
      expect([query, await reader.code(`{ ${query} }`)]).toEqual([query, 'FORBIDDEN']);
    const owner = await curator.refusal('setArticleCare', { articleId: article.id, ownerId: reader.id });
    expect(owner.fields?.map(({ path }) => path)).toEqual(['ownerId']);
  });
});
