import type { Client } from '../support/client.js';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

const ARTICLE = 'article { id slug path version title }';

describe('curators who work by the API', () => {
  let server: TestServer;
  let community: Community;
  let [asker, helper, member, ann, bob]: Person[] = [];
  let question: Posted;
  let answers: Posted[];

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    [asker, helper, member, ann, bob] = [
      await community.join('asker'),
      await community.join('helper'),
      await community.join('member'),
      await community.join('ann', 'STAFF'),
      await community.join('bob', 'STAFF'),
    ];
    question = await asker.ask();
    answers = [
      await helper.answer(question.id),
      await helper.answer((await asker.ask({ title: 'Which acid is right for the boiler?' })).id),
    ];
    for (const answer of answers) await asker.accept(answer.id);
  });
  afterAll(() => server?.stop());

  it('a member has a question too, once, however often it is sent', async () => {
    const input = { questionId: question.id, affected: true };
    await Promise.all(Array.from({ length: 8 }, () => member!.act('markAffected', input, '__typename')));
    const query = `query ($id: ID!) { question(id: $id) { affectedCount viewerIsAffected } }`;
    const seenBy = (client: Client) => client.get(query, { id: question.id });
    expect(await seenBy(member!)).toEqual({ question: { affectedCount: 1, viewerIsAffected: true } });
    expect(await seenBy(community.guest)).toEqual({
      question: { affectedCount: 1, viewerIsAffected: false },
    });
    expect((await asker!.refusal('markAffected', input)).code).toBe('FORBIDDEN');
    expect((await community.guest.refusal('markAffected', input)).code).toBe('UNAUTHENTICATED');
    expect((await member!.refusal('markAffected', { ...input, questionId: answers[0]!.id })).code).toBe(
      'NOT_FOUND',
    );
  });

  it('two curators reach for one candidate at once: one has it, the other learns who', async () => {
    const input = { answerId: answers[0]!.id };
    const refusals = await Promise.all(
      [ann!, bob!].map((curator) => curator.refusal('claimCandidate', input)),
    );
    expect(refusals.map(({ code }) => code).sort()).toEqual(['CONFLICT', 'OK']);
    const [holder, other] = refusals[0]?.code === 'OK' ? [ann!, bob!] : [bob!, ann!];
    expect(refusals.find(({ code }) => code === 'CONFLICT')).toMatchObject({
      holder: { id: holder.id, username: holder.username },
    });
    expect(await other.refusal('promoteAnswer', input)).toMatchObject({
      code: 'CONFLICT',
      holder: { id: holder.id },
    });
    const { promotionCandidates } = await other.get<{ promotionCandidates: { nodes: unknown[] } }>(
      `{ promotionCandidates(state: CLAIMED) {
           nodes { state claimedBy { username } reasons { kind value } answer { id } } } }`,
    );
    expect(promotionCandidates.nodes).toEqual([
      {
        state: 'CLAIMED',
        claimedBy: { username: holder.username },
        reasons: [
          { kind: 'ACCEPTED', value: 1 },
          { kind: 'AFFECTED', value: 1 },
        ],
        answer: { id: answers[0]!.id },
      },
    ]);
    await holder.act('releaseCandidate', input, 'candidate { state }');
  });

  it('several answers become one article, which tells where it comes from', async () => {
    const answerIds = answers.map(({ id }) => id);
    const { article } = await ann!.act<{ article: { id: string; slug: string } }>(
      'promoteAnswers',
      { answerIds, title: 'All about descaling boilers', clientMutationId: 'merge' },
      ARTICLE,
    );
    expect(article).toMatchObject({ slug: 'all-about-descaling-boilers', version: 1 });
    const again = await ann!.act(
      'promoteAnswers',
      { answerIds, title: 'All about descaling boilers', clientMutationId: 'merge' },
      ARTICLE,
    );
    expect(again).toEqual({ article });
    await ann!.publish(article.id);

    await helper!.act(
      'editAnswer',
      { answerId: answers[0]!.id, body: 'Run a litre of vinegar through it.' },
      '__typename',
    );
    const { article: seen } = await community.guest.get<{ article: { sources: unknown[] } }>(
      `query ($slug: String!) { article(slug: $slug) { sources {
         answer { id } pinnedRevision pinnedBody currentRevision currentBody hasDrifted
         diff { kind spans { text changed } } } contributors { username } } }`,
      { slug: article.slug },
    );
    expect(seen).toMatchObject({ contributors: [{ username: 'helper' }, { username: 'ann' }] });
    expect(seen.sources).toHaveLength(2);
    expect(seen.sources).toContainEqual({
      answer: { id: answers[0]!.id },
      pinnedRevision: 1,
      pinnedBody: 'Run a litre of citric acid through it.',
      currentRevision: 2,
      currentBody: 'Run a litre of vinegar through it.',
      hasDrifted: true,
      diff: [expect.objectContaining({ kind: 'REMOVED' }), expect.objectContaining({ kind: 'ADDED' })],
    });
    expect(
      await ann!.refusal('confirmSources', {
        articleId: article.id,
        seen: [{ answerId: answers[0]!.id, revision: 1 }],
      }),
    ).toMatchObject({ code: 'CONFLICT', revision: 2 });
    await ann!.act('confirmSources', { articleId: article.id }, '__typename');

    await ann!.act('changeArticleSlug', { articleId: article.id, slug: 'descaling' }, '__typename');
    const found = await community.guest.get(`query ($slug: String!) { article(slug: $slug) { slug path } }`, {
      slug: article.slug,
    });
    expect(found).toEqual({ article: { slug: 'descaling', path: '/faq/descaling' } });
  });

  it('is for staff alone, and the rules for admins', async () => {
    const article = { articleId: 'k_1' };
    const answer = { answerId: answers[0]!.id };
    const mutations: [string, object][] = [
      ['claimCandidate', answer],
      ['releaseCandidate', answer],
      ['declineCandidate', { ...answer, reason: 'Not now' }],
      ['reopenCandidate', answer],
      ['promoteAnswers', { answerIds: [answer.answerId] }],
      ['requestReview', article],
      ['approveArticle', { ...article, expectedVersion: 1 }],
      ['requestChanges', { ...article, expectedVersion: 1, remark: 'Shorter' }],
      ['schedulePublication', { ...article, at: '2099-01-01T00:00:00Z' }],
      ['cancelScheduledPublication', article],
      ['restoreArticleVersion', { ...article, number: 1 }],
      ['changeArticleSlug', { ...article, slug: 'mine' }],
      ['addArticleSource', { ...article, ...answer }],
      ['removeArticleSource', { ...article, ...answer }],
      ['confirmSources', article],
      ['updateKnowledgeSettings', { requireReview: true }],
    ];
    for (const [mutation, input] of mutations) {
      const [byGuest, byMember] = [
        await community.guest.refusal(mutation, input),
        await member!.refusal(mutation, input),
      ];
      expect([mutation, byGuest.code, byMember.code]).toEqual([mutation, 'UNAUTHENTICATED', 'FORBIDDEN']);
    }
    expect(await ann!.refusal('updateKnowledgeSettings', { requireReview: true })).toMatchObject({
      code: 'FORBIDDEN',
      requires: 'ADMIN',
    });
    for (const field of ['reviewState', 'reviews { state }', 'schedule { publishAt }']) {
      expect(await member!.code(`{ article(slug: "descaling") { ${field} } }`)).toBe('FORBIDDEN');
    }
    expect(await member!.code('{ articles(reviewState: REQUESTED) { nodes { id } } }')).toBe('FORBIDDEN');
    expect(await member!.code('{ knowledgeSettings { requireReview } }')).toBe('FORBIDDEN');
  });

  it('names the field of what does not fit', async () => {
    const article = await ann!.promote((await helper!.answer(question.id)).id, {
      title: 'Another article about boilers',
    });
    const bad: [string, object, string][] = [
      ['promoteAnswers', { answerIds: [] }, 'answerIds'],
      ['schedulePublication', { articleId: article.id, at: '2001-01-01T00:00:00Z' }, 'at'],
      ['changeArticleSlug', { articleId: article.id, slug: '\u0000…' }, 'slug'],
      ['changeArticleSlug', { articleId: article.id, slug: 'All about descaling boilers' }, 'slug'],
    ];
    for (const [mutation, input, path] of bad) {
      expect([mutation, await ann!.refusal(mutation, input)]).toMatchObject([
        mutation,
        { code: 'BAD_USER_INPUT', fields: [{ path }] },
      ]);
    }
  });
});
