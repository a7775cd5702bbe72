import type { Client } from '../support/client.js';
import { Community } from '../support/community.js';
import type { Article, Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const OFFICIAL_FIRST = `query ($id: ID!) { question(id: $id) {
  answerCount acceptedAnswer { id } officialAnswer { id }
  answers { nodes { id isAccepted isOfficial score } }
  comments { nodes { id bodyHtml author { username } } } } }`;

interface QuestionView {
  answerCount: number;
  acceptedAnswer: { id: string } | null;
  officialAnswer: { id: string } | null;
  answers: { nodes: { id: string; isAccepted: boolean; isOfficial: boolean; score: number }[] };
  comments: { nodes: { id: string; bodyHtml: string; author: { username: string } }[] };
}

const SEARCH = `query ($query: String!) { search(query: $query) { engine fellBack hits { score titleHtml subject {
  __typename ... on Article { id } ... on Question { id } } } } }`;

interface Found {
  search: {
    engine: string;
    fellBack: boolean;
    hits: { score: number; titleHtml: string; subject: { __typename: string; id: string } }[];
  };
}

const ARTICLE = `query ($slug: String!) { article(slug: $slug) { status version title bodyHtml helpfulCount
  notHelpfulCount viewerFeedback publishedAt sourceQuestion { id } sourceAnswer { id } contributors { username } } }`;

/** From a question to the next customer, who need not ask it any more. Each part goes on where the last one ended. */
describe('a customer asks, and the next one finds', () => {
  let server: TestServer;
  let community: Community;
  let mara: Person;
  let ben: Person;
  let tariq: Person;
  let moderator: Person;
  let curator: Person;
  let question: Posted;
  let rinse: Posted;
  let replace: Posted;
  let article: Article;

  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const seenBy = async (viewer: Client) =>
    (await viewer.get<{ question: QuestionView }>(OFFICIAL_FIRST, { id: question.id })).question;
  const search = async (query: string) => (await community.guest.get<Found>(SEARCH, { query })).search;
  const readBy = async (viewer: Client) =>
    (await viewer.get<{ article: Record<string, unknown> | null }>(ARTICLE, { slug: article.slug })).article;

  it('the first account runs the site and gives the others their roles', async () => {
    community = await Community.found(server.url);
    moderator = await community.join('mona', 'MODERATOR');
    curator = await community.join('curt', 'STAFF');
    [mara, ben, tariq] = [
      await community.join('mara'),
      await community.join('ben'),
      await community.join('tariq'),
    ];
    const who = async (viewer: Client) =>
      (await viewer.get<{ viewer: unknown }>('{ viewer { username role isStaff reputation } }')).viewer;
    expect(await who(community.admin)).toMatchObject({ role: 'ADMIN', isStaff: true });
    expect(await who(moderator)).toMatchObject({ role: 'MODERATOR', isStaff: false });
    expect(await who(curator)).toMatchObject({ role: 'STAFF', isStaff: true });
    expect(await who(mara)).toEqual({ username: 'mara', role: 'MEMBER', isStaff: false, reputation: 0 });
    expect(await who(community.guest)).toBeNull();
  });

  it('Mara asks, in Markdown', async () => {
    question = await mara.ask({
      title: 'Why does my coffee machine blink red after descaling?',
      body: 'It blinks **three times**. <script>alert(1)</script>\n\n| try | result |\n| --- | --- |\n| off and on | same |',
      tags: ['Descaling', 'error lights'],
    });
    const { question: seen } = await community.guest.get<{ question: Record<string, unknown> }>(
      `query ($id: ID!) { question(id: $id) { title path bodyHtml locale score viewerVote answerCount
         tags { name questionCount } author { username } editedAt } }`,
      { id: question.id },
    );
    expect(seen).toMatchObject({
      path: question.path,
      locale: 'en',
      score: 0,
      viewerVote: 'NONE',
      answerCount: 0,
      author: { username: 'mara' },
      tags: [
        { name: 'descaling', questionCount: 1 },
        { name: 'error-lights', questionCount: 1 },
      ],
      editedAt: null,
    });
    expect(seen['bodyHtml']).toContain('<strong>three times</strong>');
    expect(seen['bodyHtml']).toContain('<table>');
    expect(seen['bodyHtml']).not.toContain('<script');
  });

  it('Ben and Tariq answer, and a comment asks for details', async () => {
    rinse = await ben.answer(question.id, 'Run **two tanks** of clear water through it, then hold *Rinse*.');
    replace = await tariq.answer(question.id, 'The sensor is broken. Have it replaced by the service.');
    await ben.comment(question.id, 'Did you use the descaler of the maker, @mara?');
    const { answerCount, answers, comments } = await seenBy(community.guest);
    expect(answerCount).toBe(2);
    expect(answers.nodes.map(({ id }) => id)).toEqual([rinse.id, replace.id]);
    expect(comments.nodes).toMatchObject([{ author: { username: 'ben' } }]);
    expect(comments.nodes[0]?.bodyHtml).toContain('href="/people/mara"');
  });

  it('readers vote, and the better answer comes first', async () => {
    expect(await tariq.vote(question.id, 'UP')).toBe(1);
    expect(await moderator.vote(replace.id, 'UP')).toBe(1);
    expect(await moderator.vote(rinse.id, 'UP')).toBe(1);
    expect(await mara.vote(rinse.id, 'UP')).toBe(2);
    expect(await mara.vote(rinse.id, 'UP')).toBe(2);
    expect((await seenBy(mara)).answers.nodes.map(({ score }) => score)).toEqual([2, 1]);
    expect(await ben.standing()).toMatchObject({
      reputation: 20,
      entries: [{ reason: 'ANSWER_UPVOTED' }, { reason: 'ANSWER_UPVOTED' }],
    });
  });

  it('a vote can be taken back, and the ledger says so', async () => {
    expect(await moderator.vote(replace.id, 'NONE')).toBe(0);
    const { reputation, entries } = await tariq.standing();
    expect(reputation).toBe(0);
    const [reversal, vote] = entries;
    expect(reversal).toMatchObject({ reason: 'REVERSAL', delta: -10, reverses: { id: vote?.id } });
    expect(vote).toMatchObject({ reason: 'ANSWER_UPVOTED', delta: 10, isReversed: true });
  });

  it('Mara accepts one answer, then the other, and changes her mind again', async () => {
    await mara.accept(replace.id);
    expect(await tariq.standing()).toMatchObject({ reputation: 15 });
    expect(await mara.standing()).toMatchObject({ reputation: 12 });

    await mara.accept(rinse.id);
    expect(await seenBy(mara)).toMatchObject({ acceptedAnswer: { id: rinse.id } });
    expect(await tariq.standing()).toMatchObject({
      reputation: 0,
      latest: { reason: 'REVERSAL', delta: -15 },
    });
    expect(await ben.standing()).toMatchObject({
      reputation: 35,
      latest: { reason: 'ANSWER_ACCEPTED', delta: 15 },
    });

    await mara.act('unacceptAnswer', { answerId: rinse.id }, '__typename');
    expect(await seenBy(mara)).toMatchObject({ acceptedAnswer: null });
    expect(await ben.standing()).toMatchObject({ reputation: 20 });
    expect(await mara.standing()).toMatchObject({ reputation: 10 });

    await mara.accept(rinse.id);
    expect(await ben.standing()).toMatchObject({ reputation: 35 });
    expect(await mara.standing()).toMatchObject({ reputation: 12 });
  });

  it('a moderator marks the other answer official; it stands beside the accepted one and comes first', async () => {
    await moderator.makeOfficial(question.id, replace.id);
    const seen = await seenBy(community.guest);
    expect(seen).toMatchObject({ acceptedAnswer: { id: rinse.id }, officialAnswer: { id: replace.id } });
    expect(seen.answers.nodes.map(({ id }) => id)).toEqual([replace.id, rinse.id]);
    expect(await tariq.standing()).toMatchObject({ reputation: 15 });
    await moderator.makeOfficial(question.id, null);
    expect(await tariq.standing()).toMatchObject({ reputation: 0 });
    await moderator.makeOfficial(question.id, rinse.id);
    expect(await ben.standing()).toMatchObject({
      reputation: 50,
      latest: { reason: 'ANSWER_MADE_OFFICIAL', delta: 15 },
    });
  });

  it('Mara rates the person who helped her, and thinks better of it', async () => {
    const rating = `answer { viewerRating { stars } author { helperRating { average count } } }`;
    await mara.act('rateHelper', { answerId: rinse.id, stars: 3, comment: 'A little short.' }, rating);
    expect(await mara.act('rateHelper', { answerId: rinse.id, stars: 5 }, rating)).toEqual({
      answer: { viewerRating: { stars: 5 }, author: { helperRating: { average: 5, count: 1 } } },
    });
    await mara.act('rateHelper', { answerId: replace.id, stars: 2 }, rating);
    const { user } = await community.guest.get<{ user: unknown }>(
      '{ user(username: "tariq") { helperRating { average count } } }',
    );
    expect(user).toEqual({ helperRating: { average: 2, count: 1 } });
  });

  it('the curator is shown the answer as a candidate, with the reasons', async () => {
    const { promotionCandidates } = await curator.get<{
      promotionCandidates: { nodes: { priority: number; reasons: { kind: string }[] }[] };
    }>(
      '{ promotionCandidates { nodes { answer { id } question { id } priority reasons { kind value points } } } }',
    );
    expect(promotionCandidates.nodes).toMatchObject([
      { answer: { id: rinse.id }, question: { id: question.id } },
    ]);
    const kinds = promotionCandidates.nodes[0]?.reasons.map(({ kind }) => kind) ?? [];
    expect(kinds).toEqual(expect.arrayContaining(['OFFICIAL', 'ACCEPTED', 'VOTES']));
    expect(promotionCandidates.nodes[0]?.priority).toBeGreaterThan(0);
  });

  it('promotes it to a draft that keeps where it came from and whom to thank', async () => {
    article = await curator.promote(rinse.id, { title: 'The machine blinks red after descaling' });
    expect(await readBy(curator)).toMatchObject({
      status: 'DRAFT',
      version: 1,
      sourceQuestion: { id: question.id },
      sourceAnswer: { id: rinse.id },
      contributors: [{ username: 'ben' }, { username: 'curt' }],
      publishedAt: null,
    });
    expect(await readBy(mara)).toBeNull();
    expect(await ben.standing()).toMatchObject({ reputation: 50 });
  });

  it('edits it, and is told what somebody else saved meanwhile', async () => {
    const edit = { articleId: article.id, expectedVersion: 1 };
    const body = 'Run **two tanks** of clear water through the machine. Then hold *Rinse* for five seconds.';
    await curator.act('editArticle', { ...edit, body, reason: 'Exact time.' }, '__typename');
    const late = await community.admin.refusal('editArticle', {
      ...edit,
      title: 'It blinks, what now, please?',
    });
    expect(late).toMatchObject({
      code: 'CONFLICT',
      current: { version: 2, body, title: 'The machine blinks red after descaling' },
    });
    expect(await readBy(curator)).toMatchObject({
      version: 2,
      title: 'The machine blinks red after descaling',
    });
  });

  it('publishes it, and the author of the answer is credited', async () => {
    await curator.publish(article.id);
    const read = await readBy(community.guest);
    expect(read).toMatchObject({ status: 'PUBLISHED', version: 2 });
    expect(read?.['publishedAt']).toMatch(/^20.*Z$/);
    expect(read?.['bodyHtml']).toContain('<em>Rinse</em> for five seconds');
    expect(await ben.standing()).toMatchObject({
      reputation: 75,
      latest: { reason: 'ANSWER_PROMOTED', delta: 25, post: { id: rinse.id } },
    });
  });

  it('the next customer misspells it and finds it all the same, the article before the question', async () => {
    const { hits, fellBack } = await until(
      () => search('machin blinks red descalling'),
      // The article is found as soon as it is indexed, and in its place once its words are in the lexicon too.
      ({ hits }) => hits.length === 2 && hits[0]?.subject.__typename === 'Article',
    );
    expect(fellBack).toBe(false);
    expect(hits.map(({ subject }) => subject)).toEqual([
      { __typename: 'Article', id: article.id },
      { __typename: 'Question', id: question.id },
    ]);
    expect(hits[0]?.titleHtml).toContain('<mark>');
    expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1]?.score ?? 1);
  });

  it('and is shown it while typing the question', async () => {
    const { suggest } = await community.guest.get<{ suggest: { subject: unknown }[] }>(
      '{ suggest(title: "Red light on my machine after descaling") { subject { ... on Article { id } } } }',
    );
    expect(suggest[0]?.subject).toEqual({ id: article.id });
  });

  it('a guest says that it helped; saying it again changes nothing, changing it moves it', async () => {
    const rate = (viewer: Client, helpful: boolean) =>
      viewer.act(
        'rateArticle',
        { articleId: article.id, helpful },
        'article { helpfulCount notHelpfulCount }',
      );
    await rate(community.guest, true);
    expect(await rate(community.guest, true)).toEqual({ article: { helpfulCount: 1, notHelpfulCount: 0 } });
    expect(await rate(community.guest, false)).toEqual({ article: { helpfulCount: 0, notHelpfulCount: 1 } });
    expect(await rate(tariq, true)).toEqual({ article: { helpfulCount: 1, notHelpfulCount: 1 } });
  });

  it('archiving takes it from readers, from search and from the ledger; publishing brings it back', async () => {
    await curator.act('archiveArticle', { articleId: article.id }, '__typename');
    expect(await readBy(community.guest)).toBeNull();
    expect(await readBy(curator)).toMatchObject({ status: 'ARCHIVED' });
    expect(await ben.standing()).toMatchObject({
      reputation: 50,
      latest: { reason: 'REVERSAL', delta: -25 },
    });
    await until(
      () => search('blinks descaling'),
      ({ hits }) => hits.every(({ subject }) => subject.__typename === 'Question'),
    );
    await curator.publish(article.id);
    expect(await ben.standing()).toMatchObject({ reputation: 75 });
    await until(
      () => search('blinks descaling'),
      ({ hits }) => hits[0]?.subject.__typename === 'Article',
    );
  });
});
