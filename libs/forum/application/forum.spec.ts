import { GUEST, PeerdeskError } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { Builders, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';

describe('the forum', () => {
  let db: TestDatabase;
  let make: Builders;
  let forum: ReturnType<typeof forumOn>;
  let asker: Actor;
  let helper: Actor;

  beforeAll(async () => {
    db = await createTestDatabase({ poolSize: 25 });
    make = new Builders(db.database);
    forum = forumOn(db.database);
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    [asker, helper] = [await make.member(), await make.member()];
  });

  const one = async <Row>(sql: string, parameters: unknown[]): Promise<Row> =>
    (await db.database.query<Row>(sql, parameters))[0]!;
  const post = (id: number) => one<Record<string, unknown>>(`select * from post where id = $1`, [id]);
  const refused = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'OK',
      (error: unknown) => {
        if (error instanceof PeerdeskError) return error.code;
        throw error;
      },
    );

  const text = {
    title: 'How do I reset my Widget 3000?',
    body: 'It blinks red and nothing helps.',
    tags: ['Widget', 'reset it'],
  };

  describe('asking', () => {
    it('keeps the question with its tags, its first revision and its rendered text', async () => {
      const id = await forum.questions.ask(asker, { ...text, body: 'It **blinks** and nothing helps.' });
      expect(await post(id)).toMatchObject({
        title: text.title,
        body_html: '<p>It <strong>blinks</strong> and nothing helps.</p>\n',
        excerpt: 'It blinks and nothing helps.',
        revision: 1,
        locale: 'en',
      });
      const tags = await db.database.query<{ name: string }>(
        `select t.name from post_tag pt join tag t on t.id = pt.tag_id where post_id = $1 order by position`,
        [id],
      );
      expect(tags.map((tag) => tag.name)).toEqual(['widget', 'reset-it']);
    });

    it('names every field that is wrong, at once', async () => {
      const attempt = forum.questions.ask(asker, { title: 'Short', body: 'x', tags: ['a b!', ...'cdefgh'] });
      await expect(attempt).rejects.toMatchObject({
        fields: [
          { path: 'title', message: 'The title needs 15 to 150 characters; this one has 5.' },
          { path: 'body', message: 'The text needs 20 to 50,000 characters; this one has 1.' },
          { path: 'tags', message: 'Please give 1 to 5 tags.' },
          { path: 'tags', message: expect.stringContaining('“a-b!” does not work') },
        ],
      });
    });

    it('acts once when a client that heard no answer sends it again, also at the same moment', async () => {
      const input = { ...text, clientMutationId: 'again-1' };
      const ids = await Promise.all(Array.from({ length: 5 }, () => forum.questions.ask(asker, input)));
      expect(new Set(ids).size).toBe(1);
      expect(
        await refused(forum.questions.ask(asker, { ...input, title: 'Another question altogether' })),
      ).toBe('CONFLICT');
    });

    it('makes links of mentioned people, as far as they exist', async () => {
      const ann = await make.member({ username: 'ann-lee' });
      const id = await forum.questions.ask(asker, {
        ...text,
        body: 'Do @Ann-Lee or @nobody99 know about this?',
      });
      expect(ann).toBeDefined();
      expect((await post(id))['body_html']).toContain('<a href="/people/ann-lee"');
      expect((await post(id))['body_html']).not.toContain('/people/nobody99');
    });

    it('twenty people with the same new tags at once do not stand in each other’s way', async () => {
      const people = await Promise.all(Array.from({ length: 20 }, () => make.member()));
      const tags = ['north', 'east', 'south', 'west'];
      await Promise.all(
        people.map((person, n) =>
          forum.questions.ask(person, { ...text, tags: n % 2 ? tags : tags.toReversed() }),
        ),
      );
      const counts = await db.database.query(`select question_count from tag where name = any($1)`, [tags]);
      expect(counts).toEqual(Array.from({ length: 4 }, () => ({ question_count: 20 })));
    });
  });

  describe('editing', () => {
    it('keeps every revision with its reason, and makes none for an edit that changes nothing', async () => {
      const id = await forum.questions.ask(asker, text);
      await forum.questions.edit(asker, id, { title: 'How do I reset my Widget 3001?', reason: 'typo' });
      await forum.questions.edit(asker, id, {
        title: 'How do I reset my Widget 3001?',
        tags: ['widget', 'reset-it'],
      });
      const revisions = await db.database.query(
        `select number, title, reason from post_revision where post_id = $1 order by number`,
        [id],
      );
      expect(revisions).toEqual([
        { number: 1, title: text.title, reason: null },
        { number: 2, title: 'How do I reset my Widget 3001?', reason: 'typo' },
      ]);
    });

    it('is for the author, for those who moderate and for people of long standing', async () => {
      const id = await make.answer({ author: helper });
      const edit = (by: Actor) =>
        refused(forum.answers.edit(by, id, { body: `Turn it off and on again, says ${by.accountId}.` }));
      expect(await edit(helper)).toBe('OK');
      expect(await edit(await make.member({ role: 'SUPERUSER' }))).toBe('OK');
      expect(await edit(await make.member({ reputation: 1_000 }))).toBe('OK');
      expect(await edit(await make.member({ reputation: 999 }))).toBe('FORBIDDEN');
    });

    it('changes the counts of tags with the tags', async () => {
      const id = await forum.questions.ask(asker, { ...text, tags: ['copper', 'iron'] });
      await forum.questions.edit(asker, id, { tags: ['iron', 'zinc'] });
      const counts = await db.database.query(
        `select name, question_count as count from tag where name in ('copper', 'iron', 'zinc') order by name`,
      );
      expect(counts).toEqual([
        { name: 'copper', count: 0 },
        { name: 'iron', count: 1 },
        { name: 'zinc', count: 1 },
      ]);
    });
  });

  describe('voting', () => {
    it('counts one vote a person, turned round and withdrawn as they like', async () => {
      const id = await make.answer({ author: helper });
      const voter = await make.member({ reputation: 125 });
      const scores: unknown[] = [];
      for (const value of ['UP', 'UP', 'DOWN', 'NONE', 'NONE', 'UP'] as const) {
        await forum.votes.cast(voter, id, value);
        scores.push((await post(id))['score']);
      }
      expect(scores).toEqual([1, 1, -1, 0, 0, 1]);
    });

    it('nobody votes for themselves, guests do not vote, and voting down needs 125 reputation', async () => {
      const id = await make.question({ author: asker });
      expect(await refused(forum.votes.cast(asker, id, 'UP'))).toBe('FORBIDDEN');
      expect(await refused(forum.votes.cast(GUEST, id, 'UP'))).toBe('UNAUTHENTICATED');
      expect(await refused(forum.votes.cast(await make.member({ reputation: 124 }), id, 'DOWN'))).toBe(
        'FORBIDDEN',
      );
    });

    it('40 identical votes at once are one vote', async () => {
      const id = await make.answer({ author: helper });
      const voter = await make.member();
      await Promise.all(Array.from({ length: 40 }, () => forum.votes.cast(voter, id, 'UP')));
      expect(await post(id)).toMatchObject({ up_count: 1, score: 1 });
      expect(await db.database.query(`select value from vote where post_id = $1`, [id])).toEqual([
        { value: 1 },
      ]);
    });

    it('a first vote up makes the question answered, and its withdrawal takes that back', async () => {
      const question = await make.question({ author: asker });
      const answer = await make.answer({ question, author: helper });
      const voter = await make.member();
      await forum.votes.cast(voter, answer, 'UP');
      expect((await post(question))['is_answered']).toBe(true);
      await forum.votes.cast(voter, answer, 'NONE');
      expect((await post(question))['is_answered']).toBe(false);
    });
  });

  describe('accepting', () => {
    it('moves: the second acceptance takes the first one back', async () => {
      const question = await make.question({ author: asker });
      const [first, second] = [await make.answer({ question }), await make.answer({ question })];
      await forum.marks.accept(asker, first);
      await forum.marks.accept(asker, second);
      expect([(await post(first))['accepted_at'], (await post(second))['accepted_by']]).toEqual([
        null,
        asker.accountId,
      ]);
      expect(await refused(forum.marks.unaccept(asker, first))).toBe('CONFLICT');
      await forum.marks.unaccept(asker, second);
      expect((await post(question))['has_accepted']).toBe(false);
    });

    it('is the asker’s alone, also among those who moderate', async () => {
      const answer = await make.answer({ question: await make.question({ author: asker }), author: helper });
      expect(await refused(forum.marks.accept(helper, answer))).toBe('FORBIDDEN');
      expect(await refused(forum.marks.accept(await make.member({ role: 'ADMIN' }), answer))).toBe(
        'FORBIDDEN',
      );
    });

    it('20 acceptances at once leave one accepted answer', async () => {
      const question = await make.question({ author: asker });
      const answers: number[] = [];
      for (let n = 0; n < 20; n++) answers.push(await make.answer({ question }));
      await Promise.all(answers.map((answer) => forum.marks.accept(asker, answer)));
      const accepted = await db.database.query(
        `select id from post where question_id = $1 and accepted_at is not null`,
        [question],
      );
      expect(accepted).toHaveLength(1);
    });

    it('accepting against deleting at once: an answer that is gone is never left accepted', async () => {
      for (let round = 0; round < 10; round++) {
        const question = await make.question({ author: asker });
        const answer = await make.answer({ question, author: helper });
        const outcomes = await Promise.all([
          refused(forum.marks.accept(asker, answer)),
          refused(forum.deletion.remove(helper, answer)),
        ]);
        expect(outcomes[1]).toBe('OK');
        expect(['OK', 'NOT_FOUND']).toContain(outcomes[0]);
        expect(await post(answer)).toMatchObject({ accepted_at: null, deleted_by: helper.accountId });
        expect(await post(question)).toMatchObject({ has_accepted: false, answer_count: 0 });
      }
    });
  });

  describe('making official', () => {
    it('stands beside the acceptance, is for moderators, and can be taken away', async () => {
      const question = await make.question({ author: asker });
      const [accepted, official] = [await make.answer({ question }), await make.answer({ question })];
      const moderator = await make.member({ role: 'MODERATOR' });
      await forum.marks.accept(asker, accepted);
      expect(
        await refused(forum.marks.setOfficial(await make.member({ role: 'SUPERUSER' }), question, official)),
      ).toBe('FORBIDDEN');
      await forum.marks.setOfficial(moderator, question, official);
      expect(await post(official)).toMatchObject({
        official_by: moderator.accountId,
        official_revision: 1,
        accepted_at: null,
      });
      await forum.marks.setOfficial(moderator, question, null);
      expect((await post(official))['official_at']).toBeNull();
      expect((await post(accepted))['accepted_at']).not.toBeNull();
    });

    it('refuses an answer of another question', async () => {
      const moderator = await make.member({ role: 'MODERATOR' });
      expect(
        await refused(forum.marks.setOfficial(moderator, await make.question(), await make.answer())),
      ).toBe('CONFLICT');
    });

    it('a demotion works on the request that is under way', async () => {
      const moderator = await make.member({ role: 'MODERATOR' });
      const answer = await make.answer();
      const { question_id: question } = (await post(answer)) as { question_id: number };
      await db.database.query(`update account set role = 'MEMBER' where id = $1`, [moderator.accountId]);
      expect(await refused(forum.marks.setOfficial(moderator, question, answer))).toBe('FORBIDDEN');
    });
  });

  describe('deleting and restoring', () => {
    it('gives an answer its marks back, unless they have moved on', async () => {
      const question = await make.question({ author: asker });
      const [first, second] = [
        await make.answer({ question, author: helper }),
        await make.answer({ question }),
      ];
      await forum.marks.accept(asker, first);
      await forum.deletion.remove(helper, first);
      await forum.deletion.restore(helper, first);
      expect((await post(first))['accepted_by']).toBe(asker.accountId);

      await forum.deletion.remove(helper, first);
      await forum.marks.accept(asker, second);
      await forum.deletion.restore(helper, first);
      expect((await post(first))['accepted_at']).toBeNull();
      expect((await post(question))['answer_count']).toBe(2);
    });

    it('hides a question with its answers from all but those who moderate and its author', async () => {
      const question = await make.question({ author: asker, tags: ['tin'] });
      const answer = await make.answer({ question, author: helper });
      const moderator = await make.member({ role: 'SUPERUSER' });
      expect(await refused(forum.deletion.remove(asker, question))).toBe('FORBIDDEN');
      await forum.deletion.remove(moderator, question, 'spam');
      expect(await refused(forum.comments.add(helper, answer, { body: 'Why is it gone?' }))).toBe(
        'NOT_FOUND',
      );
      expect(await refused(forum.votes.cast(moderator, question, 'UP'))).toBe('NOT_FOUND');
      expect(await one(`select question_count from tag where name = 'tin'`, [])).toEqual({
        question_count: 0,
      });
      await forum.deletion.restore(moderator, question);
      expect(await refused(forum.comments.add(asker, answer, { body: 'Welcome back!' }))).toBe('OK');
      expect(await one(`select question_count from tag where name = 'tin'`, [])).toEqual({
        question_count: 1,
      });
    });

    it('what a moderator deleted, its author cannot bring back', async () => {
      const answer = await make.answer({ author: helper });
      await forum.deletion.remove(await make.member({ role: 'SUPERUSER' }), answer);
      expect(await refused(forum.deletion.restore(helper, answer))).toBe('FORBIDDEN');
    });
  });

  it('comments count, and stop counting when they are deleted', async () => {
    const answer = await make.answer({ author: helper });
    const id = await forum.comments.add(asker, answer, { body: 'Thanks, that helped!' });
    expect((await post(answer))['comment_count']).toBe(1);
    expect(await refused(forum.comments.edit(helper, id, 'Not what I said'))).toBe('FORBIDDEN');
    await forum.comments.remove(asker, id);
    expect((await post(answer))['comment_count']).toBe(0);
    expect(await refused(forum.comments.edit(asker, id, 'Too late'))).toBe('NOT_FOUND');
  });

  it('a draft stays until it is sent', async () => {
    const question = await make.question({ author: asker });
    await forum.drafts.save(helper, 'answer', question, { body: 'Half a thou' });
    await forum.drafts.save(helper, 'answer', question, { body: 'Half a thought, not more' });
    expect(await forum.drafts.find(helper, 'answer', question)).toMatchObject({
      body: 'Half a thought, not more',
    });
    await forum.answers.post(helper, question, { body: 'A whole thought, after some sleep.' });
    expect(await forum.drafts.find(helper, 'answer', question)).toBeUndefined();
  });
});
