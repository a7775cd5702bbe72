import { GUEST, encodeCursor } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { PostListQueries } from './post-list.queries.js';
import type { AnswerOrder, QuestionOrder } from './post-list.queries.js';
import type { PostRow } from './post.queries.js';

describe('lists of posts', () => {
  let db: TestDatabase;
  let make: Builders;
  let lists: PostListQueries;

  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    lists = new PostListQueries(db.database);
    // Few different times and scores, so that most neighbours are equal in all but their number.
    for (let n = 0; n < 23; n++) {
      const question = await make.question({
        createdAt: new Date(2026, 0, 1 + (n % 3)),
        tags: ['x', `t${n % 4}`],
      });
      await db.database.query(`update post set up_count = $2, is_answered = $3 where id = $1`, [
        question,
        n % 2,
        n % 5 === 0,
      ]);
    }
  });
  afterAll(() => db.drop());

  /** Every page of a list, seven at a time. */
  async function walk(
    page: (after: string | null) => Promise<{ rows: PostRow[]; hasNextPage: boolean }>,
    cursor: (row: PostRow) => string,
  ): Promise<PostRow[]> {
    const seen: PostRow[] = [];
    for (let after: string | null = null; ;) {
      const { rows, hasNextPage } = await page(after);
      seen.push(...rows);
      const last = rows.at(-1);
      if (!hasNextPage || !last) return seen;
      after = cursor(last);
    }
  }

  it.each(['ACTIVITY', 'NEWEST', 'VOTES', 'UNANSWERED_FIRST'] satisfies QuestionOrder[])(
    'questions by %s: page after page gives each once, in the order of the whole list',
    async (order) => {
      const whole = await lists.questions({}, order, { first: 100 });
      const walked = await walk(
        (after) => lists.questions({}, order, { first: 7, after }),
        (row) => lists.questionCursor(order, row),
      );
      expect(walked.map((row) => row.id)).toEqual(whole.rows.map((row) => row.id));
      expect(new Set(walked.map((row) => row.id)).size).toBe(23);
    },
  );

  it.each(['BEST', 'NEWEST', 'OLDEST'] satisfies AnswerOrder[])('answers by %s likewise', async (order) => {
    const question = await make.question();
    const ids: number[] = [];
    for (let n = 0; n < 16; n++)
      ids.push(await make.answer({ question, createdAt: new Date(2026, 0, 1 + (n % 2)) }));
    await db.database.query(`update post set up_count = id % 3 where question_id = $1`, [question]);
    await db.database.query(`update post set accepted_at = now() where id = $1`, [ids[3]]);
    await db.database.query(`update post set official_at = now() where id = $1`, [ids[9]]);
    await db.database.query(`update post set also_solved_at = now() where id = any($1)`, [[ids[1], ids[4]]]);
    await db.database.query(`update post set superseded_at = now(), superseded_by = $2 where id = any($1)`, [
      [ids[3], ids[5], ids[8]],
      ids[15],
    ]);
    const walked = await walk(
      (after) => lists.answers(question, order, { first: 7, after }),
      (row) => lists.answerCursor(order, row),
    );
    expect(new Set(walked.map((row) => row.id))).toEqual(new Set(ids));
    expect(walked).toHaveLength(ids.length);
    if (order === 'BEST') {
      const placed = walked.map((row) => row.id);
      expect(placed[0]).toBe(ids[9]);
      expect(new Set(placed.slice(1, 3))).toEqual(new Set([ids[1], ids[4]]));
      // The accepted one is among those that are replaced, and the first of them.
      expect(placed.at(-3)).toBe(ids[3]);
      expect(new Set(placed.slice(-3))).toEqual(new Set([ids[3], ids[5], ids[8]]));
    }
  });

  it('a cursor of BEST as it was given out before answers could be replaced is refused as any foreign one', async () => {
    const question = await make.question();
    const after = encodeCursor('answers.best', [true, true, 0, '2026-01-01T00:00:00.000Z', 1]);
    await expect(lists.answers(question, 'BEST', { first: 7, after })).rejects.toMatchObject({
      fields: [{ path: 'after' }],
    });
  });

  it('filters: all of the tags, answered or not, by author', async () => {
    const count = async (filter: Parameters<PostListQueries['questions']>[0]) =>
      (await lists.questions(filter, 'NEWEST', { first: 100 })).rows.length;
    expect(await count({ tags: ['x', 't1'] })).toBe(6);
    expect(await count({ tags: ['t1', 't2'] })).toBe(0);
    expect(await count({ tags: ['x'], answered: true })).toBe(5);
    const author = await make.member();
    await make.question({ author });
    expect(await count({ authorId: author.accountId })).toBe(1);
  });

  it('deleted answers are listed to their author and to those who moderate, to nobody else', async () => {
    const question = await make.question();
    const author = await make.member();
    const [kept, deleted] = [await make.answer({ question }), await make.answer({ question, author })];
    await db.database.query(`update post set deleted_at = now() where id = $1`, [deleted]);
    const seenBy = async (viewer: Viewer) =>
      (await lists.answers(question, 'OLDEST', { first: 10 }, viewer)).rows.map((row) => row.id);

    expect(await seenBy(GUEST)).toEqual([kept]);
    expect(await seenBy(await make.member())).toEqual([kept]);
    expect(await seenBy(author)).toEqual([kept, deleted]);
    expect(await seenBy(await make.member({ role: 'SUPERUSER' }))).toEqual([kept, deleted]);
  });
});
