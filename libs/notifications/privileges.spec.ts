import { PrivilegeKeeping, PrivilegeStore } from '#libs/reputation';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { NoticeBoard } from './testing/notice-board.js';

describe('what happens to the privileges of somebody', () => {
  let test: TestDatabase;
  let board: NoticeBoard;
  beforeAll(async () => {
    test = await createTestDatabase();
    board = new NoticeBoard(test);
  });
  afterAll(() => test.drop());

  it('is told them once: gained, at risk and until when, lost, and gained again', async () => {
    const { database } = test;
    const keeping = new PrivilegeKeeping(database, board.events, new PrivilegeStore(database));
    const ann = await board.make.member({ reputation: 100 });
    await database.query(`update account set password_hash = 'known' where id = $1`, [ann.accountId]);
    const hasNow = async (reputation: number) => {
      await database.query(`update account set reputation = $2 where id = $1`, [ann.accountId, reputation]);
      await keeping.takeAway();
    };
    await hasNow(125);
    await hasNow(120);
    await hasNow(119);
    await hasNow(100);
    await hasNow(130);

    const told = (await board.toldTo(ann)).toReversed();
    expect(told.map(({ kind, data }) => [kind, data['name'], data['points']])).toEqual([
      ['PRIVILEGE_GAINED', 'VOTE_DOWN', undefined],
      ['PRIVILEGE_AT_RISK', 'VOTE_DOWN', 125],
      ['PRIVILEGE_LOST', 'VOTE_DOWN', 125],
      ['PRIVILEGE_GAINED', 'VOTE_DOWN', undefined],
    ]);
    const until = Date.parse(String(told[1]?.data['until']));
    expect((until - Date.now()) / 86_400_000).toBeCloseTo(14, 1);
  });

  it('is told in one sentence where several are lost at once', async () => {
    const { database } = test;
    const keeping = new PrivilegeKeeping(database, board.events, new PrivilegeStore(database));
    const ann = await board.make.member({ reputation: 250 });
    await keeping.takeAway();
    const before = (await board.toldTo(ann)).length;
    await database.query(`update account set reputation = 20 where id = $1`, [ann.accountId]);
    await keeping.takeAway();
    await keeping.takeAway();
    const told = await board.toldTo(ann);
    expect(told).toHaveLength(before + 1);
    expect(told[0]?.kind).toBe('PRIVILEGES_LOST');
    expect(told[0]?.data.privileges?.toSorted()).toEqual(['NOMINATE_SUPERUSER', 'OFFER_BOUNTY', 'VOTE_DOWN']);
  });
});
