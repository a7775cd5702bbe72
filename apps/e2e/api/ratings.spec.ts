import { ratingsOn } from '#libs/testing';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

interface Remarks {
  nodes: { text: string; month: string }[];
}

describe('ratings of helpers over the API', () => {
  let server: TestServer;
  let community: Community;
  let helper: Person;
  let moderator: Person;
  let askers: Person[];

  beforeAll(async () => {
    server = await startServer({ RATE_LIMITS: 'off' });
    community = await Community.found(server.url);
    askers = await community.joinMany(6, 'asker');
    moderator = await community.join('modesta', 'MODERATOR');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    helper = await community.join(`helper-${++helpers}`);
  });
  let helpers = 0;

  /** Asked, answered by the helper, accepted; gives the answer. */
  const helped = async (asker: Person, by = helper): Promise<Posted> => {
    const question = await asker.ask();
    const answer = await by.answer(question.id);
    await asker.accept(answer.id);
    return answer;
  };
  const rate = (asker: Person, answer: Posted, given: object) =>
    asker.act<{ answer: Record<string, unknown> }>(
      'rateHelper',
      { answerId: answer.id, ...given },
      'answer { viewerIsAskedToRate viewerRating { stars solved clear courteous comment isVoid } }',
    );
  const ratingOf = async (person: Person, as = community.guest) =>
    (
      await as.get<{ user: { helperRating: Record<string, unknown> } }>(
        `query ($username: String!) { user(username: $username) { helperRating {
           average count bayesian isSettled leastCount prior { mean weight }
           marks { mark share count } byTopic { tag { name } bayesian count } } } }`,
        { username: person.username },
      )
    ).user.helperRating;
  const remarksOf = async (person: Person, as: { get: Person['get'] } = person) =>
    (
      await as.get<{ user: { ratingRemarks: Remarks | null } }>(
        `query ($username: String!) { user(username: $username) { ratingRemarks { nodes { text month } } } }`,
        { username: person.username },
      )
    ).user.ratingRemarks;

  it('the asker is asked once, says what there is to say, and can change it', async () => {
    const [asker] = askers as [Person];
    const answer = await helped(asker);
    const asked = await asker.get(
      `query ($id: ID!) { node(id: $id) { ... on Answer { viewerIsAskedToRate } } }`,
      {
        id: answer.id,
      },
    );
    expect(asked).toEqual({ node: { viewerIsAskedToRate: true } });
    expect(
      await rate(asker, answer, { stars: 4, solved: true, clear: false, comment: 'Thank you.' }),
    ).toEqual({
      answer: {
        viewerIsAskedToRate: false,
        viewerRating: {
          ...{ stars: 4, solved: true, clear: false, courteous: null, comment: 'Thank you.', isVoid: false },
        },
      },
    });
    expect(await ratingOf(helper)).toMatchObject({ average: 4, count: 1, bayesian: null, isSettled: false });
    await rate(asker, answer, { stars: 2 });
    expect(await ratingOf(helper)).toMatchObject({ average: 2, count: 1 });
  });

  it('the asker who would rather not is not asked again', async () => {
    const [asker] = askers as [Person];
    const answer = await helped(asker);
    const selection = 'answer { viewerIsAskedToRate viewerCan { rateHelper } }';
    expect(await asker.act('dismissRatingRequest', { answerId: answer.id }, selection)).toEqual({
      answer: { viewerIsAskedToRate: false, viewerCan: { rateHelper: true } },
    });
  });

  it('from five ratings on there is an average that begins with the prior', async () => {
    for (const asker of askers.slice(0, 5)) await rate(asker, await helped(asker), { stars: 5 });
    expect(await ratingOf(helper)).toMatchObject({
      ...{ average: 5, count: 5, isSettled: true, leastCount: 5, prior: { mean: 3.5, weight: 5 } },
      bayesian: 4.25,
    });
  });

  it('the helper reads remarks on a later day, and is told that there are some, but not of which answer', async () => {
    for (const asker of askers) {
      await rate(asker, await helped(asker), { stars: 5, solved: true, comment: `From ${asker.username}?` });
    }
    expect((await remarksOf(helper))?.nodes).toEqual([]);
    await ratingsOn(server.db.database).daysPass();
    // What is due daily is also done whenever the site starts.
    await server.kill();
    await server.startAgain();
    const remarks = await until(
      () => remarksOf(helper),
      (found) => found?.nodes.length === 6,
    );
    const month = new Date().toISOString().slice(0, 7);
    expect(new Set(remarks?.nodes.map((remark) => remark.month))).toEqual(new Set([month]));
    expect(await remarksOf(helper, askers[0])).toBeNull();
    expect(await remarksOf(helper, community.admin)).toBeNull();
    expect(await remarksOf(helper, community.guest)).toBeNull();
    expect(await ratingOf(helper)).toMatchObject({
      marks: [{ mark: 'SOLVED', share: 1, count: 6 }],
      byTopic: [{ tag: { name: 'boiler' }, count: 6 }],
    });

    const { viewer } = await helper.get<{ viewer: { notices: { nodes: object[] } } }>(
      `{ viewer { notices { nodes { kind path title } } } }`,
    );
    expect(
      viewer.notices.nodes.filter((notice) => 'kind' in notice && notice.kind === 'RATING_REMARK'),
    ).toEqual([{ kind: 'RATING_REMARK', path: `/people/${helper.username}?tab=ratings`, title: null }]);
  });

  it('nothing that a helper can see changes when somebody rates, but the sum that is public', async () => {
    // A helper who moderates sees most.
    const own = await community.join(`watching-${helpers}`, 'MODERATOR');
    const [asker] = askers as [Person];
    const answer = await helped(asker, own);
    const questionId = (
      await own.get<{ node: { question: { id: string } } }>(
        `query ($id: ID!) { node(id: $id) { ... on Answer { question { id } } } }`,
        { id: answer.id },
      )
    ).node.question.id;
    const seen = async () => ({
      data: await own.get(
        `query ($answer: ID!, $question: ID!, $rating: ID!, $asker: ID!, $username: String!) {
           answer: node(id: $answer) { ... on Answer { createdAt editedAt score revisionCount commentCount path isAccepted
             acceptedAt viewerIsAskedToRate viewerRating { stars } viewerCan { rateHelper } author { id reputation } } }
           question: node(id: $question) { ... on Question { lastActivityAt score answerCount viewCount } }
           rating: node(id: $rating) { id }
           asker: node(id: $asker) { ... on User { reputation answerCount questionCount
             reputationEntries { nodes { id delta reason } } } }
           user(username: $username) { reputation reputationEntries { nodes { id delta reason createdAt } }
             ratingRemarks { nodes { text } }
             helperRating { marks { mark share count } byTopic { tag { name } count bayesian } } }
           viewer { notices { nodes { kind } } unreadNoticeCount }
           auditRecords { nodes { id action details } }
           all: givenRatings(first: 100) { nodes { id } }
           lowest: givenRatings(first: 100, orderBy: LOWEST, raterId: $asker) { nodes { id } }
         }`,
        {
          ...{ answer: answer.id, question: questionId, asker: asker.id, username: own.username },
          rating: answer.id.replace('a_', 'h_'),
        },
      ),
      refusal: await own.refusal('voidRating', {
        ratingId: answer.id.replace('a_', 'h_'),
        reason: 'Guessing.',
      }),
    });
    const before = await seen();
    await rate(asker, answer, { stars: 1, solved: false, comment: 'Never again.' });
    expect(await seen()).toEqual(before);
    await ratingsOn(server.db.database).daysPass();
    await ratingsOn(server.db.database).publication.publish();
    expect(await seen()).toEqual(before);
    expect(await ratingOf(own)).toMatchObject({ average: 1, count: 1 });
  });

  it('those who moderate make an abusive rating void, on record, and let it count again', async () => {
    const [asker] = askers as [Person];
    const answer = await helped(asker);
    await rate(asker, answer, { stars: 1, comment: 'Idiot.' });
    const { givenRatings } = await moderator.get<{ givenRatings: { nodes: Record<string, unknown>[] } }>(
      `query ($raterId: ID) { givenRatings(first: 1, onlyRemarks: true, raterId: $raterId) { nodes {
         id stars comment reference viewerCanDecide rater { username } helper { username } answer { id } } } }`,
      { raterId: asker.id },
    );
    const found = givenRatings.nodes[0]!;
    expect(found).toMatchObject({
      ...{ stars: 1, comment: 'Idiot.', viewerCanDecide: true, answer: { id: answer.id } },
      rater: { username: asker.username },
      helper: { username: helper.username },
    });
    const input = { ratingId: found['id'], reason: 'An insult.' };
    expect(await moderator.act('voidRating', input, 'rating { voided { reason by { username } } }')).toEqual({
      rating: { voided: { reason: 'An insult.', by: { username: 'modesta' } } },
    });
    expect(await ratingOf(helper)).toMatchObject({ average: null, count: 0 });
    expect(await asker.refusal('rateHelper', { answerId: answer.id, stars: 1 })).toMatchObject({
      code: 'CONFLICT',
    });
    const { auditRecords } = await moderator.get<{ auditRecords: { nodes: Record<string, unknown>[] } }>(
      `{ auditRecords(first: 1) { nodes { action subjectPath details } } }`,
    );
    expect(auditRecords.nodes).toEqual([
      {
        action: 'account.rating-voided',
        subjectPath: `/people/${helper.username}`,
        details: JSON.stringify({ rating: found['reference'], reason: 'An insult.' }),
      },
    ]);
    await moderator.act('restoreRating', { ...input, reason: 'It was a quotation.' }, '__typename');
    expect(await ratingOf(helper)).toMatchObject({ average: 1, count: 1 });
  });

  it('members do neither see nor decide', async () => {
    const [asker] = askers as [Person];
    const answer = await helped(asker);
    await rate(asker, answer, { stars: 1 });
    const decision = { ratingId: answer.id.replace('a_', 'h_'), reason: 'No.' };
    for (const member of [asker, helper]) {
      expect(await member.code(`{ givenRatings { nodes { id } } }`)).toBe('FORBIDDEN');
      expect(await member.refusal('voidRating', decision)).toMatchObject({
        ...{ code: 'FORBIDDEN', requires: 'MODERATOR' },
      });
    }
  });
});
