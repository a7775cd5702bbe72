import { Client, PASSWORD } from '../support/client.js';
import { Community } from '../support/community.js';
import type { Article, Person, Posted } from '../support/community.js';
import { INTROSPECTION, InputsByType } from '../support/inputs-by-type.js';
import type { Introspection } from '../support/inputs-by-type.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

const LONG_ENOUGH = 'A text that is long enough to be taken.';

/** Every way in which the API says no: the code, and what it says about the way out. */
/** What guests may do; whatever else there is asks them to log in first. */
const FOR_GUESTS = [
  ...['register', 'login', 'logout', 'requestPasswordReset', 'resetPassword', 'setupSite'],
  ...['rateArticle', 'recordIntent'],
];

describe('refusals', () => {
  let server: TestServer;
  let community: Community;
  let asker: Person;
  let helper: Person;
  let question: Posted;
  let answer: Posted;
  let article: Article;

  beforeAll(async () => {
    server = await startServer({ RATE_LIMITS: 'on' });
    community = await Community.found(server.url);
    asker = await community.join('asker');
    helper = await community.join('helper');
    question = await asker.ask();
    answer = await helper.answer(question.id);
    article = await community.admin.promote(answer.id);
  });
  afterAll(() => server.stop());

  it('UNAUTHENTICATED: every act but registering, logging in and rating an article needs an account', async () => {
    const acts: [string, object][] = [
      ['askQuestion', { title: 'May a guest ask a question?', body: LONG_ENOUGH, tags: ['a'] }],
      ['editQuestion', { questionId: question.id, title: 'A title that is long enough' }],
      ['postAnswer', { questionId: question.id, body: LONG_ENOUGH }],
      ['editAnswer', { answerId: answer.id, body: LONG_ENOUGH }],
      ['addComment', { postId: question.id, body: 'Hello' }],
      ['castVote', { postId: question.id, value: 'UP' }],
      ['acceptAnswer', { answerId: answer.id }],
      ['unacceptAnswer', { answerId: answer.id }],
      ['acceptOnBehalf', { answerId: answer.id, reason: 'It works' }],
      ['unacceptOnBehalf', { answerId: answer.id, reason: 'It works' }],
      ['markAlsoSolved', { answerId: answer.id }],
      ['unmarkAlsoSolved', { answerId: answer.id }],
      ['supersedeAnswer', { answerId: answer.id, byAnswerId: answer.id }],
      ['withdrawSupersession', { answerId: answer.id }],
      ['setOfficialAnswer', { questionId: question.id, answerId: answer.id }],
      ['rateHelper', { answerId: answer.id, stars: 5 }],
      ['promoteAnswer', { answerId: answer.id }],
      ['editArticle', { articleId: article.id, expectedVersion: 1, title: 'A title that is long enough' }],
      ['publishArticle', { articleId: article.id }],
      ['archiveArticle', { articleId: article.id }],
      ['deletePost', { postId: question.id }],
      ['setRole', { userId: asker.id, role: 'ADMIN' }],
      ['updateSite', { name: 'Ours now' }],
      ['saveDraft', { kind: 'QUESTION', body: 'Not yet' }],
      ['editProfile', { displayName: 'Nobody' }],
    ];
    for (const [mutation, input] of acts) {
      expect([mutation, (await community.guest.refusal(mutation, input)).code]).toEqual([
        mutation,
        'UNAUTHENTICATED',
      ]);
    }
    expect(
      await new Client(server.url, 'forged').code('{ promotionCandidates { nodes { priority } } }'),
    ).toBe('UNAUTHENTICATED');
  });

  it('UNAUTHENTICATED: of all that the schema has, guests have what is listed for them, whatever will be added', async () => {
    const inputs = new InputsByType(await community.guest.get<Introspection>(INTROSPECTION));
    const open: string[] = [];
    for (const { name, document, variables } of inputs.mutations()) {
      if (FOR_GUESTS.includes(name)) continue;
      const code = await community.guest.code(document, variables);
      if (code !== 'UNAUTHENTICATED') open.push(`${name}: ${code}`);
    }
    expect(open).toEqual([]);
  });

  it('FORBIDDEN names the role, the privilege or the person that it takes', async () => {
    const acts: [Person, string, object, string][] = [
      [asker, 'castVote', { postId: answer.id, value: 'DOWN' }, 'VOTE_DOWN'],
      [helper, 'castVote', { postId: answer.id, value: 'UP' }, 'ANOTHER_AUTHOR'],
      [helper, 'acceptAnswer', { answerId: answer.id }, 'ASKER'],
      [helper, 'rateHelper', { answerId: answer.id, stars: 5 }, 'ASKER'],
      [asker, 'editAnswer', { answerId: answer.id, body: LONG_ENOUGH }, 'EDIT_OTHERS_POSTS'],
      [asker, 'deletePost', { postId: answer.id }, 'SUPERUSER'],
      [asker, 'setOfficialAnswer', { questionId: question.id, answerId: answer.id }, 'MODERATOR'],
      [asker, 'promoteAnswer', { answerId: answer.id }, 'STAFF'],
      [asker, 'editArticle', { articleId: article.id, expectedVersion: 1 }, 'STAFF'],
      [asker, 'publishArticle', { articleId: article.id }, 'STAFF'],
      [asker, 'setRole', { userId: asker.id, role: 'ADMIN' }, 'ADMIN'],
      [asker, 'updateSite', { name: 'Ours now' }, 'ADMIN'],
      [asker, 'offerBounty', { questionId: question.id, amount: 50 }, 'OFFER_BOUNTY'],
      [asker, 'acceptOnBehalf', { answerId: answer.id, reason: 'It works' }, 'MODERATOR'],
      [asker, 'supersedeAnswer', { answerId: answer.id, byAnswerId: answer.id }, 'SUPERUSER'],
      [helper, 'flagPost', { postId: answer.id, reason: 'SPAM' }, 'ANOTHER_AUTHOR'],
      [asker, 'resolveFlags', { postId: answer.id, verdict: 'HELPFUL' }, 'SUPERUSER'],
      [asker, 'sanctionMember', { userId: helper.id, points: 5, reason: 'Rude' }, 'MODERATOR'],
      [asker, 'liftSanction', { sanctionId: 's_999999', reason: 'Wrong' }, 'MODERATOR'],
      [asker, 'voidRating', { ratingId: answer.id.replace('a', 'h'), reason: 'Rude' }, 'MODERATOR'],
      [asker, 'confirmInvalidation', { caseId: 'z_1' }, 'MODERATOR'],
      [asker, 'undoInvalidation', { caseId: 'z_1', reason: 'Wrong' }, 'MODERATOR'],
      [asker, 'inviteSuperuser', { userId: helper.id }, 'STAFF'],
      [
        asker,
        'nominateSuperuser',
        { userId: helper.id, reason: 'Helps everybody, always.' },
        'NOMINATE_SUPERUSER',
      ],
      [asker, 'saveRules', { basedOnVersion: 1, values: [{ path: 'dailyCap', value: 500 }] }, 'ADMIN'],
      [asker, 'recomputeReputation', { version: 1 }, 'ADMIN'],
      [asker, 'retireBadge', { badgeId: 'e_1' }, 'ADMIN'],
      [asker, 'eraseAccount', { userId: helper.id, username: 'helper', reason: 'Rude' }, 'ADMIN'],
    ];
    for (const [person, mutation, input, requires] of acts) {
      const refusal = await person.refusal(mutation, input);
      expect([mutation, refusal.code, refusal['requires']]).toEqual([mutation, 'FORBIDDEN', requires]);
    }
  });

  it('NOT_FOUND for what does not exist', async () => {
    const acts: [string, object][] = [
      ['postAnswer', { questionId: 'q_999999', body: LONG_ENOUGH }],
      ['addComment', { postId: 'a_999999', body: 'Hello' }],
      ['castVote', { postId: 'q_999999', value: 'UP' }],
      ['acceptAnswer', { answerId: 'a_999999' }],
      ['rateHelper', { answerId: 'a_999999', stars: 3 }],
      ['rateArticle', { articleId: 'k_999999', helpful: true }],
    ];
    for (const [mutation, input] of acts) {
      expect([mutation, (await asker.refusal(mutation, input)).code]).toEqual([mutation, 'NOT_FOUND']);
    }
  });

  it.each<[string, object, string[]]>([
    ['askQuestion', { title: 'Too short', body: 'Also', tags: [] }, ['title', 'body', 'tags']],
    ['askQuestion', { title: 'x'.repeat(151), body: 'x'.repeat(50_001), tags: ['a'] }, ['title', 'body']],
    [
      'askQuestion',
      { title: 'With too many tags, is it?', body: LONG_ENOUGH, tags: [...'abcdef'] },
      ['tags'],
    ],
    [
      'askQuestion',
      { title: 'In a language of nobody', body: LONG_ENOUGH, tags: ['a'], locale: '!' },
      ['locale'],
    ],
    ['addComment', { postId: 'q_1', body: 'x' }, ['body']],
    ['addComment', { postId: 'q_1', body: 'x'.repeat(2_001) }, ['body']],
    ['rateHelper', { answerId: 'a_2', stars: 0 }, ['stars']],
    ['rateHelper', { answerId: 'a_2', stars: 6 }, ['stars']],
  ])('BAD_USER_INPUT from %s names each field: %j', async (mutation, input, paths) => {
    const refusal = await asker.refusal(mutation, input);
    expect(refusal.code).toBe('BAD_USER_INPUT');
    expect(refusal.fields?.map(({ path }) => path)).toEqual(paths);
    expect(refusal.fields?.every(({ message }) => message.length > 10)).toBe(true);
  });

  it('BAD_USER_INPUT for accounts: names that are reserved, taken or mistakable, weak passwords', async () => {
    const good = { username: 'newcomer', email: 'newcomer@example.com', password: PASSWORD };
    const cases: [object, string][] = [
      [{ username: 'support' }, 'username'],
      [{ username: 'ASKER' }, 'username'],
      [{ username: 'he1per' }, 'username'],
      [{ username: 'a b' }, 'username'],
      [{ email: 'asker@EXAMPLE.com' }, 'email'],
      [{ email: 'not an address' }, 'email'],
      [{ password: 'short' }, 'password'],
    ];
    for (const [change, path] of cases) {
      const refusal = await community.guest.refusal('register', { ...good, ...change });
      expect([change, refusal.code, refusal.fields?.map((field) => field.path)]).toEqual([
        change,
        'BAD_USER_INPUT',
        [path],
      ]);
    }
  });

  it('CONFLICT where the state does not allow it, with what is there now', async () => {
    expect(await asker.refusal('unacceptAnswer', { answerId: answer.id })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(
      await community.admin.refusal('acceptOnBehalf', { answerId: answer.id, reason: 'It works' }),
    ).toMatchObject({ code: 'CONFLICT', from: expect.stringMatching(/^\d{4}-.*Z$/) });
    expect(await community.admin.refusal('promoteAnswer', { answerId: answer.id })).toMatchObject({
      code: 'CONFLICT',
      article: { id: article.id, slug: article.slug },
    });
    const outdated = { articleId: article.id, expectedVersion: 99, title: 'A title that is long enough' };
    expect(await community.admin.refusal('editArticle', outdated)).toMatchObject({
      code: 'CONFLICT',
      current: { version: 1 },
    });
    const other = await asker.ask({ title: 'Another question, not that one' });
    const misplaced = { questionId: other.id, answerId: answer.id };
    expect(await community.admin.refusal('setOfficialAnswer', misplaced)).toMatchObject({ code: 'CONFLICT' });
  });

  it('CONFLICT when a clientMutationId comes again with something else; the same thing is given again', async () => {
    const input = { questionId: question.id, body: LONG_ENOUGH, clientMutationId: 'retry-1' };
    const once = await helper.act('postAnswer', input, 'answer { id }');
    expect(await helper.act('postAnswer', input, 'answer { id }')).toEqual(once);
    expect((await helper.refusal('postAnswer', { ...input, body: `${LONG_ENOUGH} Or not.` })).code).toBe(
      'CONFLICT',
    );
    const elsewhere = await asker.ask({ title: 'A second question with the same key' });
    expect((await helper.refusal('postAnswer', { ...input, questionId: elsewhere.id })).code).toBe(
      'CONFLICT',
    );
    for (const clientMutationId of ['x'.repeat(201), 'half\u0000', 'half \ud800']) {
      expect(await helper.refusal('postAnswer', { ...input, clientMutationId })).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'clientMutationId' }],
      });
    }
    // It is a name of each person's own.
    expect((await asker.refusal('postAnswer', input)).code).toBe('OK');
  });

  it('a role given and taken away counts from the next request, and so does a logout', async () => {
    const trusted = await community.join('trusted', 'MODERATOR');
    const mark = { questionId: question.id, answerId: answer.id };
    expect((await trusted.refusal('setOfficialAnswer', mark)).code).toBe('OK');
    await community.admin.act('setRole', { userId: trusted.id, role: 'MEMBER' }, '__typename');
    expect((await trusted.refusal('setOfficialAnswer', mark)).code).toBe('FORBIDDEN');
    await trusted.get('mutation { logout { ok } }');
    expect((await trusted.refusal('setOfficialAnswer', mark)).code).toBe('UNAUTHENTICATED');
  });

  it('RATE_LIMITED after six wrong passwords, with the seconds to wait; the right one must wait too', async () => {
    const login = (password: string) => community.guest.refusal('login', { login: 'asker', password });
    const wrong = await login('not it');
    expect(wrong).toMatchObject({ code: 'UNAUTHENTICATED', fields: [{ path: 'login' }] });
    expect(await community.guest.refusal('login', { login: 'nobody-here', password: 'not it' })).toEqual(
      wrong,
    );
    for (let attempt = 0; attempt < 4; attempt += 1)
      expect((await login('not it')).code).toBe('UNAUTHENTICATED');
    const refusal = await login(PASSWORD);
    expect(refusal.code).toBe('RATE_LIMITED');
    expect(refusal['retryAfter']).toEqual(expect.any(Number));
    expect(refusal['retryAfter']).toBeGreaterThan(0);
    expect(refusal['retryAfter']).toBeLessThanOrEqual(60);
  });

  it('INTERNAL_SERVER_ERROR says nothing but the number of the request', async () => {
    const { database } = server.db;
    await database.query('alter table tag rename to tag_gone');
    const { errors, data } = await community.guest.send<unknown>('{ tags { nodes { name } } }');
    await database.query('alter table tag_gone rename to tag');
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      requestId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
    });
    expect(JSON.stringify(errors)).not.toMatch(/tag_gone|relation|select|node_modules/);
    expect(await community.guest.code('{ tags { nodes { name } } }')).toBe('OK');
  });
});
