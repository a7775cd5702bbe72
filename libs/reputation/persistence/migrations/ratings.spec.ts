import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { Ratings1700000830000 } from './1700000830000-ratings.js';

describe('ratings from before helpers could read remarks', () => {
  let db: TestDatabase;
  beforeAll(async () => (db = await createTestDatabase()));
  afterAll(() => db.drop());

  it('count as they did, by topic too, and their remarks stay with those who wrote them', async () => {
    const { database } = db;
    const make = new Builders(database);
    const [asker, helper] = [await make.member(), await make.member()];
    const migration = new Ratings1700000830000();
    const runner = database.dataSource.createQueryRunner();
    try {
      await migration.down(runner);
      for (const stars of [5, 2]) {
        const question = await make.question({ author: asker, tags: ['boiler'] });
        const answer = await make.answer({ question, author: helper });
        await database.query(
          `insert into helper_rating (answer_id, helper_id, rater_id, stars, comment) values ($1, $2, $3, $4, 'Hm.')`,
          [answer, helper.accountId, asker.accountId, stars],
        );
      }
      await migration.up(runner);
    } finally {
      await runner.release();
    }
    expect(await database.query(`select count, sum, raters, solved_said from rating_summary`)).toEqual([
      { count: 2, sum: 7, raters: 1, solved_said: 0 },
    ]);
    expect(await database.query(`select count, sum from rating_topic`)).toEqual([{ count: 2, sum: 7 }]);
    expect(await database.query(`select remark from published_rating where remark is not null`)).toEqual([]);
    expect(await database.query(`select comment, is_remark_shared from helper_rating limit 1`)).toEqual([
      { comment: 'Hm.', is_remark_shared: false },
    ]);
  });
});
