import { globalId } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { toCandidate } from '../graphql/candidate.types.js';
import { FaqDesk } from '../testing/faq-desk.js';

describe('curators who share a queue of candidates', () => {
  let db: TestDatabase;
  let desk: FaqDesk;
  let [ann, bob]: Actor[] = [];
  beforeEach(async () => {
    db = await createTestDatabase();
    desk = new FaqDesk(db);
    [ann, bob] = [
      await desk.make.member({ role: 'STAFF', username: 'ann' }),
      await desk.make.member({ role: 'STAFF', username: 'bob' }),
    ];
  });
  afterEach(() => db.drop());

  async function candidate(answer: number) {
    const row = await desk.candidates.byAnswer(answer);
    return row && toCandidate(row);
  }
  const listed = async (state: 'OPEN' | 'CLAIMED' | null) =>
    (await desk.candidates.page({ first: 100 }, state)).rows.map((row) => row.answerId);
  const declined = async () =>
    (await desk.candidates.declined({ first: 100 })).rows.map((row) => row.answerId);

  it('see who works on what, and are told when they reach for it', async () => {
    const [{ answer }, { answer: other }] = [await desk.solvedQuestion(), await desk.solvedQuestion()];
    await desk.candidateDesk.claim(ann!, answer);
    expect(await candidate(answer)).toMatchObject({ state: 'CLAIMED', row: { holderId: ann!.accountId } });
    expect(await listed('OPEN')).toEqual([other]);
    expect(await listed('CLAIMED')).toEqual([answer]);
    expect(await listed(null)).toEqual([other, answer].sort((a, b) => b - a));

    const refusal = {
      code: 'CONFLICT',
      message: 'ann is working on this candidate.',
      details: {
        holder: { id: globalId('account', ann!.accountId), username: 'ann' },
        answerId: globalId('answer', answer),
      },
    };
    await expect(desk.candidateDesk.claim(bob!, answer)).rejects.toMatchObject(refusal);
    await expect(desk.promotion.promote(bob!, answer, {})).rejects.toMatchObject(refusal);
    await expect(desk.candidateDesk.decline(bob!, answer, { reason: 'Outdated' })).rejects.toMatchObject(
      refusal,
    );
    // Giving back what somebody else has does nothing.
    await desk.candidateDesk.release(bob!, answer);
    expect(await candidate(answer)).toMatchObject({ state: 'CLAIMED' });

    await desk.candidateDesk.release(ann!, answer);
    await desk.candidateDesk.claim(bob!, answer);
    await desk.candidateDesk.claim(ann!, answer, { force: true });
    expect(await candidate(answer)).toMatchObject({ row: { holderId: ann!.accountId } });
    await desk.promotion.promote(ann!, answer, {});
    expect(await candidate(answer)).toBeUndefined();
  });

  it('may overrule a colleague who went home', async () => {
    const { answer } = await desk.solvedQuestion();
    await desk.candidateDesk.claim(ann!, answer);
    const article = await desk.promotion.promote(bob!, answer, { force: true });
    expect(await desk.article(article)).toMatchObject({ status: 'DRAFT' });
  });

  it('have a hold for half an hour, counted anew each time they come back to it', async () => {
    const { answer } = await desk.solvedQuestion();
    await desk.candidateDesk.claim(ann!, answer);
    const pass = (minutes: number) =>
      db.database.query(`update candidate_hold set expires_at = expires_at - make_interval(mins => $1)`, [
        minutes,
      ]);
    await pass(29);
    await desk.candidateDesk.claim(ann!, answer);
    await pass(29);
    await expect(desk.candidateDesk.claim(bob!, answer)).rejects.toMatchObject({ code: 'CONFLICT' });
    await pass(2);
    expect(await candidate(answer)).toMatchObject({ state: 'OPEN', claimedUntil: null });
    await desk.candidateDesk.claim(bob!, answer);
    expect(await candidate(answer)).toMatchObject({ row: { holderId: bob!.accountId } });
  });

  it('decline with a reason, which can be read and taken back', async () => {
    const { answer } = await desk.solvedQuestion();
    await expect(desk.candidateDesk.decline(ann!, answer, { reason: '  ' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'reason' }],
    });
    await desk.candidateDesk.claim(ann!, answer);
    await desk.candidateDesk.decline(ann!, answer, { reason: 'Only for the model of 2009' });
    expect(await listed(null)).toEqual([]);
    expect(await declined()).toEqual([answer]);
    expect(await candidate(answer)).toMatchObject({
      state: 'DECLINED',
      declineReason: 'Only for the model of 2009',
      claimedUntil: null,
    });
    await expect(desk.candidateDesk.claim(bob!, answer)).rejects.toMatchObject({ code: 'CONFLICT' });

    await desk.candidateDesk.reopen(bob!, answer);
    expect(await listed('OPEN')).toEqual([answer]);
    expect(await declined()).toEqual([]);
    const record = await db.database.query<{ action: string }>(
      `select action from audit_record where subject_kind = 'answer' and subject_id = $1 order by id`,
      [answer],
    );
    expect(record.map(({ action }) => action)).toEqual([
      'answer.candidate-declined',
      'answer.candidate-reopened',
    ]);
  });

  it('meet a declined candidate again when there is something new about it', async () => {
    const { asker, helper, question, answer } = await desk.solvedQuestion();
    const moderator = await desk.make.member({ role: 'MODERATOR' });
    const news: [string, () => Promise<unknown>][] = [
      [
        'the answer is edited',
        () => desk.forum.answers.edit(helper, answer, { body: 'Turn it to the left, twice.' }),
      ],
      [
        'the question is edited',
        () => desk.forum.questions.edit(asker, question, { title: 'How do I set the clock of 2012?' }),
      ],
      ['it is made official', () => desk.forum.marks.setOfficial(moderator, question, answer)],
      [
        'there is a newer official mark',
        async () => {
          await desk.forum.marks.setOfficial(moderator, question, null);
          await desk.candidateDesk.reopen(ann!, answer);
          await desk.candidateDesk.decline(ann!, answer, { reason: 'Not for everybody' });
          await desk.forum.marks.setOfficial(moderator, question, answer);
        },
      ],
    ];
    for (const [what, happens] of news) {
      await desk.candidateDesk.decline(ann!, answer, { reason: 'Not for everybody' });
      // What makes it more wanted, but no other answer, does not bring it back.
      await desk.forum.votes.cast(await desk.make.member(), answer, 'UP');
      expect({ what, listed: await listed(null) }).toEqual({ what, listed: [] });
      await happens();
      expect({ what, listed: await listed(null) }).toEqual({ what, listed: [answer] });
      expect(await declined()).toEqual([]);
    }
  });

  it('are told what readers need: those who have it too, and searches that would have met it', async () => {
    const [wanted, other] = [await desk.solvedQuestion(), await desk.solvedQuestion()];
    for (let i = 0; i < 3; i++) {
      await desk.forum.affected.mark(await desk.make.member(), wanted.question, true);
    }
    await desk.searched(wanted.answer, 9);
    await desk.searched(other.answer, 1);
    expect(await listed(null)).toEqual([wanted.answer, other.answer]);
    expect((await candidate(wanted.answer))?.reasons).toEqual([
      { kind: 'SEARCHES', value: 9, points: 23 },
      { kind: 'AFFECTED', value: 3, points: 17 },
      { kind: 'ACCEPTED', value: 1, points: 10 },
    ]);
    await desk.searched(wanted.answer, 0);
    expect((await candidate(wanted.answer))?.priority).toBe(27);
  });
});
