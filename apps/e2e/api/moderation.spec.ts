import { findArrangedVotes } from '../support/arranged-votes.js';
import { Client, PASSWORD } from '../support/client.js';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

const CASES = `{ fraudCases { nodes { id kind state people { username } votes { nodes { id state voter { username } } } } } }`;
const CASE = `query ($id: ID!) { fraudCase(id: $id) {
  state people { username } evidence { name value } edges { upvotes from { username } to { username } }
  proposedBy { username } viewerCan { propose confirm dismiss undo } votes { totalCount nodes { id state isProposed } }
} }`;
const QUEUE = `{ flagQueue { nodes { isPriority viewerCanResolve post { id } flags { reason remark flagger { username } } } } }`;
const MINE = `{ myFlags { nodes { reason verdict note flagger { username } post { id } } } }`;

interface Case {
  fraudCase: {
    state: string;
    viewerCan: Record<string, boolean>;
    votes: { totalCount: number; nodes: { id: string; state: string; isProposed: boolean }[] };
  } | null;
}

describe('keeping order', () => {
  let server: TestServer;
  let community: Community;
  let member: Person;
  let author: Person;
  let superuser: Person;
  let ann: Person;
  let bob: Person;
  let admin: Person;
  let answer: Posted;

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    [member, author] = [await community.join('mia'), await community.join('arthur')];
    superuser = await community.join('sue', 'SUPERUSER');
    [ann, bob] = [await community.join('ann', 'MODERATOR'), await community.join('bob', 'MODERATOR')];
    admin = await community.join('chief', 'ADMIN');
    answer = await author.answer((await member.ask()).id);
  });
  afterAll(() => server.stop());

  describe('by reports', () => {
    it('those who moderate see who reported what, and those who reported what became of it', async () => {
      await member.act(
        'flagPost',
        { postId: answer.id, reason: 'PLAGIARISM', remark: 'Page 12' },
        'flag { id }',
      );
      expect(await superuser.get(QUEUE)).toEqual({
        flagQueue: {
          nodes: [
            {
              isPriority: false,
              viewerCanResolve: true,
              post: { id: answer.id },
              flags: [{ reason: 'PLAGIARISM', remark: 'Page 12', flagger: { username: 'mia' } }],
            },
          ],
        },
      });
      await superuser.act(
        'resolveFlags',
        { postId: answer.id, verdict: 'HELPFUL', note: 'Thanks.' },
        'postId',
      );
      expect(await member.get(MINE)).toMatchObject({
        myFlags: { nodes: [{ verdict: 'HELPFUL', note: 'Thanks.', post: { id: answer.id } }] },
      });
      expect(await superuser.get(QUEUE)).toEqual({ flagQueue: { nodes: [] } });
    });

    it('come first by people who report well', async () => {
      const [first, second] = [await author.ask(), await author.ask({ title: 'How do I clean the filter?' })];
      await member.act('flagPost', { postId: first.id, reason: 'RUDE' }, 'flag { id }');
      await superuser.act('flagPost', { postId: second.id, reason: 'SPAM' }, 'flag { id }');
      const { flagQueue } = await ann.get<{ flagQueue: { nodes: { post: Posted; isPriority: boolean }[] } }>(
        QUEUE,
      );
      expect(flagQueue.nodes).toMatchObject([
        { post: { id: second.id }, isPriority: true },
        { post: { id: first.id }, isPriority: false },
      ]);
      const page = await ann.get<{ flagQueue: { pageInfo: { endCursor: string } } }>(
        `{ flagQueue(first: 1) { pageInfo { endCursor } } }`,
      );
      const next = `query ($after: String) { flagQueue(first: 1, after: $after) { nodes { post { id } } } }`;
      expect(await ann.get(next, { after: page.flagQueue.pageInfo.endCursor })).toEqual({
        flagQueue: { nodes: [{ post: { id: first.id } }] },
      });
    });

    it('are for nobody else', async () => {
      const row = await server.db.database.one<{ id: number }>(`select min(id) as id from flag`);
      const id = `j_${row?.id}`;
      const node = `query ($id: ID!) { node(id: $id) { id } }`;
      expect(await author.get(node, { id })).toEqual({ node: null });
      expect(await member.get(node, { id })).toEqual({ node: { id } });
      expect(await author.code(QUEUE)).toBe('FORBIDDEN');
      expect(await new Client(server.url).code(QUEUE)).toBe('UNAUTHENTICATED');
      expect(await author.get(MINE)).toEqual({ myFlags: { nodes: [] } });
    });
  });

  describe('by sanctions', () => {
    it('people learn why points were taken, and not by whom', async () => {
      const { sanction } = await ann.act<{ sanction: { id: string } }>(
        'sanctionMember',
        { userId: author.id, points: 50, reason: 'Insulted people.' },
        'sanction { id }',
      );
      const query = `query ($userId: ID!) { sanctionsOf(userId: $userId) { nodes { points reason liftedAt sanctionedBy { username } } } }`;
      expect(await author.get(query, { userId: author.id })).toEqual({
        sanctionsOf: {
          nodes: [{ points: 50, reason: 'Insulted people.', liftedAt: null, sanctionedBy: null }],
        },
      });
      expect(await member.code(query, { userId: author.id })).toBe('FORBIDDEN');
      expect((await author.standing()).latest).toMatchObject({
        delta: -50,
        reason: 'SANCTIONED',
        post: null,
      });
      expect(await author.get(`{ viewer { notices { nodes { kind reason points } } } }`)).toMatchObject({
        viewer: { notices: { nodes: [{ kind: 'SANCTIONED', reason: 'Insulted people.', points: -50 }] } },
      });
      await bob.act(
        'liftSanction',
        { sanctionId: sanction.id, reason: 'Apologised.' },
        'sanction { liftedAt }',
      );
      expect((await author.standing()).latest).toMatchObject({ delta: 50, reason: 'REVERSAL' });
    });
  });

  describe('by cases of arranged votes', () => {
    let id: string;
    let voter: Person;
    let star: Person;

    beforeAll(async () => {
      [voter, star] = [await community.join('victor'), await community.join('stella')];
      const question = await member.ask({ title: 'How do I bleed a radiator?' });
      for (let n = 0; n < 3; n++) {
        const post = await star.answer(question.id, `Turn the valve by ${n + 1} quarters, and wait.`);
        await voter.vote(post.id, 'UP');
      }
      id = await findArrangedVotes(server);
    });

    it('which nobody below MODERATOR sees, nor anybody whom it is about, by whatever way', async () => {
      const node = `query ($id: ID!) { node(id: $id) { id } }`;
      for (const person of [member, superuser, voter, star]) {
        expect(await person.code(CASES)).toBe('FORBIDDEN');
        expect(await person.code(CASE, { id })).toBe('FORBIDDEN');
        expect(await person.get(node, { id })).toEqual({ node: null });
        for (const mutation of ['proposeInvalidation', 'dismissFraudCase', 'undoInvalidation']) {
          expect(await person.refusal(mutation, { caseId: id, reason: 'x' })).toMatchObject({
            code: 'FORBIDDEN',
          });
        }
      }
      await server.db.database.query(`update account set role = 'ADMIN' where username = 'stella'`);
      expect(await star.get(CASES)).toEqual({ fraudCases: { nodes: [] } });
      expect(await star.get(CASE, { id })).toEqual({ fraudCase: null });
      expect(await star.get(node, { id })).toEqual({ node: null });
      expect(await star.refusal('dismissFraudCase', { caseId: id, reason: 'x' })).toMatchObject({
        code: 'NOT_FOUND',
      });
      await server.db.database.query(`update account set role = 'MEMBER' where username = 'stella'`);
    });

    it('are decided on by two, told to whoever lost by them without a name, and public in number', async () => {
      const before = (await star.standing()).reputation;
      const seen = await ann.get<Case>(CASE, { id });
      expect(seen.fraudCase).toMatchObject({
        state: 'OPEN',
        people: [{ username: 'victor' }, { username: 'stella' }],
        evidence: expect.arrayContaining([{ name: 'MOST_IN_AN_HOUR', value: 3 }]),
        edges: [{ upvotes: 3, from: { username: 'victor' }, to: { username: 'stella' } }],
        viewerCan: { propose: true, confirm: false, dismiss: true, undo: false },
        votes: { totalCount: 3 },
      });
      await ann.act('proposeInvalidation', { caseId: id, reason: 'One person.' }, 'fraudCase { state }');
      expect((await ann.get<Case>(CASE, { id })).fraudCase?.viewerCan).toMatchObject({ confirm: false });
      expect((await bob.get<Case>(CASE, { id })).fraudCase).toMatchObject({
        proposedBy: { username: 'ann' },
        viewerCan: { confirm: true, propose: false },
        votes: { nodes: [{ isProposed: true }, { isProposed: true }, { isProposed: true }] },
      });
      await bob.act('confirmInvalidation', { caseId: id }, 'fraudCase { state }');
      expect((await star.standing()).reputation).toBe(before - 30);

      const notices = JSON.stringify(
        await star.get(`{ viewer { notices { nodes { kind title name points count } } } }`),
      );
      expect(notices).toContain('"kind":"VOTES_INVALIDATED","title":null,"name":null,"points":-30,"count":3');
      expect(notices).not.toContain('victor');
      expect(await new Client(server.url).get(`{ invalidatedByMonth { votes acceptances } }`)).toMatchObject({
        invalidatedByMonth: [{ votes: 3, acceptances: 0 }, ...Array<object>(11).fill({ votes: 0 })],
      });
      const { auditRecords } = await admin.get<{ auditRecords: { nodes: object[] } }>(
        `{ auditRecords(first: 2) { nodes { action subjectKind subjectPath } } }`,
      );
      expect(auditRecords.nodes).toMatchObject([
        { action: 'fraud_case.invalidated', subjectKind: 'FRAUD_CASE', subjectPath: `/desk/fraud/${id}` },
        { action: 'fraud_case.invalidation-proposed' },
      ]);
    });

    it('say of an answer whether it was accepted or solved it too', async () => {
      const question = await voter.ask({ title: 'Which valve do I open first?' });
      const answer = await star.answer(question.id);
      await voter.act('markAlsoSolved', { answerId: answer.id }, '__typename');
      await server.db.database.query(
        `insert into fraud_case_acceptance (case_id, answer_id, asker_id, helper_id, mark, accepted_at)
         select c.id, a.id, q.author_id, a.author_id, 'ALSO_SOLVED', a.also_solved_at
           from fraud_case c, post a join post q on q.id = a.question_id
          where 'z_' || c.id = $1 and 'a_' || a.id = $2`,
        [id, answer.id],
      );
      const seen = await ann.get<{ fraudCase: { acceptances: { nodes: object[] } } }>(
        `query ($id: ID!) { fraudCase(id: $id) { acceptances { nodes { answerId mark state } } } }`,
        { id },
      );
      expect(seen.fraudCase.acceptances.nodes).toEqual([
        { answerId: answer.id, mark: 'ALSO_SOLVED', state: 'STANDS' },
      ]);
      await voter.act('unmarkAlsoSolved', { answerId: answer.id }, '__typename');
    });

    it('leave a void vote with its voter, who cannot take it back', async () => {
      const { nodes } = (await ann.get<Case>(CASE, { id })).fraudCase!.votes;
      expect(nodes.map(({ state }) => state)).toEqual(['VOID', 'VOID', 'VOID']);
      const row = await server.db.database.one<{ post: number }>(
        `select post_id as post from vote where voided_at is not null limit 1`,
      );
      expect(await voter.refusal('castVote', { postId: `a_${row?.post}`, value: 'NONE' })).toMatchObject({
        code: 'CONFLICT',
        reason: 'VOTE_VOID',
      });
    });

    it('can be given back', async () => {
      await admin.act(
        'undoInvalidation',
        { caseId: id, reason: 'A class of pupils.' },
        'fraudCase { state }',
      );
      expect((await star.standing()).reputation).toBe(30);
      const { viewer } = await star.get<{ viewer: { notices: { nodes: object[] } } }>(
        `{ viewer { notices(first: 1) { nodes { kind points count path } } } }`,
      );
      expect(viewer.notices.nodes).toEqual([
        { kind: 'VOTES_GIVEN_BACK', points: 30, count: 3, path: '/people/stella?tab=reputation' },
      ]);
      expect(await new Client(server.url).get(`{ invalidatedByMonth { votes } }`)).toMatchObject({
        invalidatedByMonth: [{ votes: 0 }, ...Array<object>(11).fill({})],
      });
    });

    it('go by thresholds that admins alone read and set', async () => {
      const thresholds = `{ fraudThresholds { serialVotes regrowth } }`;
      for (const person of [member, superuser, ann]) {
        expect(await person.code(thresholds)).toBe('FORBIDDEN');
      }
      expect(await admin.get(thresholds)).toMatchObject({
        fraudThresholds: { serialVotes: expect.any(Number) },
      });
    });
  });

  it('notes of logins, votes and answers no more than a hash', async () => {
    const rows = await server.db.database.query<{ kind: string; bytes: number }>(
      `select kind, length(hash) as bytes from account_signal group by 1, 2 order by 1`,
    );
    expect(rows).toEqual([
      { kind: 'ANSWER', bytes: 16 },
      { kind: 'VOTE', bytes: 16 },
    ]);
    await new Client(server.url).refusal('login', { login: 'mia', password: 'wrong' });
    const logins = `select account_id from account_signal where kind = 'LOGIN'`;
    expect(await server.db.database.query(logins)).toEqual([]);
    await new Client(server.url).act('login', { login: 'mia', password: PASSWORD }, 'token');
    expect(await server.db.database.query(logins)).toHaveLength(1);
  });
});
