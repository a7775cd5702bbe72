import { globalId } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { Builders, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { PostApplicabilityChanged, QuestionChanged } from '../domain/events.js';
import { PostListQueries } from '../persistence/post-list.queries.js';
import { PostQueries } from '../persistence/post.queries.js';

const QUESTION = {
  title: 'The clock loses an hour each night',
  body: 'Since the update it is always late by an hour.',
  tags: ['clock'],
};
const ANSWER = 'Turn the automatic summer time off, it is broken there.';

describe('what a post applies to', () => {
  let db: TestDatabase;
  let make: Builders;
  let forum: ReturnType<typeof forumOn>;
  let posts: PostQueries;
  let asker: Actor;
  let clock: { productId: number; versionIds: number[] };
  let changed: number[];
  let touched: number[];

  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    forum = forumOn(db.database);
    posts = new PostQueries(db.database);
    forum.events.on(PostApplicabilityChanged, ({ postId }) => void changed.push(postId));
    forum.events.on(QuestionChanged, ({ questionId }) => void touched.push(questionId));
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    asker = await make.member();
    clock = await make.product();
    [changed, touched] = [[], []];
  });

  /** As clients give it, from the place of each version in the list. */
  function range(from: number | null, to: number | null) {
    const version = (at: number | null) =>
      at === null ? null : globalId('productVersion', clock.versionIds[at]!);
    return {
      productId: globalId('product', clock.productId),
      fromVersionId: version(from),
      toVersionId: version(to),
    };
  }
  const appliesTo = async (id: number) => (await posts.byIds([id]))[0]?.appliesTo;
  const kept = (from: number | null, to: number | null) => ({
    productId: clock.productId,
    fromVersionId: from === null ? null : clock.versionIds[from],
    toVersionId: to === null ? null : clock.versionIds[to],
  });

  it('is said by the asker, changed and taken away again, without a revision of the text', async () => {
    const id = await forum.questions.ask(asker, { ...QUESTION, appliesTo: range(1, 1) });
    expect(await appliesTo(id)).toEqual(kept(1, 1));

    await forum.questions.edit(asker, id, { appliesTo: range(1, null) });
    expect(await appliesTo(id)).toEqual(kept(1, null));
    await forum.questions.edit(asker, id, { title: 'The clock loses an hour every night' });
    expect(await appliesTo(id)).toEqual(kept(1, null));
    await forum.questions.edit(asker, id, { appliesTo: null });
    expect(await appliesTo(id)).toBeNull();

    expect(changed).toEqual([id, id, id]);
    expect(touched).toEqual([id, id, id, id]);
    expect((await posts.byIds([id]))[0]?.revision).toBe(2);
  });

  it('is told only when it is another thing than before', async () => {
    const id = await forum.questions.ask(asker, { ...QUESTION, appliesTo: range(0, 2) });
    await forum.questions.edit(asker, id, { appliesTo: range(0, 2) });
    expect(changed).toEqual([id]);
    expect(touched).toEqual([id]);
  });

  it('may be known better by who answers', async () => {
    const question = await forum.questions.ask(asker, { ...QUESTION, appliesTo: range(1, 1) });
    const helper = await make.member();
    const answer = await forum.answers.post(helper, question, { body: ANSWER, appliesTo: range(0, 1) });
    expect(await appliesTo(answer)).toEqual(kept(0, 1));
    expect(await appliesTo(question)).toEqual(kept(1, 1));

    await forum.answers.edit(helper, answer, { body: ANSWER, appliesTo: range(null, 1) });
    expect(await appliesTo(answer)).toEqual(kept(null, 1));
    await forum.answers.edit(helper, answer, { body: `${ANSWER} It is mended in the newest.` });
    expect(await appliesTo(answer)).toEqual(kept(null, 1));
    expect(changed).toEqual([question, answer, answer]);
  });

  it('is refused together with all else that is wrong, and then nothing is written', async () => {
    const attempt = forum.questions.ask(asker, { ...QUESTION, title: 'Late', appliesTo: range(2, 0) });
    await expect(attempt).rejects.toMatchObject({
      fields: [{ path: 'title' }, { path: 'appliesTo.toVersionId' }],
    });
    expect(changed).toEqual([]);
  });

  it('is for others to say only if they may edit the post', async () => {
    const id = await forum.questions.ask(asker, { ...QUESTION, appliesTo: range(1, 1) });
    const stranger = await make.member({ reputation: 100 });
    await expect(forum.questions.edit(stranger, id, { appliesTo: null })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await appliesTo(id)).toEqual(kept(1, 1));
  });

  it('brings the question to those who look at that product or version', async () => {
    const lists = new PostListQueries(db.database);
    const ask = async (range: Parameters<Builders['applies']>[1] | null) => {
      const id = await make.question();
      if (range) await make.applies(id, range);
      return id;
    };
    const { productId, versionIds } = clock;
    const [first, second, third] = versionIds as [number, number, number];
    const other = await make.product();
    const ofSecond = await ask({ productId, fromVersionId: second, toVersionId: second });
    const fromSecond = await ask({ productId, fromVersionId: second });
    const upToFirst = await ask({ productId, toVersionId: first });
    const ofAll = await ask({ productId });
    await ask({ productId: other.productId });
    await ask(null);

    const found = async (filter: { productId?: number; versionId?: number }) =>
      (await lists.questions(filter, 'NEWEST', { first: 20 })).rows.map(({ id }) => id).sort((a, b) => a - b);
    expect(await found({ productId })).toEqual([ofSecond, fromSecond, upToFirst, ofAll]);
    expect(await found({ versionId: first })).toEqual([upToFirst, ofAll]);
    expect(await found({ versionId: second })).toEqual([ofSecond, fromSecond, ofAll]);
    expect(await found({ productId, versionId: third })).toEqual([fromSecond, ofAll]);
    expect(await found({ productId, versionId: other.versionIds[0]! })).toEqual([]);
  });

  it('is for the search to learn, of a question and of its answers, and when a version is renamed', async () => {
    const question = await make.question();
    const answer = await make.answer({ question });
    const { database } = db;
    const dirtyAfter = async (change: () => Promise<unknown>) => {
      await database.query(`delete from search_dirty`);
      await change();
      return (
        await database.query<{ id: number }>(`select id from search_dirty where kind = 'question'`)
      ).map(({ id }) => id);
    };
    const range = { productId: clock.productId, fromVersionId: clock.versionIds[0]! };
    expect(await dirtyAfter(() => make.applies(answer, range))).toEqual([question]);
    expect(
      await dirtyAfter(() =>
        database.query(`update product_version set name = '1.0-final' where id = $1`, [range.fromVersionId]),
      ),
    ).toEqual([question]);
    expect(
      await dirtyAfter(() => database.query(`delete from post_applicability where post_id = $1`, [answer])),
    ).toEqual([question]);
  });
});
