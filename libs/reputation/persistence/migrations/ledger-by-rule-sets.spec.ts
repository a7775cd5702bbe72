import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { LedgerByRuleSets1700000800001 } from './1700000800001-ledger-by-rule-sets.js';

describe('a ledger from before there were rule sets', () => {
  let db: TestDatabase;
  beforeAll(async () => (db = await createTestDatabase()));
  afterAll(() => db.drop());

  it('names its rules, caps and sums after the change, and is as unchangeable as before', async () => {
    const { database } = db;
    const { accountId } = await new Builders(database).member();
    const migration = new LedgerByRuleSets1700000800001();
    const runner = database.dataSource.createQueryRunner();
    try {
      await migration.down(runner);
      await database.query(
        `insert into reputation_entry (account_id, delta, points, reason, cause, is_capped, points_of_day, earned_on,
                                       created_at, reverses_id)
         values ($1, 10, 10, 'ANSWER_UPVOTED', 'vote:1', true, 10, '2026-01-01', '2026-01-01', null),
                ($1, -2, -2, 'ANSWER_DOWNVOTED', 'vote:2', false, null, '2026-01-01', '2026-01-01', null),
                ($1, -1, -1, 'ANSWER_DOWNVOTED', 'vote:3', false, null, '2026-01-02', '2026-01-02', null)`,
        [accountId],
      );
      await database.query(
        `insert into reputation_entry (account_id, delta, points, reason, cause, is_capped, points_of_day, earned_on,
                                       created_at, reverses_id)
         select account_id, -10, -10, 'REVERSAL', cause, true, 0, earned_on, '2026-01-02', id
           from reputation_entry where cause = 'vote:1'`,
      );
      await migration.up(runner);
    } finally {
      await runner.release();
    }

    expect(
      await database.query(`select rule, day_cap, reversal_cause from reputation_entry order by id`),
    ).toEqual([
      { rule: 'ANSWER_UPVOTED', day_cap: 200, reversal_cause: null },
      { rule: 'ANSWER_DOWNVOTED', day_cap: null, reversal_cause: null },
      { rule: 'VOTED_ANSWER_DOWN', day_cap: null, reversal_cause: null },
      { rule: null, day_cap: 200, reversal_cause: null },
    ]);
    expect(
      await database.query(`select day::text, gained, lost, entries from reputation_day order by day`),
    ).toEqual([
      { day: '2026-01-01', gained: 10, lost: 2, entries: 2 },
      { day: '2026-01-02', gained: 0, lost: 11, entries: 2 },
    ]);
    expect(await database.query(`select post_id, gained, lost, entries from reputation_post`)).toEqual([
      { post_id: null, gained: 10, lost: 13, entries: 4 },
    ]);
    await expect(database.query(`update reputation_entry set rule = null`)).rejects.toThrow('append-only');
  });
});
