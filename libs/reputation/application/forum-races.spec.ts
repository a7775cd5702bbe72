import { AnswerAccepted } from '#libs/forum';
import type { Actor } from '#libs/kernel';
import { Builders, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { StandingAwards } from '../persistence/standing-awards.js';
import { ForumCredits } from './forum-credits.js';
import { Ledger } from './ledger.js';

describe('points at the moment when something is done', () => {
  let db: TestDatabase;
  let make: Builders;
  let forum: ReturnType<typeof forumOn>;
  let author: Actor;

  beforeAll(async () => {
    db = await createTestDatabase({ poolSize: 20 });
    make = new Builders(db.database);
    forum = forumOn(db.database);
    new ForumCredits(forum.events, new Ledger(db.database), new StandingAwards(db.database));
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    author = await make.member();
  });

  const many = <T>(count: number, one: (n: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, n) => one(n)));
  /** What the account shows, what its ledger comes to, and how many of its votes up stand. */
  const figures = () =>
    db.database.one(
      `select reputation, (select coalesce(sum(delta), 0)::int from reputation_entry where account_id = a.id) as ledger,
              (select coalesce(sum(up_count), 0)::int from post where author_id = a.id) as votes
         from account a where id = $1`,
      [author.accountId],
    );

  it('fifty votes up at once from 190 on bring 10, whatever is withdrawn meanwhile', async () => {
    const [early, late] = [await make.answer({ author }), await make.answer({ author })];
    const voters = await many(50, () => make.member());
    await many(19, (n) => forum.votes.cast(voters[n]!, early, 'UP'));
    expect(await figures()).toEqual({ reputation: 190, ledger: 190, votes: 19 });
    await many(50, (n) => forum.votes.cast(voters[n]!, late, 'UP'));
    expect(await figures()).toEqual({ reputation: 200, ledger: 200, votes: 69 });
    // 19 go, 38 of 50 go, in between 12 come again that were there already.
    await Promise.all([
      many(19, (n) => forum.votes.cast(voters[n]!, early, 'NONE')),
      many(50, (n) => forum.votes.cast(voters[n]!, late, n < 38 ? 'NONE' : 'UP')),
    ]);
    expect(await figures()).toEqual({ reputation: 120, ledger: 120, votes: 12 });
  });

  it('an acceptance whose points cannot be written is none', async () => {
    const asker = await make.member();
    const question = await make.question({ author: asker });
    const answer = await make.answer({ question, author });
    const failing = forumOn(db.database);
    new ForumCredits(failing.events, new Ledger(db.database), new StandingAwards(db.database));
    failing.events.on(AnswerAccepted, () => Promise.reject(new Error('the disk is full')));
    await expect(failing.marks.accept(asker, answer)).rejects.toThrow('the disk is full');
    expect(await figures()).toMatchObject({ reputation: 0, ledger: 0 });
    expect(await db.database.one(`select accepted_at from post where id = $1`, [answer])).toEqual({
      accepted_at: null,
    });
  });
});
