import { MemberSanctioned, SanctionLifted, VotesInvalidated } from '#libs/moderation';
import type { Actor } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { NoticeBoard } from './testing/notice-board.js';

describe('what those who moderate did to somebody is told', () => {
  let test: TestDatabase;
  let board: NoticeBoard;
  let ann: Actor;
  let bob: Actor;

  beforeAll(async () => {
    test = await createTestDatabase();
    board = new NoticeBoard(test);
    [ann, bob] = [await board.make.member(), await board.make.member()];
  });
  afterAll(() => test.drop());

  it('to each who lost by invalid votes, to whoever lost points by a sanction and has them back; and once', async () => {
    const happened = [
      new VotesInvalidated(7, [
        { accountId: ann.accountId, count: 3, points: -30 },
        { accountId: bob.accountId, count: 1, points: -10 },
      ]),
      new MemberSanctioned(4, ann.accountId, 50, 'Insulted people.'),
      new SanctionLifted(4, ann.accountId, 50),
    ];
    for (const event of [...happened, ...happened]) await board.events.publish(event);
    expect((await board.toldTo(ann)).toReversed()).toMatchObject([
      { kind: 'VOTES_INVALIDATED', subjectId: null, data: { count: 3, points: -30 } },
      { kind: 'SANCTIONED', data: { reason: 'Insulted people.', points: -50 } },
      { kind: 'SANCTION_LIFTED', data: { points: 50 } },
    ]);
    expect(await board.toldTo(bob)).toMatchObject([
      { kind: 'VOTES_INVALIDATED', data: { count: 1, points: -10 } },
    ]);
  });
});
