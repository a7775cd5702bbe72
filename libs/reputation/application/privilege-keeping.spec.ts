import { countingStatements, DomainEvents } from '#libs/platform';
import type { Database } from '#libs/platform';
import { Builders, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import {
  PrivilegeAtRisk,
  PrivilegeGained,
  PrivilegeRegained,
  PrivilegesLost,
} from '../domain/privilege-events.js';
import { PRESETS } from '../domain/presets.js';
import type { RuleSet } from '../domain/rule-set.js';
import { PrivilegeStore } from '../persistence/privilege.store.js';
import { StandingAwards } from '../persistence/standing-awards.js';
import { ForumCredits } from './forum-credits.js';
import { Ledger } from './ledger.js';
import { PrivilegeKeeping } from './privilege-keeping.js';

const EVENTS = [PrivilegeGained, PrivilegeAtRisk, PrivilegeRegained];

describe('what reputation opens', () => {
  let db: TestDatabase;
  let database: Database;
  let make: Builders;
  let keeping: PrivilegeKeeping;
  /** What was announced since the last look: `Lost VOTE_DOWN`. */
  let told: { accountId: number; what: string; event: object }[] = [];

  beforeAll(async () => {
    db = await createTestDatabase({ poolSize: 24 });
    database = db.database;
    make = new Builders(database);
    const events = new DomainEvents();
    for (const Event of EVENTS) {
      events.on<PrivilegeGained | PrivilegeAtRisk | PrivilegeRegained>(Event, (event) => {
        const what = `${Event.name.replace('Privilege', '')} ${event.privilege}`;
        told.push({ accountId: event.accountId, what, event });
      });
    }
    events.on(PrivilegesLost, (event) => {
      const { accountId, losses } = event;
      for (const { privilege } of losses) told.push({ accountId, what: `Lost ${privilege}`, event });
    });
    keeping = new PrivilegeKeeping(database, events, new PrivilegeStore(database));
  });
  afterAll(() => db.drop());
  beforeEach(() => rulesAre((rules) => rules));

  /** Each test begins with rules that have been in force for long. */
  async function rulesAre(differ: (rules: RuleSet) => RuleSet): Promise<void> {
    const version = await make.rules(() => differ(PRESETS.NEW));
    await database.query(`alter table rule_set disable trigger user`);
    await database.query(
      `update rule_set set created_at = now() - make_interval(days => 400 - $1) where version <= $1`,
      [version],
    );
    await database.query(`alter table rule_set enable trigger user`);
  }

  /** As an admin saves them. */
  async function rulesBecome(privileges: Partial<RuleSet['privileges']>): Promise<void> {
    await database.transaction(async () => {
      await make.rules((rules) => ({ ...rules, privileges: { ...rules.privileges, ...privileges } }));
      await keeping.refreshPrivileges();
    });
  }

  async function somebody(reputation: number): Promise<number> {
    const { accountId } = await make.member({ reputation });
    await database.query(`update account set password_hash = 'known' where id = $1`, [accountId]);
    return accountId;
  }

  const hasNow = (accountId: number, reputation: number) =>
    database.query(`update account set reputation = $2 where id = $1`, [accountId, reputation]);

  async function holds(accountId: number, privilege = 'VOTE_DOWN'): Promise<boolean> {
    const row = await database.one<{ privileges: string[] }>(`select privileges from account where id = $1`, [
      accountId,
    ]);
    return row!.privileges.includes(privilege);
  }

  /** Lets the time go by for what is at risk. */
  const daysGoBy = (days: number) =>
    database.query(`update privilege_at_risk set since = since - make_interval(days => $1)`, [days]);

  /** What one person was told since the last look. */
  function toldTo(accountId: number): string[] {
    const theirs = told.filter((each) => each.accountId === accountId).map(({ what }) => what);
    told = told.filter((each) => each.accountId !== accountId);
    return theirs;
  }

  it('opens with the very points that reach it, and is told once', async () => {
    const helper = await somebody(120);
    expect(await holds(helper)).toBe(false);
    await hasNow(helper, 130);
    expect(await holds(helper)).toBe(true);
    await keeping.announce();
    await keeping.announce();
    expect(toldTo(helper)).toEqual(['Gained VOTE_DOWN']);
  });

  it('is open from the start where nothing is asked, also to somebody with less than nothing, and no news', async () => {
    const newcomer = await somebody(0);
    await hasNow(newcomer, -20);
    await keeping.takeAway();
    expect(await holds(newcomer, 'ASK')).toBe(true);
    expect(toldTo(newcomer)).toEqual([]);
  });

  it('stays open a little below the threshold, with a warning, for fourteen days', async () => {
    const helper = await somebody(130);
    await hasNow(helper, 120);
    await keeping.takeAway();
    expect(await holds(helper)).toBe(true);
    const warning = told.find(({ accountId }) => accountId === helper)?.event as PrivilegeAtRisk;
    expect(warning.reputationNeeded).toBe(125);
    expect((warning.until.getTime() - Date.now()) / 86_400_000).toBeCloseTo(14, 1);
    expect(toldTo(helper)).toEqual(['AtRisk VOTE_DOWN']);

    await daysGoBy(13);
    await keeping.takeAway();
    expect([await holds(helper), toldTo(helper)]).toEqual([true, []]);
    await daysGoBy(1);
    await keeping.takeAway();
    expect([await holds(helper), toldTo(helper)]).toEqual([false, ['Lost VOTE_DOWN']]);
    await keeping.takeAway();
    expect(toldTo(helper)).toEqual([]);
  });

  it('is lost within the hour below nine tenths of it', async () => {
    const [near, far] = [await somebody(125), await somebody(125)];
    await hasNow(near, 113);
    await hasNow(far, 112);
    await keeping.takeAway();
    expect([await holds(near), await holds(far)]).toEqual([true, false]);
    expect(toldTo(far)).toEqual(['Lost VOTE_DOWN']);
  });

  it('is not promised for days to somebody who loses it within the hour, also while the rules are new', async () => {
    const helper = await somebody(125);
    await rulesBecome({});
    await hasNow(helper, 112);
    await keeping.announce();
    expect(toldTo(helper)).toEqual([]);
    await keeping.takeAway();
    expect(toldTo(helper)).toEqual(['Lost VOTE_DOWN']);
  });

  it('is out of danger once the points are back, and the days count anew the next time', async () => {
    const helper = await somebody(130);
    await hasNow(helper, 120);
    await keeping.takeAway();
    await daysGoBy(13);
    await hasNow(helper, 125);
    await keeping.takeAway();
    await hasNow(helper, 120);
    await keeping.takeAway();
    await daysGoBy(2);
    await keeping.takeAway();
    expect(await holds(helper)).toBe(true);
    expect(toldTo(helper)).toEqual(['AtRisk VOTE_DOWN', 'AtRisk VOTE_DOWN']);
  });

  it('comes back with the points, and is welcomed as such', async () => {
    const helper = await somebody(130);
    await hasNow(helper, 80);
    await keeping.takeAway();
    await hasNow(helper, 125);
    await keeping.announce();
    expect(await holds(helper)).toBe(true);
    expect(toldTo(helper)).toEqual(['Lost VOTE_DOWN', 'Regained VOTE_DOWN']);
  });

  it('is nobody’s worry whose role allows it anyway, nor news to people who were imported and never came', async () => {
    const superuser = await make.member({ role: 'SUPERUSER' });
    await database.query(`update account set password_hash = 'known' where id = $1`, [superuser.accountId]);
    await hasNow(superuser.accountId, 130);
    await keeping.announce();
    await hasNow(superuser.accountId, 0);
    const imported = await make.member({ reputation: 0 });
    await hasNow(imported.accountId, 200);
    await keeping.takeAway();
    expect([toldTo(superuser.accountId), toldTo(imported.accountId)]).toEqual([[], []]);
  });

  it('goes to everybody who has enough when the rules ask for less', async () => {
    const helper = await somebody(60);
    await rulesBecome({ VOTE_DOWN: 60 });
    expect(await holds(helper)).toBe(true);
    await keeping.announce();
    expect(toldTo(helper)).toEqual(['Gained VOTE_DOWN']);
  });

  it('is lost by nobody before the days of grace when the rules ask for more, however much', async () => {
    const [helper, newcomer] = [await somebody(130), await somebody(0)];
    await rulesBecome({ VOTE_DOWN: 1_000, VOTE_UP: 15 });
    await keeping.takeAway();
    expect([await holds(helper), await holds(newcomer, 'VOTE_UP')]).toEqual([true, true]);
    expect([toldTo(helper), toldTo(newcomer)]).toEqual([['AtRisk VOTE_DOWN'], ['AtRisk VOTE_UP']]);

    // By the rules of before they are far below it as well.
    await hasNow(helper, 80);
    await keeping.takeAway();
    expect(toldTo(helper)).toEqual(['Lost VOTE_DOWN']);
    await daysGoBy(14);
    await keeping.takeAway();
    expect(toldTo(newcomer)).toEqual(['Lost VOTE_UP']);
  });

  it('is mended for a vote that went by the former rules while new ones were saved', async () => {
    const helper = await somebody(50);
    const voting = Promise.withResolvers<void>();
    const saved = voting.promise.then(() => rulesBecome({ VOTE_DOWN: 60 }));
    await database.transaction(async () => {
      await hasNow(helper, 60);
      voting.resolve();
      await saved;
    });
    expect(await holds(helper)).toBe(false);
    await keeping.announce();
    expect([await holds(helper), toldTo(helper)]).toEqual([true, ['Gained VOTE_DOWN']]);
  });

  it('is kept by somebody whom a vote lifts while the job waits for it', async () => {
    const helper = await somebody(130);
    await hasNow(helper, 80);
    const voting = Promise.withResolvers<void>();
    const taking = voting.promise.then(() => keeping.takeAway());
    await database.transaction(async () => {
      await hasNow(helper, 130);
      voting.resolve();
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    await taking;
    expect([await holds(helper), toldTo(helper)]).toEqual([true, []]);
  });

  it('is either kept or given back at once when a vote lifts somebody while it is being taken away', async () => {
    const events = new DomainEvents();
    const forum = forumOn(database, events);
    new ForumCredits(events, new Ledger(database), new StandingAwards(database));
    const voter = await make.member();
    const helpers = await Promise.all(Array.from({ length: 12 }, () => somebody(130)));
    const answers = [];
    for (const helper of helpers) {
      await hasNow(helper, 118);
      answers.push(
        await make.answer({
          author: { accountId: helper, role: 'MEMBER', reputation: 118, privileges: [] },
        }),
      );
    }
    await keeping.takeAway();
    told = [];
    await daysGoBy(14);

    await Promise.all([
      ...answers.map((answer) => forum.votes.cast(voter, answer, 'UP')),
      keeping.takeAway(),
      keeping.takeAway(),
    ]);
    await keeping.announce();
    for (const helper of helpers) {
      expect(await holds(helper)).toBe(true);
      expect([[], ['Lost VOTE_DOWN', 'Regained VOTE_DOWN']]).toContainEqual(toldTo(helper));
    }
  });

  it('takes as many statements for many people as for a few', async () => {
    const losing = async (people: number) => {
      for (let n = 0; n < people; n++) await hasNow(await somebody(130), 0);
      const { statements } = await countingStatements(() => keeping.takeAway());
      return statements;
    };
    expect(await losing(30)).toBe(await losing(2));
  });
});
