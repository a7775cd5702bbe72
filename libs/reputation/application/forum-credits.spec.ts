import type { Deletion, Marks, Votes } from '#libs/forum';
import { PeerdeskError } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import type { Database } from '#libs/platform';
import { Builders, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import fc from 'fast-check';
import { StandingAwards } from '../persistence/standing-awards.js';
import { ForumCredits } from './forum-credits.js';
import { Ledger } from './ledger.js';

describe('reputation from what happens in the forum', () => {
  let db: TestDatabase;
  let database: Database;
  let make: Builders;
  let votes: Votes;
  let marks: Marks;
  let deletion: Deletion;

  let asker: Actor;
  let helper: Actor;
  let otherHelper: Actor;
  let moderator: Actor;
  let question: number;
  let answer: number;
  let otherAnswer: number;

  beforeAll(async () => {
    db = await createTestDatabase();
    database = db.database;
    make = new Builders(database);
    const forum = forumOn(database);
    ({ votes, marks, deletion } = forum);
    new ForumCredits(forum.events, new Ledger(database), new StandingAwards(database));
  });
  afterAll(() => db.drop());

  beforeEach(async () => {
    [asker, helper, otherHelper] = [await make.member(), await make.member(), await make.member()];
    moderator = await make.member({ role: 'MODERATOR' });
    question = await make.question({ author: asker });
    answer = await make.answer({ question, author: helper });
    otherAnswer = await make.answer({ question, author: otherHelper });
  });

  async function reputation(person: Actor): Promise<number> {
    const [row] = await database.query<{ reputation: number }>(
      `select reputation from account where id = $1`,
      [person.accountId],
    );
    return row!.reputation;
  }

  const everybody = async () =>
    Promise.all([asker, helper, otherHelper, moderator].map((person) => reputation(person)));

  async function importVotes(postId: number, count: number, daysAgo = 0): Promise<void> {
    await database.query(
      `insert into vote (post_id, value, imported_key, created_at)
       select $1::bigint, 1, concat_ws(':', $1::bigint, $3::integer, n), now() - make_interval(days => $3::integer)
         from generate_series(1, $2) as n`,
      [postId, count, daysAgo],
    );
  }

  /** Everybody whose figure is not what their votes, marks and visible posts are worth, or not the sum of their ledger. */
  const wrongFigures = () =>
    database.query(
      `with visible as (
         select p.*, q.author_id as asker_id from post p join post q on q.id = coalesce(p.question_id, p.id)
          where p.deleted_at is null and q.deleted_at is null),
       upvoted as (
         select author_id as account_id, least(200, 10 * count(*)) as worth
           from visible join vote on post_id = visible.id and earns_reputation
          where value = 1 group by author_id, (vote.created_at at time zone 'UTC')::date),
       worth as (
         select * from upvoted
         union all select author_id, -2 from visible join vote on post_id = visible.id where value = -1
         union all select voter_id, -1 from visible join vote on post_id = visible.id where value = -1 and kind = 'answer'
         union all select author_id, 15 from visible where accepted_at is not null and author_id <> asker_id
         union all select asker_id, 2 from visible where accepted_at is not null and author_id <> asker_id
         union all select author_id, 5 from visible
          where also_solved_at is not null and author_id <> asker_id and author_id <> also_solved_by
         union all select author_id, 15 from visible where official_at is not null and author_id <> official_by),
       expected as (select account_id, sum(worth)::int as worth from worth group by account_id),
       ledger as (select account_id, sum(delta)::int as sum from reputation_entry group by account_id)
       select id, reputation, coalesce(worth, 0) as worth, coalesce(sum, 0) as sum
         from account left join expected on expected.account_id = id left join ledger on ledger.account_id = id
        where reputation <> coalesce(worth, 0) or reputation <> coalesce(sum, 0)`,
    );

  it('thanks a helper for an upvote, and takes it back when the vote is withdrawn', async () => {
    await votes.cast(asker, answer, 'UP');
    expect(await reputation(helper)).toBe(10);
    await votes.cast(asker, answer, 'NONE');
    expect(await reputation(helper)).toBe(0);
  });

  it('turns both sides round when somebody turns their vote', async () => {
    await votes.cast(moderator, answer, 'DOWN');
    expect([await reputation(helper), await reputation(moderator)]).toEqual([-2, -1]);
    await votes.cast(moderator, answer, 'UP');
    expect([await reputation(helper), await reputation(moderator)]).toEqual([10, 0]);
  });

  it('moves the points along with the acceptance', async () => {
    await marks.accept(asker, answer);
    expect(await everybody()).toEqual([2, 15, 0, 0]);
    await marks.accept(asker, otherAnswer);
    expect(await everybody()).toEqual([2, 0, 15, 0]);
    await marks.unaccept(asker, otherAnswer);
    expect(await everybody()).toEqual([0, 0, 0, 0]);
  });

  it('thanks whoever solved it too, until the answer becomes the accepted one', async () => {
    await marks.accept(asker, otherAnswer);
    await marks.markAlsoSolved(asker, answer);
    expect(await everybody()).toEqual([2, 5, 15, 0]);
    await deletion.remove(moderator, answer);
    expect(await everybody()).toEqual([2, 0, 15, 0]);
    await deletion.restore(moderator, answer);
    expect(await everybody()).toEqual([2, 5, 15, 0]);
    await marks.accept(asker, answer);
    expect(await everybody()).toEqual([2, 15, 0, 0]);
    await marks.markAlsoSolved(asker, otherAnswer);
    await marks.unmarkAlsoSolved(asker, otherAnswer);
    expect(await everybody()).toEqual([2, 15, 0, 0]);
    expect(await wrongFigures()).toEqual([]);
  });

  it('moves the points along with the official mark', async () => {
    await marks.setOfficial(moderator, question, answer);
    await marks.setOfficial(moderator, question, otherAnswer);
    expect(await everybody()).toEqual([0, 0, 15, 0]);
    await marks.setOfficial(moderator, question, null);
    expect(await everybody()).toEqual([0, 0, 0, 0]);
  });

  it('takes everything back from everybody when a question is deleted, and gives it again when it is restored', async () => {
    await votes.cast(helper, question, 'UP');
    await votes.cast(moderator, answer, 'DOWN');
    await votes.cast(moderator, otherAnswer, 'UP');
    await marks.accept(asker, answer);
    await marks.setOfficial(moderator, question, otherAnswer);
    const before = await everybody();
    expect(before).toEqual([12, 13, 25, -1]);

    await deletion.remove(moderator, question);
    expect(await everybody()).toEqual([0, 0, 0, 0]);
    await deletion.restore(moderator, question);
    expect(await everybody()).toEqual(before);
  });

  it('credits what is restored on the days when it was earned', async () => {
    await importVotes(answer, 25);
    await importVotes(answer, 3, 7);
    await deletion.remove(moderator, answer);
    await deletion.restore(moderator, answer);
    expect(await reputation(helper)).toBe(230);

    await votes.cast(asker, answer, 'UP');
    expect(await reputation(helper)).toBe(230);
    expect(await wrongFigures()).toEqual([]);
  });

  it('credits nothing for votes that an import counted without knowing them', async () => {
    await database.query(
      `insert into vote (post_id, value, imported_key, earns_reputation) values ($1::bigint, 1, concat($1::bigint, ':score:1'), false)`,
      [answer],
    );
    await deletion.remove(moderator, answer);
    await deletion.restore(moderator, answer);
    expect(await reputation(helper)).toBe(0);
  });

  it('gives a mark that comes back with its answer its points again, unless it has moved on', async () => {
    await marks.accept(asker, answer);
    await deletion.remove(moderator, answer);
    expect(await everybody()).toEqual([0, 0, 0, 0]);
    await deletion.restore(moderator, answer);
    expect(await everybody()).toEqual([2, 15, 0, 0]);

    await deletion.remove(moderator, answer);
    await marks.accept(asker, otherAnswer);
    await deletion.restore(moderator, answer);
    expect(await everybody()).toEqual([2, 0, 15, 0]);
  });

  it('gives nothing for helping oneself', async () => {
    const own = await make.answer({ question, author: asker });
    const moderatorsOwn = await make.answer({ question, author: moderator });
    await marks.accept(asker, own);
    await marks.setOfficial(moderator, question, moderatorsOwn);
    expect(await everybody()).toEqual([0, 0, 0, 0]);
  });

  it('counts forty identical votes at once as one', async () => {
    await Promise.all(Array.from({ length: 40 }, () => votes.cast(asker, answer, 'UP')));
    expect(await database.query(`select 1 from vote where post_id = $1`, [answer])).toHaveLength(1);
    expect(await database.query(`select 1 from reputation_entry where post_id = $1`, [answer])).toHaveLength(
      1,
    );
    expect(await reputation(helper)).toBe(10);
  });

  it('lets twenty acceptances at once end with one accepted answer and its points', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => make.answer({ question, author: await make.member() })),
    );
    await Promise.all(answers.map((each) => marks.accept(asker, each)));
    const accepted = await database.query(
      `select 1 from post where question_id = $1 and accepted_at is not null`,
      [question],
    );
    expect(accepted).toHaveLength(1);
    expect(await reputation(asker)).toBe(2);
    expect(await wrongFigures()).toEqual([]);
  });

  it('stays true when votes, withdrawals and marks run against deletion and restoring', async () => {
    for (let round = 0; round < 10; round++) {
      const voters = [asker, otherHelper, moderator];
      await Promise.allSettled([
        ...voters.map((voter) => votes.cast(voter, answer, round % 2 ? 'NONE' : 'UP')),
        marks.accept(asker, round % 2 ? otherAnswer : answer),
        marks.setOfficial(moderator, question, answer),
        deletion.remove(moderator, answer),
        votes.cast(helper, otherAnswer, round % 2 ? 'UP' : 'NONE'),
      ]);
      expect(await wrongFigures()).toEqual([]);
      await Promise.allSettled([
        deletion.restore(moderator, answer),
        votes.cast(moderator, otherAnswer, round % 2 ? 'DOWN' : 'UP'),
        deletion.remove(moderator, question),
      ]);
      await deletion.restore(moderator, question).catch(() => undefined);
      await deletion.restore(moderator, answer).catch(() => undefined);
      expect(await wrongFigures()).toEqual([]);
    }
  });

  it('holds for whatever a community does, in any order', async () => {
    const person = fc.nat({ max: 4 });
    const post = fc.nat({ max: 4 });
    const value = fc.constantFrom('UP', 'UP', 'DOWN', 'NONE');
    const deed = fc.oneof(
      { weight: 5, arbitrary: fc.record({ kind: fc.constant('vote' as const), person, post, value }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constantFrom('accept', 'unaccept', 'also', 'notAlso', 'official'),
          post,
        }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('delete', 'restore'), post }) },
    );
    const run = fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 25 }), async (deeds) => {
      const people = [await make.member(), await make.member({ role: 'MODERATOR' })];
      for (let more = 0; more < 3; more++) people.push(await make.member({ role: 'SUPERUSER' }));
      const [theAsker, theModerator] = people as [Actor, Actor];
      const place = await make.question({ author: theAsker });
      const posts = [place];
      for (const author of people.slice(0, 4)) posts.push(await make.answer({ question: place, author }));
      // So close to the daily limit that a few more upvotes reach it.
      await importVotes(posts[3]!, 19);
      await deletion.remove(theModerator, posts[3]!);
      await deletion.restore(theModerator, posts[3]!);

      for (const { kind, post: index, ...vote } of deeds as ({
        kind: string;
        post: number;
      } & Partial<Vote>)[]) {
        const target = posts[index]!;
        try {
          if (vote.value) await votes.cast(people[vote.person!]!, target, vote.value);
          else if (kind === 'accept') await marks.accept(theAsker, target);
          else if (kind === 'unaccept') await marks.unaccept(theAsker, target);
          else if (kind === 'also') await marks.markAlsoSolved(theAsker, target);
          else if (kind === 'notAlso') await marks.unmarkAlsoSolved(theAsker, target);
          else if (kind === 'official')
            await marks.setOfficial(theModerator, place, target === place ? null : target);
          else if (kind === 'delete') await deletion.remove(theModerator, target);
          else await deletion.restore(theModerator, target);
        } catch (refusal) {
          if (!(refusal instanceof PeerdeskError)) throw refusal;
        }
        expect(await wrongFigures()).toEqual([]);
      }
    });
    await fc.assert(run, { numRuns: 10 });
  });

  it.each([`update reputation_entry set delta = 1000`, `delete from reputation_entry`])(
    'lets nobody rewrite what happened: %s',
    async (attempt) => {
      await votes.cast(asker, answer, 'UP');
      await expect(database.query(attempt)).rejects.toThrow('append-only');
    },
  );
});

interface Vote {
  person: number;
  value: 'UP' | 'DOWN' | 'NONE';
}
