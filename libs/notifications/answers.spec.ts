import { AcceptedOnBehalf, AnswerAccepted } from '#libs/forum';
import type { Actor } from '#libs/kernel';
import { AnswersPromoted } from '#libs/knowledge';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { NoticeBoard } from './testing/notice-board.js';

const LONG_AGO = new Date(Date.now() - 60 * 86_400_000);

describe('what is said of an answer', () => {
  let test: TestDatabase;
  let board: NoticeBoard;
  let asker: Actor;
  let author: Actor;
  let moderator: Actor;
  let question: number;
  let answer: number;

  beforeAll(async () => {
    test = await createTestDatabase();
    board = new NoticeBoard(test);
  });
  afterAll(() => test.drop());
  beforeEach(async () => {
    await test.database.query(`delete from mail`);
    [asker, author] = [await board.make.member(), await board.make.member()];
    moderator = await board.make.member({ role: 'MODERATOR' });
    question = await board.make.question({
      author: asker,
      title: 'Why is my espresso machine so loud?',
      createdAt: LONG_AGO,
    });
    answer = await board.make.answer({ question, author, createdAt: LONG_AGO });
  });

  it('is told to its author: accepted, solved it too, official, part of the FAQ', async () => {
    const { marks } = board.forum;
    await marks.markAlsoSolved(asker, answer);
    await marks.accept(asker, answer);
    await marks.setOfficial(moderator, question, answer);
    const promoted = [{ answerId: answer, authorId: author.accountId }];
    await board.events.publish(new AnswersPromoted(3, 'loud-machines', promoted));
    const told = (await board.toldTo(author)).toReversed();
    expect(told.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
      ['ANSWER_ALSO_SOLVED', answer],
      ['ANSWER_ACCEPTED', answer],
      ['ANSWER_OFFICIAL', answer],
      ['ANSWER_PROMOTED', answer],
    ]);
    expect(told.at(-1)?.data).toEqual({ slug: 'loud-machines' });
    expect(await board.toldTo(asker)).toEqual([]);
    expect(await board.postedMails()).toEqual([]);
  });

  it('is told once, however often it is taken back and said again', async () => {
    const { marks } = board.forum;
    for (let time = 0; time < 3; time++) {
      await marks.accept(asker, answer);
      await marks.unaccept(asker, answer);
      await marks.setOfficial(moderator, question, answer);
      await marks.setOfficial(moderator, question, null);
    }
    expect(await board.kindsToldTo(author)).toEqual(['ANSWER_OFFICIAL', 'ANSWER_ACCEPTED']);
  });

  it('is not told to those who say it themselves', async () => {
    const { marks } = board.forum;
    const own = await board.make.answer({ question, author: asker });
    const official = await board.make.answer({ question, author: moderator });
    await marks.markAlsoSolved(asker, own);
    await marks.accept(asker, own);
    await marks.setOfficial(moderator, question, official);
    expect(await board.toldTo(asker)).toEqual([]);
    expect(await board.toldTo(moderator)).toEqual([]);
  });

  it('in the name of the asker is told to both of them, to the asker with who and why, and by a mail', async () => {
    await board.settings.set('locale', 'en');
    const { onBehalf } = board.forum;
    await onBehalf.accept(moderator, answer, 'Three others say that it helped.');
    await onBehalf.unaccept(moderator, answer, 'Too early.');
    await onBehalf.accept(moderator, answer, 'It helped after all.');
    expect(await board.toldTo(asker)).toMatchObject([
      {
        kind: 'ACCEPTED_ON_BEHALF',
        subjectId: answer,
        data: { by: moderator.accountId, reason: 'Three others say that it helped.' },
      },
    ]);
    expect(await board.kindsToldTo(author)).toEqual(['ANSWER_ACCEPTED']);
    const mails = await board.postedMails();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toContain('on your behalf: Why is my espresso machine so loud?');
    expect(mails[0]?.body).toContain('“Three others say that it helped.”');
    expect(mails[0]?.body).toContain(`#answer-${answer}`);
  });

  it('in the name of an asker who answered themselves is told to them in one sentence', async () => {
    const own = await board.make.answer({ question, author: asker, createdAt: LONG_AGO });
    await board.forum.onBehalf.accept(moderator, own, 'That is what helped.');
    expect(await board.kindsToldTo(asker)).toEqual(['ACCEPTED_ON_BEHALF']);
  });

  it('is told to nobody where the person has left', async () => {
    const orphan = { id: answer, kind: 'answer', authorId: null, questionId: question } as const;
    await board.events.publish(new AnswerAccepted(orphan, null, moderator));
    await board.events.publish(new AcceptedOnBehalf(orphan, null, moderator, 'It helped.'));
    const rows = await test.database.query(`select from notice where subject_id = $1`, [answer]);
    expect(rows).toEqual([]);
  });
});
