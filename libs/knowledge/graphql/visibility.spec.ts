import { AccountLoader, AccountQueries } from '#libs/accounts';
import type { Answer } from '#libs/forum';
import { PostLoader, PostQueries, TagByNameLoader, TagQueries } from '#libs/forum';
import { GUEST, globalId } from '#libs/kernel';
import type { Role, Viewer } from '#libs/kernel';
import { NodeSources, countingStatements } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { FaqQueries } from '../persistence/faq.queries.js';
import { FaqDesk } from '../testing/faq-desk.js';
import { ArticleFieldsResolver } from './article.fields.resolver.js';
import * as loaders from './article.loaders.js';
import { CandidatesResolver } from './candidates.resolver.js';
import { ArticleLifeResolver } from './life.fields.resolver.js';
import * as lifeLoaders from './life.loaders.js';
import { ReviewQueries } from '../persistence/review.queries.js';
import { ScheduleQueries } from '../persistence/schedule.queries.js';
import { ArticleQueriesResolver } from './article.queries.resolver.js';
import { AnswerArticleResolver, AuthorArticlesResolver } from './forum.fields.resolvers.js';
import { KnowledgeNodes } from './knowledge.nodes.js';
import { TagsByNames } from './tags-by-names.js';

const READERS = ['GUEST', 'MEMBER', 'SUPERUSER', 'MODERATOR'] as const;
const CURATORS = ['STAFF', 'ADMIN'] as const;
const STATUSES = ['DRAFT', 'PUBLISHED', 'STALE', 'ARCHIVED'] as const;

describe('who sees which article', () => {
  let db: TestDatabase;
  let desk: FaqDesk;
  let queries: ArticleQueriesResolver;
  let queue: CandidatesResolver;
  let life: ArticleLifeResolver;
  let fields: ArticleFieldsResolver;
  let ofAnswer: AnswerArticleResolver;
  let ofAuthor: AuthorArticlesResolver;
  let posts: PostLoader;
  let accounts: AccountLoader;
  const nodes = new NodeSources();
  /** One article in each state, with the answer that it was made of. */
  const made = new Map<string, { article: number; answer: number; slug: string; version: string }>();
  let author: number;

  beforeAll(async () => {
    db = await createTestDatabase();
    desk = new FaqDesk(db);
    wire();
    const helper = await desk.make.member();
    author = helper.accountId;
    for (const status of STATUSES) made.set(status, await articleThatIs(status));

    async function articleThatIs(status: (typeof STATUSES)[number]) {
      const curator = await desk.curator();
      const answer = await desk.make.answer({ author: helper });
      const article = await desk.promotion.promote(curator, answer, {});
      if (status !== 'DRAFT') await desk.publication.publish(curator, article);
      if (status === 'ARCHIVED') await desk.publication.archive(curator, article);
      if (status === 'STALE') {
        await db.database.query(`update article set status = 'STALE' where id = $1`, [article]);
      }
      const { slug } = await desk.article(article);
      const { rows } = await desk.versions.ofArticle(article, { first: 1 });
      return { article, answer, slug, version: globalId('articleVersion', rows[0]?.id ?? 0) };
    }
  });
  afterAll(() => db.drop());

  function wire(): void {
    const { articles, versions, candidates } = desk;
    accounts = new AccountLoader(new AccountQueries(db.database));
    const postQueries = new PostQueries(db.database);
    posts = new PostLoader(postQueries);
    const articleLoader = new loaders.ArticleLoader(articles);
    queries = new ArticleQueriesResolver(
      articles,
      new FaqQueries(db.database),
      new ReviewQueries(db.database),
    );
    queue = new CandidatesResolver(candidates, desk.candidateDesk);
    life = new ArticleLifeResolver(
      posts,
      new lifeLoaders.SourceTextsLoader(desk.sources),
      new lifeLoaders.ReviewsLoader(new ReviewQueries(db.database)),
      new lifeLoaders.ScheduleLoader(new ScheduleQueries(db.database)),
    );
    ofAnswer = new AnswerArticleResolver(new loaders.ArticleOfAnswerLoader(articles));
    ofAuthor = new AuthorArticlesResolver(new loaders.ArticleCountLoader(articles));
    new KnowledgeNodes(nodes, articleLoader, versions, desk.readerRemarks);
    fields = new ArticleFieldsResolver(
      accounts,
      posts,
      new TagsByNames(new TagByNameLoader(new TagQueries(db.database))),
      new loaders.VersionTextLoader(versions),
      new loaders.ArticleSourceLoader(articles),
      new loaders.ContributorsLoader(articles),
      new loaders.ViewerFeedbackLoader(articles),
      versions,
    );
  }

  function contextOf(role: Role | 'GUEST'): RequestContext {
    const viewer: Viewer =
      role === 'GUEST' ? GUEST : { accountId: 9_999_999, role, reputation: 0, privileges: [] };
    return {
      viewer,
      requestId: 'request',
      address: '127.0.0.1',
      sessionToken: null,
      guestKey: Buffer.from('guest'),
      refusesRecording: false,
      setSession: () => undefined,
      loaders: new Map(),
    };
  }

  /** The states in which the viewer meets the article by each of the ways that lead to one. */
  async function seenBy(role: Role | 'GUEST') {
    const ways: Record<string, string[]> = { bySlug: [], byId: [], byAnswer: [], byVersion: [] };
    for (const [status, { article, answer, slug, version }] of made) {
      const context = contextOf(role);
      if (await queries.article(context, slug)) ways['bySlug']?.push(status);
      if (await nodes.find(globalId('article', article), context)) ways['byId']?.push(status);
      const post = (await posts.answer(context, answer)) as Answer;
      if (await ofAnswer.article(post, context)) ways['byAnswer']?.push(status);
      if (await nodes.find(version, context)) ways['byVersion']?.push(status);
    }
    return ways;
  }

  it.each(READERS)('%s: what is published, and nothing of the rest', async (role) => {
    expect(await seenBy(role)).toEqual({
      bySlug: ['PUBLISHED', 'STALE'],
      byId: ['PUBLISHED', 'STALE'],
      byAnswer: ['PUBLISHED', 'STALE'],
      byVersion: [],
    });
  });

  it.each(CURATORS)(
    '%s: everything; an archived article is no longer what the answer became',
    async (role) => {
      expect(await seenBy(role)).toEqual({
        bySlug: [...STATUSES],
        byId: [...STATUSES],
        byAnswer: ['DRAFT', 'PUBLISHED', 'STALE'],
        byVersion: [...STATUSES],
      });
    },
  );

  it.each([...READERS, ...CURATORS])('%s: lists by status', async (role) => {
    const list = async (status: (typeof STATUSES)[number]) =>
      queries.articles(contextOf(role), { first: 20, status }).then(
        (page) => page.nodes.map((article) => article.slug),
        (error: { code: string }) => error.code,
      );
    const isCurator = CURATORS.some((curator) => curator === role);
    const refusal = role === 'GUEST' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    const only = (status: string) => [made.get(status)?.slug];
    expect(await list('PUBLISHED')).toEqual(only('PUBLISHED'));
    expect(await list('STALE')).toEqual(only('STALE'));
    expect(await list('DRAFT')).toEqual(isCurator ? only('DRAFT') : refusal);
    expect(await list('ARCHIVED')).toEqual(isCurator ? only('ARCHIVED') : refusal);
  });

  it.each([...READERS, ...CURATORS])('%s: candidates, working copies and versions', async (role) => {
    const context = contextOf(role);
    const article = await queries.article(context, made.get('PUBLISHED')?.slug ?? '');
    if (!article) throw new Error('the published article must be there for everybody');
    const attempts = [
      () => queue.promotionCandidates(context, { first: 20 }),
      () => queue.promotionCandidates(context, { first: 20, state: 'DECLINED' }),
      () => queries.articles(context, { first: 20, reviewState: 'REQUESTED' }),
      () => life.reviewState(article, context),
      () => life.reviews(article, context),
      () => life.schedule(article, context),
      () => fields.workingCopy(article, context),
      () => fields.versions(article, context, { first: 20 }),
    ];
    const isCurator = CURATORS.some((curator) => curator === role);
    for (const attempt of attempts) {
      if (isCurator) await attempt();
      else {
        await expect(attempt()).rejects.toMatchObject(
          role === 'GUEST' ? { code: 'UNAUTHENTICATED' } : { code: 'FORBIDDEN', requires: 'STAFF' },
        );
      }
    }
    expect(fields.viewerCan(article, context)).toEqual({
      edit: isCurator,
      publish: false,
      archive: isCurator,
    });
  });

  it('shows readers the published text while curators work on the next one', async () => {
    const { article, slug } = made.get('PUBLISHED')!;
    const curator = await desk.curator();
    await desk.editing.edit(curator, article, {
      expectedVersion: 1,
      body: 'A text that is not for readers yet, since nobody has read it through.',
    });
    const seen = async (role: Role | 'GUEST') => {
      const context = contextOf(role);
      const shown = await queries.article(context, slug);
      if (!shown) throw new Error('it is published');
      return {
        version: shown.version,
        body: await fields.body(shown, context),
        hasUnpublishedChanges: fields.hasUnpublishedChanges(shown, context),
      };
    };
    const published = 'Hold the button for five seconds, then turn the wheel.';
    expect(await seen('MEMBER')).toEqual({ version: 1, body: published, hasUnpublishedChanges: false });
    expect(await seen('STAFF')).toEqual({ version: 1, body: published, hasUnpublishedChanges: true });

    const context = contextOf('STAFF');
    const shown = (await queries.article(context, slug))!;
    expect(await fields.workingCopy(shown, context)).toMatchObject({
      version: 2,
      body: 'A text that is not for readers yet, since nobody has read it through.',
    });
  });

  it('counts for a person only what everybody can read', async () => {
    const context = contextOf('STAFF');
    const user = await accounts.load(context, author);
    expect(await ofAuthor.articleCount(user!, context)).toBe(2);
  });

  it('reads a list with everything that hangs on it by a fixed number of statements', async () => {
    const load = async (first: number) => {
      const context = contextOf('ADMIN');
      const { statements } = await countingStatements(async () => {
        const { nodes: articles } = await queries.articles(context, { first, status: 'PUBLISHED' });
        await Promise.all(
          articles.flatMap((article) => [
            fields.bodyHtml(article, context),
            fields.tags(article, context),
            fields.workingCopy(article, context),
            fields.contributors(article, context),
            fields.sourceAnswer(article, context),
            fields.sourceQuestion(article, context),
            fields.viewerFeedback(article, context),
            life.sources(article, context),
            life.reviewState(article, context),
            life.schedule(article, context),
          ]),
        );
      });
      return statements;
    };
    for (let i = 0; i < 4; i++) await desk.publishedArticle();
    expect(await load(5)).toBe(await load(1));
  });
});
