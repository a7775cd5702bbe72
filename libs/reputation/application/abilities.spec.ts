import type { Database } from '#libs/platform';
import { DomainEvents } from '#libs/platform';
import { Builders, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import type { Actor } from '#libs/kernel';
import { qualityOf } from '../domain/abilities.js';
import { AbilityStore } from '../persistence/ability.store.js';
import { PrivilegeStore } from '../persistence/privilege.store.js';
import { Abilities, AbilitySources } from './abilities.js';
import { PrivilegeKeeping } from './privilege-keeping.js';

describe('what quality opens', () => {
  let db: TestDatabase;
  let database: Database;
  let make: Builders;
  let forum: ReturnType<typeof forumOn>;
  let sources: AbilitySources;
  let abilities: Abilities;
  let keeping: PrivilegeKeeping;
  let helper: Actor;
  let moderator: Actor;

  beforeAll(async () => {
    db = await createTestDatabase();
    database = db.database;
    make = new Builders(database);
    forum = forumOn(database);
    sources = new AbilitySources();
    abilities = new Abilities(database, sources, new AbilityStore(database));
    keeping = new PrivilegeKeeping(database, new DomainEvents(), new PrivilegeStore(database));
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    helper = await make.member();
    moderator = await make.member({ role: 'MODERATOR' });
  });

  const scoreOf = ({ accountId }: Actor, ability: string) =>
    database.one<{ good: number; bad: number; quality: number; isOpen: boolean }>(
      `select good, bad, quality, opened_at is not null as "isOpen" from ability_score
        where account_id = $1 and ability = $2`,
      [accountId, ability],
    );

  async function privilegesOf({ accountId }: Actor): Promise<string[]> {
    const row = await database.one<{ privileges: string[] }>(`select privileges from account where id = $1`, [
      accountId,
    ]);
    return row!.privileges;
  }

  async function answersWithScores(...scores: number[]): Promise<number[]> {
    const question = await make.question();
    const answers = [];
    for (const score of scores) {
      const answer = await make.answer({ question, author: helper });
      await database.query(
        `update post set up_count = greatest($2, 0), down_count = greatest(-$2, 0) where id = $1`,
        [answer, score],
      );
      answers.push(answer);
    }
    return answers;
  }

  it('is (good + 2) / (good + bad + 4), as the database reckons too', async () => {
    expect([qualityOf(0, 0), qualityOf(6, 0), qualityOf(8, 4)]).toEqual([0.5, 0.8, 0.625]);
    await answersWithScores(1, 1, 1, -1, 0);
    await abilities.refresh();
    expect(await scoreOf(helper, 'POSTS')).toEqual({
      good: 3,
      bad: 1,
      quality: qualityOf(3, 1),
      isOpen: false,
    });
  });

  it('counts what was vouched for whatever its score, and what was taken away by those who moderate as bad', async () => {
    const question = await make.question({ author: moderator });
    const [accepted, official, deleted, ownDeleted] = await Promise.all(
      [1, 2, 3, 4].map(() => make.answer({ question, author: helper })),
    );
    await forum.marks.accept(moderator, accepted!);
    await forum.marks.setOfficial(moderator, question, official!);
    await forum.deletion.remove(moderator, deleted!);
    await forum.deletion.remove(helper, ownDeleted!);
    await database.query(`update post set down_count = 2 where id = any($1)`, [[accepted, official]]);
    await abilities.refresh();
    expect(await scoreOf(helper, 'POSTS')).toMatchObject({ good: 2, bad: 1 });
  });

  it('does not count that somebody accepted their own answer', async () => {
    const own = await make.answer({ question: await make.question({ author: helper }), author: helper });
    await forum.marks.accept(helper, own);
    await abilities.refresh();
    expect(await scoreOf(helper, 'POSTS')).toBeUndefined();
  });

  it('opens voting down to who has six good answers and no bad one, long before 125 points', async () => {
    await answersWithScores(1, 1, 1, 1, 1);
    await abilities.refresh();
    expect(await privilegesOf(helper)).not.toContain('VOTE_DOWN');
    await answersWithScores(1);
    await Promise.all([abilities.refresh(), abilities.refresh()]);
    expect((await privilegesOf(helper)).filter((name) => name === 'VOTE_DOWN')).toHaveLength(1);
    await forum.votes.cast(helper, await make.answer(), 'DOWN');
    expect(
      await database.query(`select change from privilege_change where account_id = $1`, [helper.accountId]),
    ).toEqual([{ change: 'GAINED' }]);
  });

  it('closes again below the bar for fourteen days, and not before', async () => {
    const answers = await answersWithScores(1, 1, 1, 1, 1, 1);
    await abilities.refresh();
    await forum.deletion.remove(moderator, answers[0]!);
    const daysGoBy = async (days: number) => {
      await database.query(`update ability_score set below_since = below_since - make_interval(days => $1)`, [
        days,
      ]);
      await database.query(`update privilege_at_risk set since = since - make_interval(days => $1)`, [days]);
      await abilities.refresh();
      await keeping.takeAway();
    };
    await daysGoBy(0);
    await daysGoBy(13);
    expect(await privilegesOf(helper)).toContain('VOTE_DOWN');
    await daysGoBy(1);
    expect(await privilegesOf(helper)).not.toContain('VOTE_DOWN');
    expect(await scoreOf(helper, 'POSTS')).toMatchObject({ isOpen: false });
  });

  it('is out of danger once the quality is back', async () => {
    const answers = await answersWithScores(1, 1, 1, 1, 1, 1);
    await abilities.refresh();
    await forum.deletion.remove(moderator, answers[0]!);
    await abilities.refresh();
    await forum.deletion.restore(moderator, answers[0]!);
    await abilities.refresh();
    await keeping.takeAway();
    expect(
      await database.query(`select from privilege_at_risk where account_id = $1`, [helper.accountId]),
    ).toEqual([]);
    expect(
      await database.one(`select below_since from ability_score where account_id = $1`, [helper.accountId]),
    ).toEqual({ below_since: null });
  });

  it('keeps open what reputation no longer opens', async () => {
    await answersWithScores(1, 1, 1, 1, 1, 1);
    await abilities.refresh();
    await database.query(`update account set reputation = 130 where id = $1`, [helper.accountId]);
    await database.query(`update account set reputation = 0 where id = $1`, [helper.accountId]);
    await keeping.takeAway();
    expect(await privilegesOf(helper)).toContain('VOTE_DOWN');
  });

  it('takes an edit of what others wrote as good while it stands, and as bad once somebody brings the text back', async () => {
    const editor = await make.member({ reputation: 2_000 });
    const [standing, undone, ownUndone] = [await make.answer(), await make.answer(), await make.answer()];
    const former = 'Hold the button for five seconds, then turn the wheel.';
    for (const answer of [standing, undone, ownUndone]) {
      await forum.answers.edit(editor, answer, { body: 'Press the button and turn the wheel, slowly.' });
    }
    await forum.answers.edit(moderator, undone, { body: former });
    await forum.answers.edit(editor, ownUndone, { body: former });
    await abilities.refresh();
    expect(await scoreOf(editor, 'EDITS')).toMatchObject({ good: 3, bad: 1 });
    expect(await scoreOf(moderator, 'EDITS')).toMatchObject({ good: 1, bad: 0 });
  });

  it('takes reports from whoever knows about them', async () => {
    sources.register('FLAGS', `select ${helper.accountId}::bigint as account_id, 8 as good, 0 as bad`);
    await abilities.refresh();
    expect(await privilegesOf(helper)).toContain('PRIORITY_FLAGS');
    // Nothing that reputation opens, or could take away.
    await keeping.takeAway();
    expect(await privilegesOf(helper)).toContain('PRIORITY_FLAGS');
    sources.register('FLAGS', `select 0::bigint as account_id, 0 as good, 0 as bad where false`);
    await abilities.refresh();
    expect(await scoreOf(helper, 'FLAGS')).toMatchObject({ good: 0, bad: 0, quality: 0.5, isOpen: true });
  });
});
