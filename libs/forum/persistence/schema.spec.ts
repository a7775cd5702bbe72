import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';

describe('the promises that the database keeps about posts', () => {
  let db: TestDatabase;
  let make: Builders;
  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
  });
  afterAll(() => db.drop());

  it('nobody votes for themselves, and nobody votes twice', async () => {
    const [asker, voter] = [await make.member(), await make.member()];
    const question = await make.question({ author: asker });
    const vote = (voterId: number) =>
      db.database.query(`insert into vote (post_id, voter_id, value) values ($1, $2, 1)`, [
        question,
        voterId,
      ]);

    await expect(vote(asker.accountId)).rejects.toMatchObject({ constraint: 'vote_not_own' });
    await vote(voter.accountId);
    await expect(vote(voter.accountId)).rejects.toMatchObject({ constraint: 'vote_once' });
  });

  it('a question has at most one accepted and one official answer', async () => {
    const question = await make.question();
    const [one, other] = [await make.answer({ question }), await make.answer({ question })];
    const mark = (column: 'accepted_at' | 'official_at', answer: number) =>
      db.database.query(`update post set ${column} = now() where id = $1`, [answer]);

    await mark('accepted_at', one);
    await mark('official_at', other);
    await expect(mark('accepted_at', other)).rejects.toMatchObject({
      constraint: 'post_one_accepted_answer',
    });
    await expect(mark('official_at', one)).rejects.toMatchObject({ constraint: 'post_one_official_answer' });
  });

  it('a ledger entry can be neither changed nor deleted', async () => {
    const member = await make.member();
    await db.database.query(
      `insert into reputation_entry (account_id, delta, points, reason, cause, earned_on)
       values ($1, 10, 10, 'ANSWER_UPVOTED', 'vote:1', current_date)`,
      [member.accountId],
    );
    for (const attempt of [
      `update reputation_entry set delta = 1000`,
      `delete from reputation_entry`,
      `truncate reputation_entry cascade`,
    ]) {
      await expect(db.database.query(attempt)).rejects.toThrow(/append-only/);
    }
  });
});
