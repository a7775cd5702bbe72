import { Community } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

const SAMPLE = `query ($id: ID!, $name: String!, $slug: String!) {
  user(username: $name) { id reputationEntries { nodes { id } } }
  question(id: $id) {
    id tags { id } comments { nodes { id } } revisions { nodes { id } } answers { nodes { id } }
  }
  article(slug: $slug) { id versions { nodes { id } } }
  auditRecords { nodes { id } }
  viewer { id notices { nodes { id } } }
  mails { nodes { id } } }`;

interface Sample {
  user: { id: string; reputationEntries: Nodes };
  question: { id: string; tags: { id: string }[]; comments: Nodes; revisions: Nodes; answers: Nodes };
  article: { id: string; versions: Nodes };
  auditRecords: Nodes;
  viewer: { notices: Nodes };
  mails: Nodes;
}

interface Nodes {
  nodes: { id: string }[];
}

describe('one id for everything', () => {
  let server: TestServer;
  let community: Community;
  /** The id of one thing of each kind. */
  let ids: Record<string, string>;

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    const [asker, helper] = [await community.join('asker'), await community.join('helper')];
    const question = await asker.ask();
    const answer = await helper.answer(question.id);
    await asker.vote(answer.id, 'UP');
    await asker.comment(question.id);
    const article = await community.admin.promote(answer.id);
    await community.guest.act('requestPasswordReset', { email: 'helper@example.com' }, 'ok');
    await server.db.database.query(
      `insert into notice (account_id, kind, key) select id, 'RULES_CHANGED', 'rules:2' from account where is_founder`,
    );
    const sample = await community.admin.get<Sample>(SAMPLE, {
      id: question.id,
      name: helper.username,
      slug: article.slug,
    });
    ids = {
      User: sample.user.id,
      ReputationEntry: first(sample.user.reputationEntries),
      Question: sample.question.id,
      Answer: first(sample.question.answers),
      Comment: first(sample.question.comments),
      Tag: sample.question.tags[0]?.id ?? '',
      Revision: first(sample.question.revisions),
      Article: sample.article.id,
      'Revision of an article': first(sample.article.versions),
      AuditRecord: first(sample.auditRecords),
      Notice: first(sample.viewer.notices),
      Mail: first(sample.mails),
    };
  });
  afterAll(() => server.stop());

  const first = (list: Nodes) => list.nodes[0]?.id ?? '';

  it.each([
    'User',
    'ReputationEntry',
    'Question',
    'Answer',
    'Comment',
    'Tag',
    'Revision',
    'Article',
    'Revision of an article',
    'AuditRecord',
    'Notice',
    'Mail',
  ])('node(id) finds a %s by the id that it has everywhere', async (kind) => {
    const { node } = await community.admin.get<{ node: unknown }>(
      `query ($id: ID!) { node(id: $id) { __typename id } }`,
      { id: ids[kind] },
    );
    expect(node).toEqual({ __typename: kind.split(' ')[0], id: ids[kind] });
  });

  it('all of them differ', () => {
    expect(new Set(Object.values(ids)).size).toBe(Object.keys(ids).length);
  });

  it.each(['', 'nonsense', 'q_0', 'q_-1', 'q_999999', 'x_1', 'q_1 or 1=1', 'q_99999999999999999999', 'Q_1'])(
    'an id that leads nowhere (“%s”) gives null',
    async (id) => {
      const query = `query ($id: ID!) { node(id: $id) { id } question(id: $id) { id } }`;
      expect(await community.guest.get(query, { id })).toEqual({ node: null, question: null });
    },
  );

  it('the id of one kind finds nothing where another kind is meant', async () => {
    const refusal = await community.admin.refusal('postAnswer', {
      questionId: ids['Answer'],
      body: 'An answer to an answer, is that possible?',
    });
    expect(refusal).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('mails and records are for those who run the site, notices for who was told', async () => {
    for (const kind of ['AuditRecord', 'Notice', 'Mail', 'Revision of an article']) {
      const query = `query ($id: ID!) { node(id: $id) { id } }`;
      expect(await community.guest.get(query, { id: ids[kind] })).toEqual({ node: null });
    }
  });
});
