import type { Actor } from '#libs/kernel';
import { Builders, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';

describe('of two who restore the same thing at once, the second learns that it is there again', () => {
  let db: TestDatabase;
  let make: Builders;
  let forum: ReturnType<typeof forumOn>;
  let moderators: Actor[];

  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    forum = forumOn(db.database);
    moderators = [await make.member({ role: 'SUPERUSER' }), await make.member({ role: 'MODERATOR' })];
  });
  afterAll(() => db.drop());

  const refusals = async (attempts: Promise<unknown>[]) =>
    (await Promise.allSettled(attempts)).flatMap((attempt) =>
      attempt.status === 'rejected' ? [(attempt.reason as { code: string }).code] : [],
    );
  const rowOf = (sql: string, id: number) => db.database.one<{ count: number }>(sql, [id]);

  it('an answer, which counts once', async () => {
    const question = await make.question();
    const answer = await make.answer({ question });
    await forum.deletion.remove(moderators[0]!, answer);
    expect(await refusals(moderators.map((person) => forum.deletion.restore(person, answer)))).toEqual([
      'CONFLICT',
    ]);
    expect(await rowOf(`select answer_count as count from post where id = $1`, question)).toEqual({
      count: 1,
    });
  });

  it('a comment, which counts once', async () => {
    const question = await make.question();
    const comment = await make.comment(question);
    await forum.comments.remove(moderators[0]!, comment);
    expect(await refusals(moderators.map((person) => forum.comments.restore(person, comment)))).toEqual([
      'CONFLICT',
    ]);
    expect(await rowOf(`select comment_count as count from post where id = $1`, question)).toEqual({
      count: 1,
    });
  });
});
