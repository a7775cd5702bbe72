import { Community, Person } from '../support/community.js';
import type { Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

/** The same things at the same moment: what people on two phones, retries and scripts do to a site. */
describe('many at once', () => {
  let server: TestServer;
  /** Those who came to the empty site at the same moment. */
  let arrivals: Person[];
  let community: Community;
  let asker: Person;
  let question: Posted;

  beforeAll(async () => {
    server = await startServer();
    arrivals = await Promise.all(['first', 'second'].map((name) => Person.join(server.url, name)));
    const roles = await Promise.all(arrivals.map(roleOf));
    community = new Community(server.url, arrivals[roles.indexOf('ADMIN')] ?? arrivals[0]!);
    asker = await community.join('asker');
    question = await asker.ask();
  });
  afterAll(() => server.stop());

  const roleOf = async (person: Person) =>
    (await person.get<{ viewer: { role: string } }>('{ viewer { role } }')).viewer.role;
  const times = <Result>(count: number, act: (n: number) => Promise<Result>) =>
    Promise.all(Array.from({ length: count }, (_, n) => act(n)));
  const rows = async (sql: string, ...parameters: unknown[]) =>
    (await server.db.database.one<{ count: number }>(`select count(*)::int as count from ${sql}`, parameters))
      ?.count;

  it('two first accounts at once: one runs the site, the other one is a member', async () => {
    expect((await Promise.all(arrivals.map(roleOf))).sort()).toEqual(['ADMIN', 'MEMBER']);
  });

  it('40 identical votes are one vote and 10 points', async () => {
    const author = await community.join('author');
    const voter = await community.join('voter');
    const { id } = await author.answer(question.id);
    const scores = await times(40, () => voter.vote(id, 'UP'));
    expect(new Set(scores)).toEqual(new Set([1]));
    expect(await author.standing()).toMatchObject({ reputation: 10, entries: [{ delta: 10 }] });
    expect(await rows('vote where post_id = $1', Number(id.slice(2)))).toBe(1);
  });

  it('40 votes that are cast and withdrawn in a jumble leave the score and the ledger in step', async () => {
    const author = await community.join('jumbled');
    const voter = await community.join('jumbler');
    const { id } = await author.answer(question.id);
    await times(40, (n) => voter.vote(id, n % 2 === 0 ? 'UP' : 'NONE'));
    const standing = await author.standing();
    const score = await voter.vote(id, 'UP');
    expect(score).toBe(1);
    expect([0, 10]).toContain(standing.reputation);
    expect((await author.standing()).reputation).toBe(10);
  });

  it('20 acceptances at once accept one answer, and only its author keeps the points', async () => {
    const helpers = await community.joinMany(4, 'helper');
    const answers = await Promise.all(helpers.map((helper) => helper.answer(question.id)));
    await times(20, (n) => asker.accept(answers[n % 4]?.id ?? ''));
    const { question: seen } = await community.guest.get<{
      question: { acceptedAnswer: { id: string }; answers: { nodes: { id: string; isAccepted: boolean }[] } };
    }>(
      `query ($id: ID!) { question(id: $id) { acceptedAnswer { id } answers { nodes { id isAccepted } } } }`,
      {
        id: question.id,
      },
    );
    expect(seen.answers.nodes.filter(({ isAccepted }) => isAccepted)).toHaveLength(1);
    const points = await Promise.all(helpers.map(async (helper) => (await helper.standing()).reputation));
    expect(points).toEqual(answers.map(({ id }) => (id === seen.acceptedAnswer.id ? 15 : 0)));
    expect((await asker.standing()).reputation).toBe(2);
    await asker.act('unacceptAnswer', { answerId: seen.acceptedAnswer.id }, '__typename');
    expect((await asker.standing()).reputation).toBe(0);
  });

  it.each([1, 2, 3, 4])('an answer is accepted while its author deletes it (%i)', async (round) => {
    const author = await community.join(`leaver-${round}`);
    const { id } = await author.answer(question.id);
    const [accepted, deleted] = await Promise.all([
      asker.refusal('acceptAnswer', { answerId: id }),
      author.refusal('deletePost', { postId: id }),
    ]);
    expect(deleted.code).toBe('OK');
    expect(['OK', 'NOT_FOUND']).toContain(accepted.code);
    const { question: seen } = await community.guest.get<{ question: unknown }>(
      `query ($id: ID!) { question(id: $id) { acceptedAnswer { id } } }`,
      { id: question.id },
    );
    expect(seen).toEqual({ acceptedAnswer: null });
    expect([(await author.standing()).reputation, (await asker.standing()).reputation]).toEqual([0, 0]);
  });

  it('20 guests rate an article at once, and each counts once', async () => {
    const curator = await community.join('curator', 'STAFF');
    const article = await curator.promote((await asker.answer(question.id)).id);
    await curator.publish(article.id);
    const rate = (n: number) => rateFrom(server.url, `203.0.113.${n + 1}`, article.id, n % 4 !== 0);
    await times(20, rate);
    await times(20, rate);
    const { article: read } = await community.guest.get<{ article: unknown }>(
      `query ($slug: String!) { article(slug: $slug) { helpfulCount notHelpfulCount } }`,
      { slug: article.slug },
    );
    expect(read).toEqual({ helpfulCount: 15, notHelpfulCount: 5 });
  });

  it('a question that a shaky connection sends ten times at once is asked once', async () => {
    const input = {
      title: 'Does the tank fit the old model?',
      body: 'I have the one from before the redesign.',
      tags: ['tank'],
      clientMutationId: 'one and the same',
    };
    const asked = await times(10, () =>
      asker.act<{ question: { id: string } }>('askQuestion', input, 'question { id }'),
    );
    expect(new Set(asked.map(({ question: { id } }) => id)).size).toBe(1);
    expect(await rows(`post where title = $1`, input.title)).toBe(1);
    expect(await asker.refusal('askQuestion', { ...input, tags: ['lid'] })).toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('two curators promote one answer: one draft, and the other one is led to it', async () => {
    const curators = [await community.join('cora', 'STAFF'), await community.join('carl', 'STAFF')];
    const { id } = await asker.answer(question.id);
    const outcomes = await Promise.all(
      curators.map((curator) => curator.refusal('promoteAnswer', { answerId: id })),
    );
    expect(outcomes.map(({ code }) => code).sort()).toEqual(['CONFLICT', 'OK']);
    expect(outcomes.find(({ code }) => code === 'CONFLICT')?.['article']).toMatchObject({
      path: expect.stringMatching(/^\/faq\//) as string,
    });
  });
});

/** Through a proxy on this machine, as guests come who are not all at one address. */
async function rateFrom(url: string, address: string, articleId: string, helpful: boolean): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({
      query: `mutation ($input: RateArticleInput!) { rateArticle(input: $input) { article { id } } }`,
      variables: { input: { articleId, helpful } },
    }),
  });
  expect(await response.json()).not.toHaveProperty('errors');
}
