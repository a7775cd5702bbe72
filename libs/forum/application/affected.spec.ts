import { GUEST } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { Builders, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { PostQueries } from '../persistence/post.queries.js';

describe('“I have this too”', () => {
  let db: TestDatabase;
  let make: Builders;
  let forum: ReturnType<typeof forumOn>;
  let posts: PostQueries;
  beforeAll(async () => {
    db = await createTestDatabase({ poolSize: 24 });
    make = new Builders(db.database);
    forum = forumOn(db.database);
    posts = new PostQueries(db.database);
  });
  afterAll(() => db.drop());

  const countOf = async (question: number) => (await posts.byIds([question]))[0]?.affectedCount;
  const says = async ({ accountId }: Actor, question: number) =>
    (await posts.reactionsInThreads(accountId, [question])).some(({ vote }) => vote === null);

  it('is said once by each person, and taken back', async () => {
    const question = await make.question();
    const [ann, bob] = [await make.member(), await make.member()];
    for (const person of [ann, bob, ann]) await forum.affected.mark(person, question, true);
    expect(await countOf(question)).toBe(2);
    expect(await says(ann, question)).toBe(true);

    await forum.affected.mark(ann, question, false);
    await forum.affected.mark(ann, question, false);
    expect(await countOf(question)).toBe(1);
    expect(await says(ann, question)).toBe(false);
  });

  it('needs an account and no standing; who asked is counted already', async () => {
    const asker = await make.member();
    const question = await make.question({ author: asker });
    await expect(forum.affected.mark(GUEST, question, true)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await expect(forum.affected.mark(asker, question, true)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      requires: 'ANOTHER_AUTHOR',
    });
    await forum.affected.mark(await make.member({ reputation: 0 }), question, true);
    expect(await countOf(question)).toBe(1);
  });

  it('is about questions that are there', async () => {
    const [moderator, reader] = [await make.member({ role: 'MODERATOR' }), await make.member()];
    const answer = await make.answer();
    await expect(forum.affected.mark(reader, answer, true)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const question = await make.question();
    await forum.deletion.remove(moderator, question);
    await expect(forum.affected.mark(reader, question, true)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(forum.affected.mark(moderator, question, true)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('counts a person once who clicks twenty times at once, and all of twenty who click at once', async () => {
    const [one, other] = [await make.question(), await make.question()];
    const reader = await make.member();
    await Promise.all(Array.from({ length: 20 }, () => forum.affected.mark(reader, one, true)));
    expect(await countOf(one)).toBe(1);

    const readers = await Promise.all(Array.from({ length: 20 }, () => make.member()));
    await Promise.all(readers.map((person) => forum.affected.mark(person, other, true)));
    expect(await countOf(other)).toBe(20);

    await Promise.all(readers.map((person, i) => forum.affected.mark(person, other, i % 2 === 0)));
    expect(await countOf(other)).toBe(10);
  });
});
