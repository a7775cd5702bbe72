import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import type { Actor } from '#libs/kernel';
import type { Telling } from './domain/notice-kinds.js';
import { NoticeBoard } from './testing/notice-board.js';

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

const rank = ({ accountId }: Actor, name: string): Telling => ({
  accountId,
  kind: 'RANK_REACHED',
  key: `rank:${name}`,
  subject: null,
  data: { name },
});

describe('somebody who is told something', () => {
  it('finds it once, however often it is said', async () => {
    await board.notices.tell(rank(ann, 'Guide'));
    await board.notices.tell(rank(ann, 'Guide'));
    await board.notices.tellAll([rank(ann, 'Guide'), rank(ann, 'Guide'), rank(ann, 'Sage')]);
    expect(await board.toldTo(ann)).toMatchObject([
      { kind: 'RANK_REACHED', data: { name: 'Sage' }, readAt: null },
      { kind: 'RANK_REACHED', data: { name: 'Guide' }, readAt: null },
    ]);
    expect(await board.unreadOf(ann)).toBe(2);
  });

  it('finds it once, also when ten say it at the same moment', async () => {
    const bob = await board.make.member();
    const both = [rank(ann, 'Guide'), rank(bob, 'Guide')];
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => board.notices.tellAll(n % 2 === 0 ? both : both.toReversed())),
    );
    expect([await board.unreadOf(ann), await board.unreadOf(bob)]).toEqual([1, 1]);
  });

  it('is told nothing of what was rolled back', async () => {
    const failing = test.database.transaction(async () => {
      await board.notices.tell(rank(ann, 'Guide'));
      throw new Error('the connection broke');
    });
    await expect(failing).rejects.toThrow('broke');
    expect(await board.toldTo(ann)).toEqual([]);
  });

  it('is told nothing once their account is erased, and what they were told is forgotten with it', async () => {
    await board.notices.tell(rank(ann, 'Guide'));
    await test.database.query(`update account set erased_at = now() where id = $1`, [ann.accountId]);
    await board.notices.forget(ann.accountId);
    await board.notices.tell(rank(ann, 'Sage'));
    expect(await board.toldTo(ann)).toEqual([]);
  });

  it('reads it page by page, the newest first, or only what is unread', async () => {
    await board.notices.tellAll(['a', 'b', 'c', 'd', 'e'].map((name) => rank(ann, name)));
    const all = await board.toldTo(ann);
    const first = await board.queries.page(ann.accountId, { first: 2, unreadOnly: false });
    expect(first).toEqual({ rows: all.slice(0, 2), hasNextPage: true });
    await board.notices.markRead(ann, { ids: [all[1]!.noticeId, all[3]!.noticeId], upTo: null });
    const unread = await board.queries.page(ann.accountId, { first: 10, unreadOnly: true });
    expect(unread.rows.map(({ noticeId }) => noticeId)).toEqual([0, 2, 4].map((n) => all[n]!.noticeId));
  });
});

describe('marking as read', () => {
  it('takes single ones, or one and all before it; what comes later stays new', async () => {
    await board.notices.tellAll(['a', 'b', 'c', 'd'].map((name) => rank(ann, name)));
    const [newest, third, second] = await board.toldTo(ann);
    expect(await board.notices.markRead(ann, { ids: [second!.noticeId], upTo: null })).toBe(1);
    expect(await board.notices.markRead(ann, { ids: [second!.noticeId], upTo: null })).toBe(0);
    expect(await board.notices.markRead(ann, { ids: null, upTo: third!.noticeId })).toBe(2);
    expect(await board.unreadOf(ann)).toBe(1);
    expect((await board.toldTo(ann))[0]).toEqual(newest);
  });

  it('leaves what others were told as it is', async () => {
    const bob = await board.make.member();
    await board.notices.tellAll([rank(ann, 'Guide'), rank(bob, 'Guide')]);
    const [ofAnn] = await board.toldTo(ann);
    const [ofBob] = await board.toldTo(bob);
    const newest = Math.max(ofAnn!.noticeId, ofBob!.noticeId);
    expect(await board.notices.markRead(bob, { ids: [ofAnn!.noticeId], upTo: null })).toBe(0);
    expect(await board.notices.markRead(bob, { ids: null, upTo: newest })).toBe(1);
    expect([await board.unreadOf(ann), await board.unreadOf(bob)]).toEqual([1, 0]);
  });

  it.each([
    { ids: null, upTo: null },
    { ids: [1], upTo: 1 },
    { ids: Array.from({ length: 101 }, (_, n) => n), upTo: null },
  ])('wants one of both, and not too many', async (what) => {
    await expect(board.notices.markRead(ann, what)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'ids' }],
    });
  });
});

describe('how many are unread', () => {
  it('is counted up to a hundred, by an index of the unread alone', async () => {
    await board.notices.tellAll(Array.from({ length: 130 }, (_, n) => rank(ann, `rank ${n}`)));
    expect(await board.unreadOf(ann)).toBe(100);
    await test.database.query(
      `insert into notice (account_id, kind, key, data, read_at)
       select $1, 'RANK_REACHED', 'old:' || n, '{"name": "old"}', now() from generate_series(1, 5000) as n`,
      [ann.accountId],
    );
    await test.database.query(`analyze notice`);
    const plan = await test.database.query<{ 'QUERY PLAN': string }>(
      `explain select count(*) from (select from notice where account_id = ${ann.accountId} and read_at is null limit 100) u`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('notice_unread');
  });
});

describe('old notices', () => {
  it('are forgotten: read ones after half a year, all others after a year', async () => {
    const aged = [
      ['read, 179 days', 179, true],
      ['read, 181 days', 181, true],
      ['unread, 364 days', 364, false],
      ['unread, 366 days', 366, false],
    ] as const;
    for (const [name, days, isRead] of aged) {
      await board.notices.tell(rank(ann, name));
      await test.database.query(
        `update notice set created_at = now() - make_interval(days => $2), read_at = case when $3 then now() end
          where account_id = $1 and data ->> 'name' = $4`,
        [ann.accountId, days, isRead, name],
      );
    }
    await board.notices.clearOld();
    const left = (await board.toldTo(ann)).map(({ data }) => data.name);
    expect(left.sort()).toEqual(['read, 179 days', 'unread, 364 days']);
  });
});

describe('every kind', () => {
  it('can be told with what it needs', async () => {
    const { accountId } = ann;
    const question = { kind: 'question', id: await board.make.question() } as const;
    const answer = { kind: 'answer', id: await board.make.answer() } as const;
    const until = new Date('2026-12-24T00:00:00Z');
    const tellings: Telling[] = [
      { accountId, kind: 'PRIVILEGE_GAINED', key: '1', subject: null, data: { name: 'VOTE_DOWN' } },
      {
        accountId,
        kind: 'PRIVILEGE_AT_RISK',
        key: '2',
        subject: null,
        data: { name: 'VOTE_DOWN', until, points: 125 },
      },
      {
        accountId,
        kind: 'PRIVILEGE_LOST',
        key: '3',
        subject: null,
        data: { name: 'VOTE_DOWN', points: 125 },
      },
      { accountId, kind: 'RANK_REACHED', key: '4', subject: null, data: { name: 'Guide' } },
      {
        accountId,
        kind: 'BADGE_AWARDED',
        key: '5',
        subject: null,
        data: { name: 'First answer', slug: 'first-answer' },
      },
      { accountId, kind: 'BOUNTY_ENDING', key: '6', subject: question, data: { points: 50, until } },
      { accountId, kind: 'BOUNTY_WON', key: '7', subject: answer, data: { points: 50 } },
      { accountId, kind: 'BOUNTY_RETURNED', key: '8', subject: question, data: { points: 50 } },
      { accountId, kind: 'RATING_REMARK', key: '9', subject: null, data: {} },
      { accountId, kind: 'ACCEPT_REMINDER', key: '10', subject: question, data: {} },
      { accountId, kind: 'SUPERUSER_INVITED', key: '11', subject: null, data: { until } },
      { accountId, kind: 'SUPERUSER_TERM_ENDING', key: '12', subject: null, data: { until } },
      { accountId, kind: 'VOTES_INVALIDATED', key: '13', subject: null, data: { count: 3, points: -30 } },
      {
        accountId,
        kind: 'SANCTIONED',
        key: '14',
        subject: null,
        data: { reason: 'Advertising, again.', until },
      },
      { accountId, kind: 'SANCTION_LIFTED', key: '15', subject: null, data: {} },
      {
        accountId,
        kind: 'RULES_CHANGED',
        key: '16',
        subject: null,
        data: { reputationBefore: 60, reputationAfter: 100 },
      },
    ];
    await board.notices.tellAll(tellings);
    const told = (await board.toldTo(ann)).toReversed();
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(tellings.map(({ kind }) => kind)));
    expect(told.find(({ kind }) => kind === 'BOUNTY_ENDING')).toMatchObject({
      subjectKind: 'question',
      subjectId: question.id,
      data: { points: 50, until: '2026-12-24T00:00:00.000Z' },
    });
  });
});
