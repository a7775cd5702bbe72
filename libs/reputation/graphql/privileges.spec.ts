import { AccountLoader, AccountQueries } from '#libs/accounts';
import type { User } from '#libs/accounts';
import { ForbiddenError, GUEST } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { DomainEvents, RateLimits, countingStatements } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { Ledger } from '../application/ledger.js';
import { PrivilegeKeeping } from '../application/privilege-keeping.js';
import { PrivilegeRefusals } from '../application/privilege-refusals.js';
import { RuleSets } from '../application/rule-sets.js';
import { VoteLimits } from '../application/vote-limits.js';
import { PrivilegeStore } from '../persistence/privilege.store.js';
import { RuleSetStore } from '../persistence/rule-set.store.js';
import { StandingQueries } from '../persistence/standing.queries.js';
import { SourceLoader, StandingLoader } from './standing.loaders.js';
import { PrivilegeFieldsResolver, StandingFieldsResolver } from './standing.resolvers.js';

describe('what people learn of what they may do', () => {
  let db: TestDatabase;
  let make: Builders;
  let accounts: AccountLoader;
  let ruleSets: RuleSets;
  let people: StandingFieldsResolver;
  let privileges: PrivilegeFieldsResolver;

  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    accounts = new AccountLoader(new AccountQueries(db.database));
    ruleSets = new RuleSets(db.database, new RuleSetStore(db.database));
    const queries = new StandingQueries(db.database);
    const standing = new StandingLoader(queries);
    const limits = new VoteLimits(
      db.database,
      new DomainEvents(),
      new RateLimits(db.database.dataSource, true),
    );
    people = new StandingFieldsResolver(ruleSets, standing, new SourceLoader(queries), limits);
    privileges = new PrivilegeFieldsResolver(ruleSets, standing);
  });
  afterAll(() => db.drop());

  const seenBy = (viewer: Viewer): RequestContext => ({
    viewer,
    requestId: 'r',
    address: '127.0.0.1',
    sessionToken: null,
    guestKey: Buffer.alloc(0),
    refusesRecording: false,
    setSession: () => undefined,
    loaders: new Map(),
  });

  async function userOf({ accountId }: Actor, context = seenBy(GUEST)): Promise<User> {
    return (await accounts.load(context, accountId))!;
  }

  const NEWCOMER = ['ASK', 'ANSWER', 'COMMENT', 'VOTE_UP', 'CREATE_TAG'];

  it('what they may do, and what comes next by how much', async () => {
    const held = async (person: Actor) =>
      (await people.privileges(await userOf(person))).flatMap(({ name, held: isHeld }) =>
        isHeld ? [name] : [],
      );
    const helper = await make.member({ reputation: 60 });
    expect(await held(helper)).toEqual(NEWCOMER);
    expect(await held(await make.member({ reputation: 125 }))).toEqual([
      ...NEWCOMER,
      'OFFER_BOUNTY',
      'VOTE_DOWN',
    ]);
    expect(await held(await make.member({ role: 'MODERATOR' }))).toEqual([
      ...NEWCOMER,
      'OFFER_BOUNTY',
      'VOTE_DOWN',
      'NOMINATE_SUPERUSER',
      'EDIT_OTHERS_POSTS',
      'PRIORITY_FLAGS',
      'DELETE_OTHERS_POSTS',
      'SET_OFFICIAL',
    ]);
    const next = (await people.privileges(await userOf(helper))).filter((privilege) => !privilege.held);
    expect(next.map(({ name, reputationNeeded, missing }) => [name, reputationNeeded, missing])).toEqual([
      ['OFFER_BOUNTY', 75, 15],
      ['VOTE_DOWN', 125, 65],
      ['NOMINATE_SUPERUSER', 200, 140],
      ['EDIT_OTHERS_POSTS', 1_000, 940],
      ['PRIORITY_FLAGS', null, null],
      ['DELETE_OTHERS_POSTS', null, null],
      ['SET_OFFICIAL', null, null],
      ['CURATE', null, null],
    ]);
  });

  it('why they may: reputation, quality or their role', async () => {
    const able = await make.member({ reputation: 80 });
    await db.database.query(
      `insert into ability_score (account_id, ability, good, bad, opened_at) values ($1, 'POSTS', 7, 0, now())`,
      [able.accountId],
    );
    await db.database.query(`update account set privileges = privileges || '{VOTE_DOWN}' where id = $1`, [
      able.accountId,
    ]);
    const openers = async (person: Actor) => {
      const context = seenBy(GUEST);
      const all = await people.privileges(await userOf(person, context));
      const asked = all.filter(({ name }) => ['OFFER_BOUNTY', 'VOTE_DOWN', 'CURATE'].includes(name));
      return Promise.all(asked.map((privilege) => privileges.openedBy(privilege, context)));
    };
    expect(await openers(able)).toEqual(['REPUTATION', 'ABILITY', null]);
    expect(await openers(await make.member({ role: 'STAFF', reputation: 80 }))).toEqual([
      'REPUTATION',
      'ROLE',
      'ROLE',
    ]);
  });

  it('until when one is safe is for oneself and those who moderate, as is how well one works', async () => {
    const helper = await make.member({ reputation: 130 });
    await db.database.query(`update account set reputation = 120 where id = $1`, [helper.accountId]);
    await new PrivilegeKeeping(db.database, new DomainEvents(), new PrivilegeStore(db.database)).takeAway();
    const seen = async (viewer: Viewer) => {
      const context = seenBy(viewer);
      const user = await userOf(helper, context);
      const voteDown = (await people.privileges(user)).find(({ name }) => name === 'VOTE_DOWN')!;
      const until = await privileges.atRiskUntil(voteDown, context);
      return [
        until && Math.round((until.getTime() - Date.now()) / 86_400_000),
        (await people.abilities(user, context))?.map(({ name, quality, bar, opens }) => [
          name,
          quality,
          bar,
          opens,
        ]),
      ];
    };
    const measured = [
      ['POSTS', 0.5, 0.8, 'VOTE_DOWN'],
      ['EDITS', 0.5, 0.8, 'EDIT_OTHERS_POSTS'],
      ['FLAGS', 0.5, 0.8, 'PRIORITY_FLAGS'],
    ];
    expect(await seen(helper)).toEqual([14, measured]);
    expect(await seen(await make.member({ role: 'SUPERUSER' }))).toEqual([14, measured]);
    expect(await seen(await make.member())).toEqual([null, undefined]);
    expect(await seen(GUEST)).toEqual([null, undefined]);
  });

  it('what is far below what it takes is lost at once, and no day is named that it would not last to', async () => {
    const keeping = new PrivilegeKeeping(db.database, new DomainEvents(), new PrivilegeStore(db.database));
    const until = async (reputation: number) => {
      const helper = await make.member({ reputation: 130 });
      await db.database.query(`update account set reputation = $2 where id = $1`, [
        helper.accountId,
        reputation,
      ]);
      // As when rules were saved: risks are noted, and nobody loses anything before the job comes round.
      await keeping.refreshPrivileges();
      const context = seenBy(helper);
      const all = await people.privileges(await userOf(helper, context));
      return privileges.atRiskUntil(
        all.find(({ name }) => name === 'VOTE_DOWN')!,
        context,
      );
    };
    expect((await until(113))!.getTime()).toBeGreaterThan(Date.now() + 13 * 86_400_000);
    expect((await until(112))!.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('the votes that are left are for oneself', async () => {
    const helper = await make.member();
    const seen = async (viewer: Viewer) => {
      const context = seenBy(viewer);
      return people.voteAllowance(await userOf(helper, context), context);
    };
    expect(await seen(helper)).toMatchObject({ upLeft: 100, downLeft: 30, upPerAuthor: 50 });
    expect(await seen(await make.member({ role: 'ADMIN' }))).toBeNull();
  });

  it('what reputation is made of adds up to it, with what was taken back taken off', async () => {
    const helper = await make.member();
    const answer = await make.answer({ author: helper });
    const ledger = new Ledger(db.database);
    const award = (rule: 'ANSWER_UPVOTED' | 'ANSWER_ACCEPTED' | 'ANSWER_DOWNVOTED', cause: string) =>
      ({ accountId: helper.accountId, rule, reason: rule, postId: answer, cause }) as const;
    await ledger.award([
      ...Array.from({ length: 22 }, (_, nth) => award('ANSWER_UPVOTED', `vote:up-${nth}`)),
      award('ANSWER_ACCEPTED', 'accept:1'),
      award('ANSWER_DOWNVOTED', 'vote:down'),
    ]);
    await ledger.revoke(['accept:1', 'vote:up-0', 'vote:up-1', 'vote:up-2'], 'VOTE_WITHDRAWN');
    const context = seenBy(GUEST);
    const user = await userOf(helper, context);
    const sources = await people.reputationSources(user, context);
    expect(sources.map(({ reason, points, entries }) => [reason, points, entries])).toEqual([
      // 22 votes, 3 of them withdrawn; of the acceptance nothing stands.
      ['ANSWER_UPVOTED', 190, 19],
      ['ANSWER_DOWNVOTED', -2, 1],
    ]);
    expect(user.reputation).toBe(188);
  });

  it('many people take as many statements as one', async () => {
    await ruleSets.current();
    const cost = async (crowd: Actor[]) => {
      const context = seenBy(crowd[0]!);
      const users = await Promise.all(crowd.map((person) => userOf(person, context)));
      const { statements } = await countingStatements(async () => {
        const all = (await Promise.all(users.map((user) => people.privileges(user)))).flat();
        await Promise.all(all.map((privilege) => privileges.openedBy(privilege, context)));
        await Promise.all(users.map((user) => people.reputationSources(user, context)));
      });
      return statements;
    };
    expect(await cost([await make.member()])).toBe(2);
    expect(await cost([await make.member(), await make.member(), await make.member()])).toBe(2);
  });

  describe('from a refusal:', () => {
    const explained = async (viewer: Viewer, requires = 'VOTE_DOWN') =>
      new PrivilegeRefusals(ruleSets).explain(new ForbiddenError(requires, 'No.'), viewer);

    it('how far it is, by the rules of the moment', async () => {
      const helper = await make.member({ reputation: 60 });
      const refusal = await explained(helper);
      expect(refusal.message).toBe('Voting down needs 125 reputation; you have 60.');
      expect(refusal.details).toEqual({
        requires: 'VOTE_DOWN',
        reputationNeeded: 125,
        reputation: 60,
        missing: 65,
      });
      await make.rules((rules) => ({ ...rules, privileges: { ...rules.privileges, VOTE_DOWN: 1_500 } }));
      const later = new RuleSets(db.database, new RuleSetStore(db.database));
      expect(
        (await new PrivilegeRefusals(later).explain(new ForbiddenError('VOTE_DOWN'), helper)).message,
      ).toBe('Voting down needs 1,500 reputation; you have 60.');
    });

    it('nothing but the reason where reputation is not the way', async () => {
      expect((await explained(await make.member(), 'MODERATOR')).details).toEqual({ requires: 'MODERATOR' });
      expect((await explained(await make.member({ reputation: 130 }))).details).toEqual({
        requires: 'VOTE_DOWN',
      });
      expect((await explained(GUEST)).details).toEqual({ requires: 'VOTE_DOWN' });
    });
  });
});
