import { MemberSanctioned, SanctionLifted, VotesGivenBack, VotesInvalidated } from '#libs/moderation';
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
    const at = new Date();
    const happened = [
      new VotesInvalidated(7, at, [
        { accountId: ann.accountId, count: 3, points: -30 },
        { accountId: bob.accountId, count: 1, points: -10 },
      ]),
      new VotesGivenBack(7, at, [{ accountId: bob.accountId, count: 1, points: 10 }]),
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
      { kind: 'VOTES_GIVEN_BACK', subjectId: null, data: { count: 1, points: 10 } },
      { kind: 'VOTES_INVALIDATED', data: { count: 1, points: -10 } },
    ]);
  });

  it('again if the same case is found again, invalidated again and given back again', async () => {
    const author = await board.make.member();
    for (const day of [1, 2]) {
      const at = new Date(2026, 0, day);
      const change = { accountId: author.accountId, count: 2 };
      await board.events.publish(new VotesInvalidated(8, at, [{ ...change, points: -20 }]));
      await board.events.publish(new VotesGivenBack(8, at, [{ ...change, points: 20 }]));
    }
    expect((await board.toldTo(author)).map(({ data }) => data.points)).toEqual([20, -20, 20, -20]);
  });
});
