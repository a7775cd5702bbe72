import { PeerdeskError } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { DomainEvents } from '#libs/platform';
import { Builders, NEW_COMMUNITY, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import {
  AcceptanceWithdrawn,
  AcceptedOnBehalf,
  AlsoSolvedMarked,
  AlsoSolvedWithdrawn,
  AnswerAccepted,
  WithdrawnOnBehalf,
} from '../domain/events.js';

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

describe('which answers solved a question', () => {
  let db: TestDatabase;
  let make: Builders;
  let forum: ReturnType<typeof forumOn>;
  let rules = NEW_COMMUNITY;
  /** What the forum has told of since the story began. */
  let told: string[];
  let asker: Actor;
  let question: number;

  beforeAll(async () => {
    db = await createTestDatabase({ poolSize: 25 });
    make = new Builders(db.database);
    const events = new DomainEvents();
    for (const event of [
      AnswerAccepted,
      AcceptanceWithdrawn,
      AcceptedOnBehalf,
      WithdrawnOnBehalf,
      AlsoSolvedMarked,
      AlsoSolvedWithdrawn,
    ]) {
      events.on<{ answer: { id: number } }>(event, ({ answer }) => {
        told.push(`${event.name} ${answer.id}`);
      });
    }
    forum = forumOn(db.database, events, { now: () => Promise.resolve(rules) });
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    rules = NEW_COMMUNITY;
    told = [];
    asker = await make.member();
    question = await make.question({ author: asker, createdAt: daysAgo(60) });
  });

  const post = async (id: number) =>
    (await db.database.query<Record<string, unknown>>(`select * from post where id = $1`, [id]))[0]!;
  const answers = async (count: number, createdAt?: Date) => {
    const ids: number[] = [];
    for (let n = 0; n < count; n++) ids.push(await make.answer({ question, createdAt }));
    return ids as [number, number, number, number, number, number];
  };
  const alsoSolved = async () => {
    const rows = await db.database.query<{ id: number }>(
      `select id from post where question_id = $1 and also_solved_at is not null order by id`,
      [question],
    );
    return rows.map(({ id }) => id);
  };
  const refused = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'OK',
      (error: unknown) => {
        if (error instanceof PeerdeskError) return error.code;
        throw error;
      },
    );

  describe('“this solved it too”', () => {
    it('is said by the asker beside the accepted answer, of the text as it then is, and taken back', async () => {
      const [accepted, other] = await answers(2);
      await forum.marks.accept(asker, accepted);
      await forum.marks.markAlsoSolved(asker, other);
      await forum.marks.markAlsoSolved(asker, other);
      expect(await post(other)).toMatchObject({
        also_solved_by: asker.accountId,
        also_solved_revision: 1,
        accepted_at: null,
      });
      await forum.marks.unmarkAlsoSolved(asker, other);
      expect(await refused(forum.marks.unmarkAlsoSolved(asker, other))).toBe('CONFLICT');
      expect(await alsoSolved()).toEqual([]);
      expect(told).toEqual([
        `AnswerAccepted ${accepted}`,
        `AlsoSolvedMarked ${other}`,
        `AlsoSolvedWithdrawn ${other}`,
      ]);
    });

    it('is the asker’s alone', async () => {
      const [answer] = await answers(1);
      expect(await refused(forum.marks.markAlsoSolved(await make.member({ role: 'ADMIN' }), answer))).toBe(
        'FORBIDDEN',
      );
    });

    it('is not said of the accepted answer; accepting an answer that is marked so moves it', async () => {
      const [first, second] = await answers(2);
      await forum.marks.accept(asker, first);
      expect(await refused(forum.marks.markAlsoSolved(asker, first))).toBe('CONFLICT');
      await forum.marks.markAlsoSolved(asker, second);
      await forum.marks.accept(asker, second);
      expect(await post(second)).toMatchObject({ also_solved_at: null, accepted_by: asker.accountId });
      expect(await alsoSolved()).toEqual([]);
      expect(told.slice(-3)).toEqual([
        `AcceptanceWithdrawn ${first}`,
        `AlsoSolvedWithdrawn ${second}`,
        `AnswerAccepted ${second}`,
      ]);
    });

    it('holds for four answers, also when ten are marked at once', async () => {
      const ten = [...(await answers(5)), ...(await answers(5))];
      const outcomes = await Promise.all(ten.map((id) => refused(forum.marks.markAlsoSolved(asker, id))));
      expect(outcomes.toSorted()).toEqual([...Array(6).fill('CONFLICT'), ...Array(4).fill('OK')]);
      expect(await alsoSolved()).toHaveLength(4);
    });

    it('holds for fewer where the rules say so', async () => {
      rules = { ...rules, alsoSolvedMost: 1 };
      const [first, second] = await answers(2);
      await forum.marks.markAlsoSolved(asker, first);
      await expect(forum.marks.markAlsoSolved(asker, second)).rejects.toMatchObject({ current: { most: 1 } });
    });

    it('goes with an answer that is deleted and comes back with it, unless its place was taken', async () => {
      rules = { ...rules, alsoSolvedMost: 2 };
      const moderator = await make.member({ role: 'SUPERUSER' });
      const [first, second, third] = await answers(3);
      await forum.marks.markAlsoSolved(asker, first);
      await forum.marks.markAlsoSolved(asker, second);
      await forum.deletion.remove(moderator, first);
      expect(await alsoSolved()).toEqual([second]);
      await forum.deletion.restore(moderator, first);
      expect(await alsoSolved()).toEqual([first, second]);
      expect(await post(first)).toMatchObject({ also_solved_by: asker.accountId, also_solved_revision: 1 });

      await forum.deletion.remove(moderator, first);
      await forum.marks.markAlsoSolved(asker, third);
      await forum.deletion.restore(moderator, first);
      expect(await alsoSolved()).toEqual([second, third]);
    });

    it('against accepting, and against deleting, at once: an answer is left with one of the two, or none', async () => {
      for (let round = 0; round < 10; round++) {
        const author = await make.member();
        const answer = await make.answer({ question, author });
        const outcomes = await Promise.all([
          refused(forum.marks.accept(asker, answer)),
          refused(forum.marks.markAlsoSolved(asker, answer)),
          ...(round % 2 ? [refused(forum.deletion.remove(author, answer))] : []),
        ]);
        expect(outcomes.filter((outcome) => !['OK', 'CONFLICT', 'NOT_FOUND'].includes(outcome))).toEqual([]);
        const left = await post(answer);
        const marks = [left['accepted_at'], left['also_solved_at']].filter((at) => at !== null);
        expect(marks).toHaveLength(round % 2 ? 0 : 1);
        if (round % 2 === 0) expect(left['accepted_at']).not.toBeNull();
      }
    });
  });

  describe('accepting on behalf of an asker who keeps silent', () => {
    let moderator: Actor;
    beforeEach(async () => (moderator = await make.member({ role: 'MODERATOR' })));

    it('is for moderators, with a reason, once the asker had their time', async () => {
      const [old, young] = [(await answers(1, daysAgo(15)))[0], (await answers(1, daysAgo(13)))[0]];
      await expect(forum.onBehalf.accept(moderator, old, ' ')).rejects.toMatchObject({
        fields: [{ path: 'reason', message: expect.stringContaining('why') }],
      });
      await expect(forum.onBehalf.accept(moderator, young, 'It works')).rejects.toMatchObject({
        code: 'CONFLICT',
        current: { from: expect.stringMatching(/^\d{4}-/) },
      });
      const superuser = await make.member({ role: 'SUPERUSER' });
      expect(await refused(forum.onBehalf.accept(superuser, old, 'It works'))).toBe('FORBIDDEN');
      await forum.onBehalf.accept(moderator, old, 'Three people confirm it.');
      expect(await post(old)).toMatchObject({ accepted_by: moderator.accountId, accepted_on_behalf: true });
      expect(await post(question)).toMatchObject({ has_accepted: true, is_answered: true });
      expect(told).toEqual([`AnswerAccepted ${old}`, `AcceptedOnBehalf ${old}`]);
    });

    it('is never for what one wrote, nor for a question that one asked oneself', async () => {
      const own = await make.answer({ question, author: moderator, createdAt: daysAgo(20) });
      expect(await refused(forum.onBehalf.accept(moderator, own, 'Mine is best'))).toBe('FORBIDDEN');
      const asked = await make.question({ author: moderator, createdAt: daysAgo(20) });
      const answer = await make.answer({ question: asked, createdAt: daysAgo(20) });
      expect(await refused(forum.onBehalf.accept(moderator, answer, 'It works'))).toBe('FORBIDDEN');
    });

    it('gives way to the asker: they confirm it, move it, or take it back, and are then waited for again', async () => {
      const [first, second] = await answers(2, daysAgo(20));
      await forum.onBehalf.accept(moderator, first, 'It works');
      await forum.marks.accept(asker, first);
      expect(await post(first)).toMatchObject({ accepted_by: asker.accountId, accepted_on_behalf: false });
      expect(await refused(forum.onBehalf.unaccept(moderator, first, 'No, it does not'))).toBe('CONFLICT');
      expect(await refused(forum.onBehalf.accept(moderator, second, 'Better'))).toBe('CONFLICT');
      expect(told).toEqual([`AnswerAccepted ${first}`, `AcceptedOnBehalf ${first}`]);

      await forum.marks.unaccept(asker, first);
      expect(await refused(forum.onBehalf.accept(moderator, first, 'But it works'))).toBe('CONFLICT');
      await db.database.query(`update post set asker_decided_at = now() - interval '15 days' where id = $1`, [
        question,
      ]);
      await forum.onBehalf.accept(moderator, first, 'But it works');
      await forum.marks.accept(asker, second);
      expect(await post(first)).toMatchObject({ accepted_at: null, accepted_on_behalf: false });
      expect(await post(second)).toMatchObject({ accepted_on_behalf: false });
    });

    it('moderators move and take back what was accepted so', async () => {
      const [first, second] = await answers(2, daysAgo(20));
      await forum.onBehalf.accept(moderator, first, 'It works');
      await forum.onBehalf.accept(moderator, second, 'This works on all versions');
      await forum.onBehalf.unaccept(moderator, second, 'It does not after all');
      expect(told.slice(2)).toEqual([
        `AcceptanceWithdrawn ${first}`,
        `AnswerAccepted ${second}`,
        `AcceptedOnBehalf ${second}`,
        `AcceptanceWithdrawn ${second}`,
        `WithdrawnOnBehalf ${second}`,
      ]);
      expect(await post(question)).toMatchObject({ has_accepted: false });
    });

    it('comes back with a deleted answer as what it was', async () => {
      const [answer] = await answers(1, daysAgo(20));
      await forum.onBehalf.accept(moderator, answer, 'It works');
      await forum.deletion.remove(moderator, answer);
      expect(await post(answer)).toMatchObject({ accepted_at: null, accepted_on_behalf: false });
      await forum.deletion.restore(moderator, answer);
      expect(await post(answer)).toMatchObject({
        accepted_by: moderator.accountId,
        accepted_on_behalf: true,
      });
    });

    it('against the asker at the same moment: the asker’s word stands in the end', async () => {
      for (let round = 0; round < 5; round++) {
        const other = await make.member();
        question = await make.question({ author: other, createdAt: daysAgo(60) });
        const [first, second] = await answers(2, daysAgo(20));
        await Promise.all([
          refused(forum.onBehalf.accept(moderator, first, 'It works')),
          refused(forum.marks.accept(other, second)),
        ]);
        expect(await post(second)).toMatchObject({
          accepted_by: other.accountId,
          accepted_on_behalf: false,
        });
      }
    });
  });
});
