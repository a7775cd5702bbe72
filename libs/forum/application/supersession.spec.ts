import { GUEST, PeerdeskError } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { DomainEvents } from '#libs/platform';
import { Builders, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { AnswerSuperseded, QuestionChanged, SupersessionWithdrawn } from '../domain/events.js';
import { PostListQueries } from '../persistence/post-list.queries.js';
import { PostQueries } from '../persistence/post.queries.js';

describe('a newer answer replaces an older one', () => {
  let db: TestDatabase;
  let make: Builders;
  let forum: ReturnType<typeof forumOn>;
  let lists: PostListQueries;
  let told: string[];
  let asker: Actor;
  let helper: Actor;
  let question: number;
  let older: number;
  let newer: number;

  beforeAll(async () => {
    db = await createTestDatabase({ poolSize: 10 });
    make = new Builders(db.database);
    lists = new PostListQueries(db.database);
    const events = new DomainEvents();
    for (const event of [AnswerSuperseded, SupersessionWithdrawn, QuestionChanged]) {
      events.on<object>(event, () => void told.push(event.name));
    }
    forum = forumOn(db.database, events);
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    told = [];
    [asker, helper] = [await make.member(), await make.member()];
    question = await make.question({ author: asker });
    older = await make.answer({ question, author: helper, createdAt: new Date('2024-03-01') });
    newer = await make.answer({ question, createdAt: new Date('2026-03-01') });
  });

  const post = async (id: number) =>
    (await db.database.query<Record<string, unknown>>(`select * from post where id = $1`, [id]))[0]!;
  const best = async () =>
    (await lists.answers(question, 'BEST', { first: 10 }, GUEST)).rows.map(({ id }) => id);
  const refused = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'OK',
      (error: unknown) => {
        if (error instanceof PeerdeskError) return error.code;
        throw error;
      },
    );

  it('says who, when, why and of which text; the older one keeps its acceptance and loses its place', async () => {
    await forum.marks.accept(asker, older);
    expect(await best()).toEqual([older, newer]);
    await forum.supersession.supersede(helper, older, newer, '  The menu has  moved. ');
    expect(await post(older)).toMatchObject({
      superseded_by: newer,
      superseded_marked_by: helper.accountId,
      superseded_revision: 1,
      superseded_reason: 'The menu has moved.',
      accepted_by: asker.accountId,
    });
    expect(await best()).toEqual([newer, older]);
    expect(told.slice(-2)).toEqual(['AnswerSuperseded', 'QuestionChanged']);
    await forum.supersession.withdraw(helper, older);
    expect(await best()).toEqual([older, newer]);
    expect(told.slice(-2)).toEqual(['SupersessionWithdrawn', 'QuestionChanged']);
    expect(await refused(forum.supersession.withdraw(helper, older))).toBe('CONFLICT');
  });

  it('is said by the author of the older one and by those who moderate', async () => {
    const author = await make.member();
    const third = await make.answer({ question, author });
    expect(await refused(forum.supersession.supersede(author, older, third))).toBe('FORBIDDEN');
    expect(await refused(forum.supersession.supersede(asker, older, newer))).toBe('FORBIDDEN');
    const superuser = await make.member({ role: 'SUPERUSER' });
    expect(await refused(forum.supersession.supersede(superuser, older, third))).toBe('OK');
    expect(await refused(forum.supersession.supersede(helper, older, newer))).toBe('OK');
    expect((await post(older))['superseded_by']).toBe(newer);
  });

  it.each(['an older one', 'itself', 'one of another question', 'a deleted one', 'a question'])(
    'is refused for %s',
    async (which) => {
      const moderator = await make.member({ role: 'MODERATOR' });
      const candidates: Record<string, () => Promise<number>> = {
        'an older one': () => make.answer({ question, createdAt: new Date('2020-01-01') }),
        itself: () => Promise.resolve(older),
        'one of another question': () => make.answer(),
        'a deleted one': async () => {
          await forum.deletion.remove(moderator, newer);
          return newer;
        },
        'a question': () => make.question(),
      };
      const target = await candidates[which]!();
      const code = await refused(forum.supersession.supersede(moderator, older, target));
      expect(code).toBe(['a deleted one', 'a question'].includes(which) ? 'NOT_FOUND' : 'BAD_USER_INPUT');
      expect((await post(older))['superseded_by']).toBeNull();
    },
  );

  it('two who replace one another at once make no circle', async () => {
    const moderator = await make.member({ role: 'MODERATOR' });
    const outcomes = await Promise.all([
      refused(forum.supersession.supersede(moderator, older, newer)),
      refused(forum.supersession.supersede(moderator, newer, older)),
    ]);
    expect(outcomes).toEqual(['OK', 'BAD_USER_INPUT']);
    await expect(
      db.database.query(
        `update post set superseded_by = $1, superseded_at = now(), superseded_revision = 1 where id = $2`,
        [older, newer],
      ),
    ).rejects.toMatchObject({ constraint: 'post_successor_is_younger' });
  });

  it('a chain leads to its end', async () => {
    const newest = await make.answer({ question });
    const moderator = await make.member({ role: 'MODERATOR' });
    await forum.supersession.supersede(moderator, older, newer);
    await forum.supersession.supersede(moderator, newer, newest);
    const rows = await new PostQueries(db.database).byIds([older, newer, newest]);
    const successors = new Map(rows.map((row) => [row.id, row.successorIds]));
    expect(successors.get(older)).toEqual([newer, newest]);
    expect(successors.get(newer)).toEqual([newest]);
    expect(successors.get(newest)).toBeNull();
    expect(rows.find(({ id }) => id === older)?.markers?.[moderator.accountId]).toMatchObject({
      role: 'MODERATOR',
    });
  });

  it('waits while the newer one is deleted, and holds again when it is restored', async () => {
    const moderator = await make.member({ role: 'MODERATOR' });
    await forum.supersession.supersede(helper, older, newer, 'The menu has moved.');
    await forum.deletion.remove(moderator, newer);
    expect(await post(older)).toMatchObject({ superseded_by: null, superseded_at: null });
    await forum.deletion.restore(moderator, newer);
    expect(await post(older)).toMatchObject({
      superseded_by: newer,
      superseded_marked_by: helper.accountId,
      superseded_reason: 'The menu has moved.',
    });

    const third = await make.answer({ question });
    await forum.deletion.remove(moderator, newer);
    await forum.supersession.supersede(helper, older, third);
    await forum.deletion.restore(moderator, newer);
    expect((await post(older))['superseded_by']).toBe(third);
  });

  it('against the deletion of the newer one at once: nothing is replaced by what nobody sees', async () => {
    for (let round = 0; round < 10; round++) {
      const moderator = await make.member({ role: 'MODERATOR' });
      const [old, young] = [await make.answer({ question }), await make.answer({ question })];
      await Promise.all([
        refused(forum.supersession.supersede(moderator, old, young)),
        refused(forum.deletion.remove(moderator, young)),
      ]);
      expect((await post(old))['superseded_by']).toBeNull();
    }
  });

  it('takes an accepted answer from the candidates for the FAQ, and brings it back', async () => {
    const candidates = () =>
      db.database.query(`select answer_id from promotion_candidate where answer_id = $1`, [older]);
    await forum.marks.accept(asker, older);
    expect(await candidates()).toHaveLength(1);
    await forum.supersession.supersede(helper, older, newer);
    expect(await candidates()).toEqual([]);
    await forum.supersession.withdraw(helper, older);
    expect(await candidates()).toHaveLength(1);
  });

  it('counts as a change for search', async () => {
    await db.database.query(`delete from search_dirty`);
    await forum.supersession.supersede(helper, older, newer);
    expect(await db.database.query(`select id from search_dirty where id = $1`, [question])).not.toEqual([]);
  });
});
