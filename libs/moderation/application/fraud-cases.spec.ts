import type { Actor } from '#libs/kernel';
import { Builders, createTestDatabase, forumOn, moderationOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { VotesGivenBack, VotesInvalidated } from '../domain/events.js';
import { Town } from '../testing/town.js';

describe('a case of arranged votes', () => {
  let db: TestDatabase;
  let town: Town;
  let forum: ReturnType<typeof forumOn>;
  let desk: ReturnType<typeof moderationOn>;
  let told: (VotesInvalidated | VotesGivenBack)[] = [];
  let [ann, bob]: Actor[] = [];
  let admin: Actor;
  let voter: Actor;
  let author: Actor;
  let caseId: number;
  let voteIds: number[];

  beforeAll(async () => {
    db = await createTestDatabase();
    forum = forumOn(db.database);
    desk = moderationOn(db.database, forum.events);
    forum.events.on(VotesInvalidated, (event) => void told.push(event));
    forum.events.on(VotesGivenBack, (event) => void told.push(event));
    const make = new Builders(db.database);
    town = new Town(db.database, make, (who, post, value) => forum.votes.cast(who, post, value));
    admin = await make.member({ role: 'ADMIN' });
    ann = await make.member({ role: 'MODERATOR', username: 'ann' });
    bob = await make.member({ role: 'MODERATOR', username: 'bob' });
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    told = [];
    [voter, author] = (await town.people(2)) as [Actor, Actor];
    voteIds = await town.votes(voter, author, 25);
    await desk.detection.run();
    caseId = (await caseAbout(author)).id;
  });

  const caseAbout = async ({ accountId }: Actor) =>
    (await db.database.one<{ id: number; state: string }>(
      `select id, state from fraud_case where $1 = any(account_ids)`,
      [accountId],
    ))!;
  const reputationOf = async ({ accountId }: Actor) =>
    (await db.database.one<{ is: number }>(`select reputation as is from account where id = $1`, [
      accountId,
    ]))!.is;
  const ledgerOf = ({ accountId }: Actor) =>
    db.database.query(
      `select earned_on::text as day, sum(delta)::int as points, count(*)::int as entries,
              count(*) filter (where reversal_cause = 'FRAUD')::int as taken
         from reputation_entry where account_id = $1 group by 1 order by 1`,
      [accountId],
    );
  const scoresOf = ({ accountId }: Actor) =>
    db.database.query(`select id, up_count, down_count from post where author_id = $1 order by id`, [
      accountId,
    ]);
  const acts = () =>
    db.database.query(
      `select action from audit_record where subject_kind = 'fraud_case' and subject_id = $1 order by id`,
      [caseId],
    );
  const propose = (by: Actor, ids = voteIds) =>
    desk.fraudCases.propose(by, caseId, { voteIds: ids, answerIds: [], reason: 'They are one person.' });

  it('is decided on by two people, and every vote of it is then worth nothing', async () => {
    await propose(ann!);
    expect(await reputationOf(author)).toBe(700);
    await expect(desk.fraudCases.confirm(ann!, caseId)).rejects.toMatchObject({ requires: 'SOMEBODY_ELSE' });
    await desk.fraudCases.confirm(bob!, caseId);
    expect(await reputationOf(author)).toBe(500);
    expect(await ledgerOf(author)).toMatchObject([{ points: 0, entries: 50, taken: 25 }]);
    expect(new Set((await scoresOf(author)).map((post) => post['up_count']))).toEqual(new Set([0]));
    expect(told).toEqual([
      new VotesInvalidated(caseId, expect.any(Date), [
        { accountId: author.accountId, count: 25, points: -200 },
      ]),
    ]);
    expect(await acts()).toEqual([
      { action: 'fraud_case.invalidation-proposed' },
      { action: 'fraud_case.invalidated' },
    ]);
  });

  it('may be about some of the votes only, which frees the limit of the day for honest ones', async () => {
    await propose(ann!, voteIds.slice(0, 10));
    await desk.fraudCases.confirm(bob!, caseId);
    // 25 votes were worth 200 by the limit of the day; the 15 that are left are worth 150.
    expect(await reputationOf(author)).toBe(650);
    expect(told).toMatchObject([{ losses: [{ points: -50, count: 10 }] }]);
    // What two people have left standing is no case again.
    await desk.detection.run();
    expect(await caseAbout(author)).toMatchObject({ id: caseId, state: 'INVALIDATED' });
  });

  it('is given back to the point, with the days it had, also after rules and other votes have changed', async () => {
    const before = { scores: await scoresOf(author), reputation: await reputationOf(author) };
    const days = (await ledgerOf(author)).map(({ day, points }) => ({ day, points }));
    await propose(ann!);
    await desk.fraudCases.confirm(bob!, caseId);
    await town.make.rules((rules) => ({ ...rules, points: { ...rules.points, ANSWER_UPVOTED: 3 } }));
    expect(await desk.fraudCases.undo(ann!, caseId, 'It was a class of pupils.')).toBe(false);
    await expect(desk.fraudCases.undo(ann!, caseId, 'Really.')).rejects.toMatchObject({
      requires: 'SOMEBODY_ELSE',
    });
    expect(await reputationOf(author)).toBe(500);
    expect(await desk.fraudCases.undo(bob!, caseId, 'So it was.')).toBe(true);
    expect({ scores: await scoresOf(author), reputation: await reputationOf(author) }).toEqual(before);
    expect(await ledgerOf(author)).toMatchObject(days);
    await expect(desk.fraudCases.undo(admin, caseId, 'Again.')).rejects.toMatchObject({ code: 'CONFLICT' });
    await town.make.rules((rules) => ({ ...rules, points: { ...rules.points, ANSWER_UPVOTED: 10 } }));
  });

  it('is given back by an ADMIN alone', async () => {
    await propose(ann!);
    await desk.fraudCases.confirm(bob!, caseId);
    expect(await desk.fraudCases.undo(admin, caseId, 'The evidence was wrong.')).toBe(true);
    expect(await reputationOf(author)).toBe(700);
    expect((await acts()).at(-1)).toEqual({ action: 'fraud_case.undone' });
    expect(told.at(-1)).toEqual(
      new VotesGivenBack(caseId, expect.any(Date), [{ accountId: author.accountId, count: 25, points: 200 }]),
    );
  });

  it('of acceptances leaves what the asker says, and takes the points of both, also when it is said again', async () => {
    const [one, other] = (await town.people(2)) as [Actor, Actor];
    for (const [asker, helper] of [
      [one, other],
      [other, one],
    ] as const) {
      for (let n = 0; n < 4; n++) {
        const answer = await town.make.answer({
          question: await town.make.question({ author: asker }),
          author: helper,
        });
        await forum.marks.accept(asker, answer);
      }
    }
    // Others are helped too, or chance would explain it.
    for (const person of await town.people(40)) await town.acceptances(person, (await town.people(1))[0]!, 1);
    expect(await reputationOf(one)).toBe(500 + 4 * 15 + 4 * 2);
    await desk.detection.run();
    caseId = (await caseAbout(one)).id;
    const answers = await db.database.query<{ id: number; asker: number }>(
      `select answer_id as id, asker_id as asker from fraud_case_acceptance where case_id = $1`,
      [caseId],
    );
    expect(answers).toHaveLength(8);
    const answerIds = answers.map(({ id }) => id);
    await desk.fraudCases.propose(ann!, caseId, {
      voteIds: [],
      answerIds,
      reason: 'They ask for each other.',
    });
    await desk.fraudCases.confirm(bob!, caseId);
    expect([await reputationOf(one), await reputationOf(other)]).toEqual([500, 500]);
    const { id } = answers.find(({ asker }) => asker === one.accountId)!;
    const isAccepted = `select accepted_at is not null as is from post where id = $1`;
    expect(await db.database.one(isAccepted, [id])).toEqual({ is: true });
    await forum.marks.unaccept(one, id);
    await forum.marks.accept(one, id);
    await forum.deletion.remove(ann!, id);
    await forum.deletion.restore(ann!, id);
    expect([await reputationOf(one), await reputationOf(other)]).toEqual([500, 500]);
    await desk.fraudCases.undo(admin, caseId, 'They are colleagues.');
    expect([await reputationOf(one), await reputationOf(other)]).toEqual([568, 568]);
  });

  it('of what solved it too takes the points as well, however the asker says it from then on', async () => {
    const [one, other] = (await town.people(2)) as [Actor, Actor];
    const answers: number[] = [];
    for (const [asker, helper] of [
      [one, other],
      [other, one],
    ] as const) {
      for (let n = 0; n < 4; n++) {
        const question = await town.make.question({ author: asker });
        answers.push(await town.make.answer({ question, author: helper }));
        await forum.marks.markAlsoSolved(asker, answers.at(-1)!);
      }
    }
    for (const person of await town.people(40)) await town.acceptances(person, (await town.people(1))[0]!, 1);
    const earned = await reputationOf(one);
    expect(earned).toBeGreaterThan(500);
    await desk.detection.run();
    caseId = (await caseAbout(one)).id;
    await desk.fraudCases.propose(ann!, caseId, {
      voteIds: null,
      answerIds: null,
      reason: 'They thank each other.',
    });
    await desk.fraudCases.confirm(bob!, caseId);
    expect([await reputationOf(one), await reputationOf(other)]).toEqual([500, 500]);
    expect(told).toMatchObject([
      { losses: [{ accountId: one.accountId, count: 4, points: 500 - earned }, { count: 4 }] },
    ]);

    // Neither by taking it back, nor by accepting instead, nor by hiding it for a while.
    const [first, second, third] = answers as [number, number, number];
    await forum.marks.unmarkAlsoSolved(one, first);
    await forum.marks.markAlsoSolved(one, first);
    await forum.marks.accept(one, second);
    await forum.deletion.remove(ann!, third);
    await forum.deletion.restore(ann!, third);
    expect([await reputationOf(one), await reputationOf(other)]).toEqual([500, 500]);

    await forum.marks.unaccept(one, second);
    await forum.marks.markAlsoSolved(one, second);
    await desk.fraudCases.undo(admin, caseId, 'They are colleagues.');
    expect([await reputationOf(one), await reputationOf(other)]).toEqual([earned, earned]);
  });

  describe('is for nobody', () => {
    it('below moderators', async () => {
      for (const role of ['MEMBER', 'SUPERUSER'] as const) {
        const person = await town.make.member({ role });
        // Whether there is such a case is nothing that they could find out.
        const attempts = [() => propose(person), () => desk.fraudCases.confirm(person, 999_999)];
        for (const attempt of attempts) {
          await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN', requires: 'MODERATOR' });
        }
      }
    });

    it('whom it is about: they do not even learn of it, and the database refuses too', async () => {
      await db.database.query(`update account set role = 'ADMIN' where id = $1`, [author.accountId]);
      const attempts = [
        () => propose(author),
        () => desk.fraudCases.confirm(author, caseId),
        () => desk.fraudCases.dismiss(author, caseId, 'Nothing to see.'),
        () => desk.fraudCases.undo(author, caseId, 'Please.'),
      ];
      for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(
        db.database.query(
          `update fraud_case set state = 'DISMISSED', dismissed_by = $2, dismissed_at = now(), dismissal_reason = 'x'
            where id = $1`,
          [caseId, author.accountId],
        ),
      ).rejects.toMatchObject({ constraint: 'fraud_nobody_decides_on_themselves' });
    });

    it('to decide alone, says the database', async () => {
      await propose(ann!);
      await expect(
        db.database.query(
          `update fraud_case set state = 'INVALIDATED', confirmed_by = proposed_by, confirmed_at = now() where id = $1`,
          [caseId],
        ),
      ).rejects.toMatchObject({ constraint: 'fraud_invalidated_by_two' });
    });
  });

  it('takes a reason, and votes of its own', async () => {
    const attempt = (proposal: Partial<{ voteIds: number[]; answerIds: number[]; reason: string }>) =>
      desk.fraudCases.propose(ann!, caseId, { voteIds, answerIds: [], reason: 'Because.', ...proposal });
    await expect(attempt({ reason: '  ' })).rejects.toMatchObject({ fields: [{ path: 'reason' }] });
    await expect(attempt({ reason: 'x'.repeat(301) })).rejects.toMatchObject({
      fields: [{ path: 'reason' }],
    });
    await expect(attempt({ voteIds: [] })).rejects.toMatchObject({ fields: [{ path: 'voteIds' }] });
    await expect(attempt({ voteIds: [voteIds[0]!, 1] })).rejects.toMatchObject({
      fields: [{ path: 'voteIds' }],
    });
    await expect(desk.fraudCases.dismiss(ann!, caseId, '')).rejects.toMatchObject({
      fields: [{ path: 'reason' }],
    });
  });

  describe('at one moment', () => {
    it('is confirmed by two: once, and the second is told who was first', async () => {
      await propose(ann!);
      const results = await Promise.allSettled([
        desk.fraudCases.confirm(bob!, caseId),
        desk.fraudCases.confirm(admin, caseId),
      ]);
      const [refused] = results.filter((result) => result.status === 'rejected');
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(refused?.reason).toMatchObject({ code: 'CONFLICT', current: { state: 'INVALIDATED' } });
      expect(await reputationOf(author)).toBe(500);
      expect(told).toHaveLength(1);
    });

    it('is confirmed and dismissed: one of it', async () => {
      await propose(ann!);
      const [confirmed, dismissed] = await Promise.allSettled([
        desk.fraudCases.confirm(bob!, caseId),
        desk.fraudCases.dismiss(admin, caseId, 'They are friends.'),
      ]);
      expect([confirmed.status, dismissed.status].sort()).toEqual(['fulfilled', 'rejected']);
      const isInvalid = confirmed.status === 'fulfilled';
      expect(await caseAbout(author)).toMatchObject({ state: isInvalid ? 'INVALIDATED' : 'DISMISSED' });
      expect(await reputationOf(author)).toBe(isInvalid ? 500 : 700);
    });

    it('loses votes that are withdrawn, and answers that are deleted: nothing is taken twice', async () => {
      await propose(ann!);
      const posts = await scoresOf(author);
      const [withdrawn, deleted] = [Number(posts[0]!['id']), Number(posts[1]!['id'])];
      await Promise.all([
        forum.votes.cast(voter, withdrawn, 'NONE').catch(() => undefined),
        forum.deletion.remove(ann!, deleted),
        desk.fraudCases.confirm(bob!, caseId),
      ]);
      expect(await reputationOf(author)).toBe(500);
      await forum.deletion.restore(ann!, deleted);
      expect(await reputationOf(author)).toBe(500);
      await forum.deletion.remove(ann!, deleted);
      await desk.fraudCases.undo(admin, caseId, 'Wrong.');
      await forum.deletion.restore(ann!, deleted);
      // 24 or 25 votes stand again, whichever was first; the limit of the day is 200 for both.
      expect(await reputationOf(author)).toBe(700);
    });

    it('is undone by two: once', async () => {
      await propose(ann!);
      await desk.fraudCases.confirm(bob!, caseId);
      await desk.fraudCases.undo(ann!, caseId, 'Wrong.');
      const results = await Promise.allSettled([
        desk.fraudCases.undo(bob!, caseId, 'Yes.'),
        desk.fraudCases.undo(admin, caseId, 'Yes.'),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await reputationOf(author)).toBe(700);
    });
  });

  it('of people who have left meanwhile is decided on as any other', async () => {
    await propose(ann!);
    await db.database.query(`update account set erased_at = now() where id = any($1)`, [
      [voter.accountId, author.accountId],
    ]);
    await db.database.query(`update post set author_id = null where author_id = $1`, [author.accountId]);
    await desk.fraudCases.confirm(bob!, caseId);
    expect(await reputationOf(author)).toBe(500);
    await desk.fraudCases.undo(admin, caseId, 'Wrong.');
    expect(
      await db.database.one(
        `select count(*)::int as n from vote v join post p on p.id = v.post_id and p.up_count = 1 where v.id = any($1)`,
        [voteIds],
      ),
    ).toEqual({ n: 25 });
  });
});
