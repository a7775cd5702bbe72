import { BountyAwarded, BountyEnding, BountyReturned } from '#libs/bounties';
import type { Actor } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { NoticeBoard } from './testing/notice-board.js';

describe('what becomes of bounties is told', () => {
  let test: TestDatabase;
  let board: NoticeBoard;
  let ann: Actor;

  beforeAll(async () => {
    test = await createTestDatabase();
    board = new NoticeBoard(test);
  });
  afterAll(() => test.drop());
  beforeEach(async () => {
    ann = await board.make.member();
  });

  it('to whoever offered them when they end or come back, to whoever won them that they did; and once', async () => {
    const questionId = await board.make.question({ author: ann });
    const winner = await board.make.member();
    const answerId = await board.make.answer({ question: questionId, author: winner });
    const offered = (id: number) => ({ id, questionId, offeredBy: ann.accountId, amount: 50 });
    const happened = [
      new BountyEnding(offered(1), new Date('2026-05-17T10:00:00Z')),
      new BountyAwarded(offered(1), answerId, winner.accountId, 'BY_OFFERER'),
      new BountyReturned(offered(2), 'NO_ANSWER'),
      new BountyReturned(offered(3), 'WITHDRAWN'),
    ];
    for (const event of [...happened, ...happened]) await board.events.publish(event);
    expect((await board.toldTo(ann)).toReversed()).toMatchObject([
      {
        kind: 'BOUNTY_ENDING',
        subjectId: questionId,
        data: { points: 50, until: '2026-05-17T10:00:00.000Z' },
      },
      { kind: 'BOUNTY_RETURNED', subjectId: questionId, data: { points: 50 } },
    ]);
    expect(await board.toldTo(winner)).toMatchObject([
      { kind: 'BOUNTY_WON', subjectKind: 'answer', subjectId: answerId, data: { points: 50 } },
    ]);
  });
});
