import { GUEST, globalId } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { FaqDesk } from '../testing/faq-desk.js';

const GUIDE = {
  title: 'How do I pair two clocks?',
  body: 'Hold both buttons until both lights turn **blue**.',
  tags: ['pairing', 'clock'],
};

describe('an article that no answer is there for', () => {
  let db: TestDatabase;
  let desk: FaqDesk;
  beforeAll(async () => {
    db = await createTestDatabase();
    desk = new FaqDesk(db);
  });
  afterAll(() => db.drop());

  const count = async (table: string) =>
    (await db.database.one<{ n: number }>(`select count(*)::int as n from ${table}`))?.n;
  const thanked = async (article: number) =>
    (await desk.articles.contributors([article])).map(({ accountId }) => accountId);
  const sourcesOf = async (article: number) =>
    (await desk.sources.ofArticles([article])).map(({ answerId }) => answerId);

  it('is a draft in the language of the site, in the care of its author, who is named and not credited', async () => {
    const curator = await desk.curator();
    const article = await desk.writing.write(curator, GUIDE);
    expect(await desk.article(article)).toMatchObject({
      status: 'DRAFT',
      title: GUIDE.title,
      slug: 'how-do-i-pair-two-clocks',
      locale: 'en',
      version: 1,
      tags: ['pairing', 'clock'],
      ownerId: curator.accountId,
    });
    expect(await sourcesOf(article)).toEqual([]);
    expect(await thanked(article)).toEqual([curator.accountId]);
    await desk.publication.publish(curator, article);
    expect(await desk.promotionCredit(curator)).toBe(0);
    expect(await desk.articles.countsByAuthor([curator.accountId])).toEqual([]);
    expect(desk.begun).toContainEqual({ articleId: article, gapId: null });
    const acts = await db.database.query(
      `select action, details from audit_record where subject_kind = 'article' and subject_id = $1 order by id`,
      [article],
    );
    expect(acts).toMatchObject([
      { action: 'article.written', details: { locale: 'en' } },
      { action: 'article.published' },
    ]);
  });

  it('lives like any other: it is edited, checked, goes stale by age and a new version, and is archived', async () => {
    const curator = await desk.curator();
    const { productId, versionIds } = await desk.make.product({ versions: ['1.0'] });
    const article = await desk.writing.write(curator, {
      ...GUIDE,
      appliesTo: [
        {
          productId: globalId('product', productId),
          fromVersionId: globalId('productVersion', versionIds[0]!),
        },
      ],
    });
    await desk.publication.publish(curator, article);
    expect(await desk.freshness.ranges([article])).toMatchObject([{ productId }]);
    await desk.catalogue.versions.add(curator, { productId, name: '2.0' });
    await desk.staleness.look({ productId });
    expect((await desk.article(article)).status).toBe('STALE');
    await desk.confirmation.confirm(curator, article);
    expect((await desk.article(article)).status).toBe('PUBLISHED');
    await db.database.query(
      `update article set confirmed_at = confirmed_at - interval '2 years' where id = $1`,
      [article],
    );
    await db.database.query(
      `update article_version set created_at = created_at - interval '2 years' where article_id = $1`,
      [article],
    );
    await desk.staleness.look({});
    expect((await desk.article(article)).status).toBe('STALE');
    await desk.editing.edit(curator, article, {
      expectedVersion: 1,
      body: 'Hold one button, then the other.',
    });
    await desk.publication.publish(curator, article);
    expect(await desk.article(article)).toMatchObject({ status: 'PUBLISHED', version: 2 });
    await desk.publication.archive(curator, article);
    await desk.publication.publish(curator, article);
    expect((await desk.article(article)).status).toBe('PUBLISHED');
    expect(desk.drifted).not.toContain(article);
  });

  it('may be given an answer later, whose author is credited then, and do without it again', async () => {
    const curator = await desk.curator();
    const article = await desk.writing.write(curator, GUIDE);
    await desk.publication.publish(curator, article);
    const { answer, helper } = await desk.solvedQuestion();
    await desk.articleSources.add(curator, article, answer);
    expect(await thanked(article)).toEqual([helper.accountId, curator.accountId]);
    expect(await desk.promotionCredit(helper)).toBe(25);
    await desk.articleSources.remove(curator, article, answer);
    expect(await sourcesOf(article)).toEqual([]);
    expect(await thanked(article)).toEqual([curator.accountId]);
    expect(await desk.promotionCredit(helper)).toBe(0);
    expect(await desk.candidateIds()).toContain(answer);
  });

  it('is made once, however often it is sent, and not at all where a part of it is refused', async () => {
    const curator = await desk.curator();
    const sent = { ...GUIDE, title: 'How do I pair three clocks?', clientMutationId: 'three' };
    const article = await desk.writing.write(curator, sent);
    expect(await desk.writing.write(curator, sent)).toBe(article);
    await expect(
      desk.writing.write(curator, { ...sent, title: 'How about four clocks?' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    const before = await count('article');
    await expect(desk.writing.write(curator, { ...GUIDE, categoryIds: [999_999] })).rejects.toMatchObject({
      fields: [{ path: 'categoryIds' }],
    });
    const nothing = { productId: globalId('product', 999_999) };
    await expect(desk.writing.write(curator, { ...GUIDE, appliesTo: [nothing] })).rejects.toMatchObject({
      fields: [{ path: 'appliesTo.0.productId' }],
    });
    expect(await count('article')).toBe(before);
  });

  it.each<[string, object, string]>([
    ['a short title', { title: 'Clocks' }, 'title'],
    ['no text', { body: '  ' }, 'body'],
    ['six tags', { tags: ['a1', 'b2', 'c3', 'd4', 'e5', 'f6'] }, 'tags'],
    ['a language that is none', { locale: 'klingon please' }, 'locale'],
  ])('is refused with %s, at its field', async (_, change, path) => {
    await expect(desk.writing.write(await desk.curator(), { ...GUIDE, ...change })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path }],
    });
  });

  it('is for those to write who may make articles of answers', async () => {
    for (const role of ['MEMBER', 'SUPERUSER', 'MODERATOR'] as const) {
      await expect(desk.writing.write(await desk.make.member({ role }), GUIDE)).rejects.toMatchObject({
        requires: 'STAFF',
      });
    }
    await expect(desk.writing.write(GUEST, GUIDE)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await desk.writing.write(await desk.make.member({ role: 'ADMIN' }), GUIDE);
  });
});
