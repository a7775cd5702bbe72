import type { Client } from '../support/client.js';
import { Community } from '../support/community.js';
import type { Article, Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

/** What is deleted, in the making or archived, for everybody who might look for it, wherever it could turn up. */
describe('who finds what is not for everybody', () => {
  let server: TestServer;
  let community: Community;
  let author: Person;
  let curator: Person;
  /** Everybody who looks. Those who moderate and the author may see more than the others. */
  let viewers: Record<'guest' | 'member' | 'author' | 'superuser' | 'moderator' | 'curator', Client>;
  let open: Posted;
  let hidden: Posted;
  let answerInHidden: Posted;
  let commentInHidden: string;
  let hiddenAnswer: Posted;
  let draft: Article;
  let archived: Article;

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    author = await community.join('author');
    curator = await community.join('curator', 'STAFF');
    viewers = {
      guest: community.guest,
      member: await community.join('member'),
      author,
      superuser: await community.join('trusty', 'SUPERUSER'),
      moderator: await community.join('mona', 'MODERATOR'),
      curator,
    };
    const other = await community.join('other');
    open = await author.ask({ title: 'Visible gasket question for everybody', tags: ['gasket'] });
    hiddenAnswer = await author.answer(open.id, 'A hidden answer about the zirconium gasket.');
    await community.admin.vote(hiddenAnswer.id, 'UP');
    await author.remove(hiddenAnswer.id);

    hidden = await author.ask({ title: 'Hidden gasket question that was deleted', tags: ['gasket'] });
    answerInHidden = await other.answer(hidden.id, 'An answer below the hidden gasket question.');
    commentInHidden = await other.comment(hidden.id, 'A comment below it.');
    await community.admin.remove(hidden.id);

    const best = await other.answer(open.id, 'Grease the gasket with silicone, never with oil.');
    draft = await curator.promote(best.id, { title: 'Greasing a gasket, still a draft' });
    const second = await other.answer(open.id, 'Old advice about the gasket: use oil on it.');
    archived = await curator.promote(second.id, { title: 'Oiling a gasket, now archived' });
    await curator.publish(archived.id);
    await curator.act('archiveArticle', { articleId: archived.id }, '__typename');
    await until(
      async () => (await search(community.guest, 'gasket')).map(({ id }) => id),
      (ids) => ids.includes(open.id) && ids.length === 1,
    );
  });
  afterAll(() => server.stop());

  const nodeFor = async (viewer: Client, id: string) =>
    (
      await viewer.get<{ node: { id: string } | null }>(`query ($id: ID!) { node(id: $id) { id } }`, {
        id,
      })
    ).node?.id ?? null;
  const search = async (viewer: Client, query: string) =>
    (
      await viewer.get<{ search: { estimatedTotal: number; hits: { subject: { id: string } }[] } }>(
        `query ($query: String!) { search(query: $query) { estimatedTotal hits { subject { ... on Article { id } ... on Question { id } } } } }`,
        { query },
      )
    ).search.hits.map(({ subject }) => subject);
  /** Who of all viewers is given the thing. */
  const seenBy = async (id: string) => {
    const names = Object.keys(viewers) as (keyof typeof viewers)[];
    const found = await Promise.all(names.map((name) => nodeFor(viewers[name], id)));
    return names.filter((_, n) => found[n] === id);
  };

  it('a deleted question is for its author and those who moderate', async () => {
    expect(await seenBy(hidden.id)).toEqual(['author', 'superuser', 'moderator', 'curator']);
  });

  it('so is what hangs on it: answers, comments and versions', async () => {
    expect(await seenBy(answerInHidden.id)).toEqual(['author', 'superuser', 'moderator', 'curator']);
    expect(await seenBy(commentInHidden)).toEqual(['author', 'superuser', 'moderator', 'curator']);
    const { question } = await author.get<{ question: { revisions: { nodes: { id: string }[] } } }>(
      `query ($id: ID!) { question(id: $id) { revisions { nodes { id } } } }`,
      { id: hidden.id },
    );
    expect(await seenBy(question.revisions.nodes[0]?.id ?? '')).toEqual([
      'author',
      'superuser',
      'moderator',
      'curator',
    ]);
  });

  it('a deleted answer likewise, and it is not counted', async () => {
    expect(await seenBy(hiddenAnswer.id)).toEqual(['author', 'superuser', 'moderator', 'curator']);
    for (const viewer of [viewers.guest, viewers.member]) {
      const { question } = await viewer.get<{ question: { answerCount: number; answers: Nodes } }>(
        `query ($id: ID!) { question(id: $id) { answerCount answers { totalCount nodes { id } } } }`,
        { id: open.id },
      );
      expect(question.answerCount).toBe(2);
      expect(question.answers.nodes.map(({ id }) => id)).not.toContain(hiddenAnswer.id);
      expect(question.answers.totalCount ?? 2).toBe(2);
    }
  });

  it('drafts and archived articles are for curators, by id, by address and in lists', async () => {
    for (const article of [draft, archived]) {
      expect(await seenBy(article.id)).toEqual(['curator']);
      const bySlug = `query ($slug: String!) { article(slug: $slug) { id } }`;
      expect(await viewers.moderator.get(bySlug, { slug: article.slug })).toEqual({ article: null });
      expect(await viewers.curator.get(bySlug, { slug: article.slug })).toEqual({
        article: { id: article.id },
      });
    }
    const list = (status: string) => `{ articles(status: ${status}) { nodes { id } } }`;
    expect(await viewers.guest.code(list('DRAFT'))).toBe('UNAUTHENTICATED');
    expect(await viewers.moderator.code(list('ARCHIVED'))).toBe('FORBIDDEN');
    expect(await viewers.curator.get(list('DRAFT'))).toEqual({ articles: { nodes: [{ id: draft.id }] } });
    expect(await viewers.guest.get(list('PUBLISHED'))).toEqual({ articles: { nodes: [] } });
  });

  it('no list, count, profile or tag tells of them', async () => {
    for (const viewer of Object.values(viewers)) {
      const seen = await viewer.get<Record<string, unknown>>(
        `{ questions { nodes { id } }
           tagged: questions(filter: { tags: ["gasket"] }) { nodes { id } }
           user(username: "author") { questionCount answerCount questions { nodes { id } } answers { nodes { id } } }
           tag(name: "gasket") { questionCount }
           tags { nodes { name questionCount } } }`,
      );
      expect(seen).toEqual({
        questions: { nodes: [{ id: open.id }] },
        tagged: { nodes: [{ id: open.id }] },
        user: {
          questionCount: 1,
          answerCount: 0,
          questions: { nodes: [{ id: open.id }] },
          answers: { nodes: [] },
        },
        tag: { questionCount: 1 },
        tags: { nodes: [{ name: 'gasket', questionCount: 1 }] },
      });
    }
  });

  it.each(['gasket', 'hidden', 'zirconium', 'greasing draft', 'oiling archived'])(
    'searching for “%s” never finds, nor counts, what is hidden',
    async (words) => {
      for (const viewer of Object.values(viewers)) {
        const ids = (await search(viewer, words)).map(({ id }) => id);
        expect(ids.filter((id) => id !== open.id)).toEqual([]);
        const { suggest } = await viewer.get<{ suggest: { subject: { id: string } }[] }>(
          `query ($title: String!) { suggest(title: $title) { subject { ... on Article { id } ... on Question { id } } } }`,
          { title: `${words} ${words} please help` },
        );
        expect(suggest.map(({ subject }) => subject.id).filter((id) => id !== open.id)).toEqual([]);
      }
    },
  );

  it('feeds and the sitemap do not tell either', async () => {
    for (const path of ['/feeds/questions.atom', '/feeds/tags/gasket.atom', '/sitemap.xml']) {
      const text = await (await fetch(`${server.url}${path}`)).text();
      expect(text).toContain('visible-gasket-question');
      expect(text).not.toMatch(/hidden-gasket|Hidden gasket|zirconium|greasing-a|oiling-a/);
    }
    expect((await fetch(`${server.url}/feeds/questions/${hidden.id.slice(2)}.atom`)).status).toBe(404);
  });

  it('the ledger keeps the lines of deleted posts and does not name the posts', async () => {
    const entries = `{ user(username: "author") { reputation reputationEntries { nodes { delta post { id } } } } }`;
    expect(await viewers.guest.get(entries)).toEqual({
      user: {
        reputation: 0,
        reputationEntries: {
          nodes: [
            { delta: -10, post: null },
            { delta: 10, post: null },
          ],
        },
      },
    });
  });

  it('its page is a 404 for strangers, and nobody may act on what they cannot see', async () => {
    expect((await fetch(`${server.url}${hidden.path}`)).status).toBe(404);
    expect((await fetch(`${server.url}${draft.path}`)).status).toBe(404);
    const member = viewers.member;
    const acts: [string, object][] = [
      ['postAnswer', { questionId: hidden.id, body: 'I can still answer, can I not?' }],
      ['addComment', { postId: hiddenAnswer.id, body: 'Hello?' }],
      ['castVote', { postId: hiddenAnswer.id, value: 'UP' }],
      ['editQuestion', { questionId: hidden.id, title: 'A new title for what is gone' }],
      ['deletePost', { postId: hidden.id }],
      ['restorePost', { postId: hidden.id }],
      ['rateArticle', { articleId: draft.id, helpful: true }],
    ];
    for (const [mutation, input] of acts) {
      expect([mutation, (await member.refusal(mutation, input)).code]).toEqual([mutation, 'NOT_FOUND']);
    }
  });
});

interface Nodes {
  totalCount: number | null;
  nodes: { id: string }[];
}
