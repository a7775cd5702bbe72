import type { Actor } from '#libs/kernel';
import { Builders, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { QuestionChanged, VotesReinstated, VotesVoided } from '../domain/events.js';

const CASE = 7;

describe('a vote that was found invalid', () => {
  let db: TestDatabase;
  let make: Builders;
  let forum: ReturnType<typeof forumOn>;
  let happened: object[] = [];
  let question: number;
  let answer: number;
  let voter: Actor;

  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    forum = forumOn(db.database);
    const note = (told: object) => void happened.push(told);
    forum.events.on(VotesVoided, note);
    forum.events.on(VotesReinstated, note);
    forum.events.on(QuestionChanged, note);
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    question = await make.question();
    answer = await make.answer({ question });
    voter = await make.member({ reputation: 500 });
    await forum.votes.cast(voter, answer, 'UP');
    happened = [];
  });

  const voteOf = async (person: Actor, post: number) =>
    (await db.database.one<{ id: number; value: number }>(
      `select id, value from vote where voter_id = $1 and post_id = $2`,
      [person.accountId, post],
    ))!;
  const counts = (id: number) =>
    db.database.one(`select up_count as up, down_count as down, score from post where id = $1`, [id]);
  const isAnswered = async () =>
    (await db.database.one<{ is: boolean }>(`select is_answered as is from post where id = $1`, [question]))
      ?.is;

  it('counts for nothing, neither in the score nor for whether the question is answered', async () => {
    expect(await isAnswered()).toBe(true);
    const { id } = await voteOf(voter, answer);
    await forum.voidedVotes.void(CASE, [id], []);
    expect(await counts(answer)).toEqual({ up: 0, down: 0, score: 0 });
    expect(await isAnswered()).toBe(false);
    expect(happened).toMatchObject([
      { caseId: CASE, votes: [{ id, voterId: voter.accountId, value: 1, isVisible: true }], acceptances: [] },
      { questionId: question },
    ]);
  });

  it('stays its voter’s, who can neither withdraw nor turn it, nor cast it again to lift that', async () => {
    const { id } = await voteOf(voter, answer);
    await forum.voidedVotes.void(CASE, [id], []);
    for (const value of ['NONE', 'DOWN'] as const) {
      await expect(forum.votes.cast(voter, answer, value)).rejects.toMatchObject({
        code: 'CONFLICT',
        details: { reason: 'VOTE_VOID' },
      });
    }
    await forum.votes.cast(voter, answer, 'UP');
    expect(await voteOf(voter, answer)).toEqual({ id, value: 1 });
    expect(await counts(answer)).toMatchObject({ score: 0 });
  });

  it.each([`delete from vote where id = $1`, `update vote set value = -value where id = $1`])(
    'is held by the database too: %s',
    async (attempt) => {
      const { id } = await voteOf(voter, answer);
      await forum.voidedVotes.void(CASE, [id], []);
      await expect(db.database.query(attempt, [id])).rejects.toMatchObject({ constraint: 'vote_void_stays' });
    },
  );

  it('counts again when that is undone, beside what was voted meanwhile', async () => {
    const { id } = await voteOf(voter, answer);
    await forum.voidedVotes.void(CASE, [id], []);
    await forum.votes.cast(await make.member({ reputation: 500 }), answer, 'DOWN');
    await forum.voidedVotes.reinstate(CASE);
    expect(await counts(answer)).toEqual({ up: 1, down: 1, score: 0 });
    await forum.votes.cast(voter, answer, 'NONE');
    expect(await counts(answer)).toEqual({ up: 0, down: 1, score: -1 });
  });

  it('is made so once, and what was withdrawn before is no matter', async () => {
    const { id } = await voteOf(voter, answer);
    await forum.votes.cast(voter, answer, 'NONE');
    expect(await forum.voidedVotes.void(CASE, [id], [])).toEqual({ votes: [], acceptances: [] });
    await forum.votes.cast(voter, answer, 'UP');
    const again = await voteOf(voter, answer);
    await forum.voidedVotes.void(CASE, [again.id], []);
    expect(await forum.voidedVotes.void(CASE + 1, [again.id], [])).toMatchObject({ votes: [] });
    expect(await forum.voidedVotes.reinstate(CASE + 1)).toMatchObject({ votes: [] });
    expect(await counts(answer)).toMatchObject({ up: 0 });
  });

  it('and votes that are cast at the same moment end in counts that are those of the rows', async () => {
    const others = await Promise.all(Array.from({ length: 6 }, () => make.member({ reputation: 500 })));
    const { id } = await voteOf(voter, answer);
    await Promise.all([
      ...others.map((other) => forum.votes.cast(other, answer, 'UP')),
      forum.voidedVotes.void(CASE, [id], []),
      forum.votes.cast(voter, answer, 'NONE').catch(() => undefined),
    ]);
    expect(await counts(answer)).toEqual({ up: 6, down: 0, score: 6 });
  });
});
