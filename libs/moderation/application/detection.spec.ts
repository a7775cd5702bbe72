import type { Actor } from '#libs/kernel';
import { cameFrom } from '#libs/platform';
import { Builders, createTestDatabase, forumOn, moderationOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import type { Evidence, FraudKind, FraudState } from '../domain/fraud-case.js';
import { DEFAULT_THRESHOLDS } from '../domain/thresholds.js';
import { Town, drawing } from '../testing/town.js';

interface Case {
  id: number;
  kind: FraudKind;
  people: number[];
  state: FraudState;
  evidence: Evidence;
  votes: number;
  acceptances: number;
}

describe('every night', () => {
  let db: TestDatabase;
  let town: Town;
  let desk: ReturnType<typeof moderationOn>;
  let votes: ReturnType<typeof forumOn>['votes'];
  let admin: Actor;

  beforeEach(async () => {
    db = await createTestDatabase();
    const make = new Builders(db.database);
    const forum = forumOn(db.database);
    votes = forum.votes;
    desk = moderationOn(db.database, forum.events);
    town = new Town(db.database, make, (voter, post, value) => votes.cast(voter, post, value));
    admin = await make.member({ role: 'ADMIN' });
  });
  afterEach(() => db.drop());

  const cases = () =>
    db.database.query<Case>(
      `select id, kind, to_jsonb(account_ids) as people, state, evidence,
              (select count(*)::int from fraud_case_vote where case_id = c.id) as votes,
              (select count(*)::int from fraud_case_acceptance where case_id = c.id) as acceptances
         from fraud_case c order by id`,
    );
  const numbersOf = (...people: Actor[]) => people.map(({ accountId }) => accountId);

  it.each([1, 2, 3])(
    'rings and serial voters are found in a sea of honest votes, and nobody else is (seed %i)',
    async (seed) => {
      const honest = await town.people(40);
      const [a, b, c, d, e] = (await town.people(5)) as [Actor, Actor, Actor, Actor, Actor];
      await town.sea([...honest, a, b, c, d, e], drawing(seed));
      for (const [from, to] of [
        [a, b],
        [b, c],
        [c, a],
      ] as const)
        await town.votes(from, to, 8);
      await town.votes(d, e, 15, 'DOWN');
      await desk.detection.run();
      expect(await cases()).toMatchObject([
        {
          kind: 'RING',
          people: numbersOf(a, b, c),
          evidence: { leastVotes: expect.any(Number), windowDays: 30 },
        },
        { kind: 'SERIAL_VOTES', people: numbersOf(d, e), evidence: { downvotes: 15, mostInAnHour: 15 } },
      ]);
      const [ring] = await cases();
      expect(ring?.evidence.leastVotes).toBeGreaterThanOrEqual(8);
      expect(ring?.votes).toBeGreaterThanOrEqual(24);
    },
    60_000,
  );

  it('who is thanked by many, and who thanks many, is none', async () => {
    const [star, ...fans] = (await town.people(13)) as [Actor, ...Actor[]];
    for (const fan of fans) {
      await town.votes(fan, star, 4);
      await town.votes(star, fan, 2);
    }
    await desk.detection.run();
    expect(await cases()).toEqual([]);
  });

  it('two who accept each other’s answers are found, among people who accept those of whoever helps', async () => {
    const people = await town.people(12);
    for (const [place, asker] of people.entries()) {
      for (const step of [1, 3, 5]) await town.acceptances(asker, people[(place + step) % 12]!, 1);
    }
    const [one, other] = (await town.people(2)) as [Actor, Actor];
    await town.acceptances(one, other, 4);
    await town.acceptances(other, one, 3);
    await desk.detection.run();
    expect(await cases()).toMatchObject([
      {
        kind: 'RECIPROCAL_ACCEPTANCE',
        people: numbersOf(one, other),
        acceptances: 7,
        evidence: { acceptances: 4, acceptancesBack: 3 },
      },
    ]);
  });

  it('“solved it too” is looked at as acceptances are, and together with them', async () => {
    const people = await town.people(12);
    for (const [place, asker] of people.entries()) {
      for (const step of [1, 3, 5]) await town.acceptances(asker, people[(place + step) % 12]!, 1);
    }
    const [one, other, third] = (await town.people(3)) as [Actor, Actor, Actor];
    await town.acceptances(one, other, 1);
    const marked = await town.acceptances(one, other, 3, 'also_solved');
    await town.acceptances(other, one, 3, 'also_solved');
    // Who only is thanked does nothing in return.
    await town.acceptances(third, one, 5, 'also_solved');
    await desk.detection.run();
    expect(await cases()).toMatchObject([
      {
        kind: 'RECIPROCAL_ACCEPTANCE',
        people: numbersOf(one, other),
        acceptances: 7,
        evidence: { acceptances: 4, acceptancesBack: 3 },
      },
    ]);
    const marks = await db.database.query<{ id: number; mark: string }>(
      `select answer_id as id, mark from fraud_case_acceptance where asker_id = $1 order by answer_id`,
      [one.accountId],
    );
    expect(marks.map(({ mark }) => mark)).toEqual(['ACCEPTED', ...marked.map(() => 'ALSO_SOLVED')]);
  });

  describe('accounts of one person', () => {
    const home = { address: '203.0.113.7', userAgent: 'Firefox 145' };
    const votesFrom = (
      place: { address: string; userAgent: string },
      voter: Actor,
      author: Actor,
      count: number,
    ) => cameFrom(place, () => town.votes(voter, author, count));
    /** As if what was noted today had been noted on this many days. */
    const onDays = (days: number) =>
      db.database.query(
        `insert into account_signal (account_id, kind, hash, day)
         select account_id, kind, hash, day - n from account_signal, generate_series(1, $1) n on conflict do nothing`,
        [days - 1],
      );

    it('are found by where they are used, if they also vote for each other', async () => {
      const [one, other, stranger] = (await town.people(3)) as [Actor, Actor, Actor];
      await votesFrom(home, one, other, 3);
      await votesFrom({ ...home, address: '203.0.113.99' }, other, one, 2);
      await votesFrom({ ...home, userAgent: 'Safari 26' }, stranger, one, 5);
      await votesFrom({ address: '198.51.100.1', userAgent: home.userAgent }, stranger, other, 5);
      await onDays(3);
      await desk.detection.run();
      expect(await cases()).toMatchObject([
        { kind: 'SOCK_PUPPETS', people: numbersOf(one, other), votes: 5, evidence: { sharedDays: 3 } },
      ]);
    });

    it('are not a family whose members vote for others, nor an office', async () => {
      const [mother, daughter] = (await town.people(2)) as [Actor, Actor];
      const [stranger] = (await town.people(1)) as [Actor];
      await votesFrom(home, mother, stranger, 4);
      await votesFrom(home, daughter, stranger, 4);
      const office = await town.people(6);
      const desks = { address: '192.0.2.1', userAgent: 'Edge 142' };
      for (const [n, person] of office.entries()) await votesFrom(desks, person, office[(n + 1) % 6]!, 4);
      await onDays(5);
      await desk.detection.run();
      expect(await cases()).toEqual([]);
    });
  });

  describe('who was found before', () => {
    let voter: Actor;
    let author: Actor;
    beforeEach(async () => {
      [voter, author] = (await town.people(2)) as [Actor, Actor];
      await town.votes(voter, author, 12);
      await desk.detection.run();
    });

    it('is one case, which grows', async () => {
      await desk.detection.run();
      expect(await cases()).toMatchObject([{ votes: 12 }]);
      await town.votes(voter, author, 2);
      await desk.detection.run();
      expect(await cases()).toMatchObject([{ state: 'OPEN', votes: 14, evidence: { votes: 14 } }]);
    });

    it('is left in peace once that was dismissed, unless there is much more', async () => {
      const [{ id }] = (await cases()) as [Case];
      await desk.fraudCases.dismiss(admin, id, 'They teach a class, and their pupils thank them.');
      await town.votes(voter, author, 5);
      await desk.detection.run();
      expect(await cases()).toMatchObject([{ state: 'DISMISSED', votes: 12 }]);
      await town.votes(voter, author, 1);
      await desk.detection.run();
      expect(await cases()).toMatchObject([{ state: 'OPEN', votes: 18 }]);
    });

    it('is not found by votes that were invalidated, and is a new case for what comes after', async () => {
      const [{ id }] = (await cases()) as [Case];
      const items = await db.database.query<{ id: number }>(`select vote_id as id from fraud_case_vote`);
      const proposal = {
        voteIds: items.map((item) => item.id),
        answerIds: [],
        reason: 'One account for the other.',
      };
      await desk.fraudCases.propose(admin, id, proposal);
      await desk.fraudCases.confirm(await town.make.member({ role: 'MODERATOR' }), id);
      await town.votes(voter, author, 9);
      await desk.detection.run();
      expect(await cases()).toHaveLength(1);
      await town.votes(voter, author, 1);
      await desk.detection.run();
      expect(await cases()).toMatchObject([
        { state: 'INVALIDATED', votes: 12 },
        { state: 'OPEN', votes: 10 },
      ]);
    });

    it('is found by other thresholds among votes of before, which admins alone set', async () => {
      const [timid, idol] = (await town.people(2)) as [Actor, Actor];
      await town.votes(timid, idol, 6);
      await desk.detection.run();
      expect(await cases()).toHaveLength(1);
      const lower = { ...DEFAULT_THRESHOLDS, serialVotes: 6 };
      const moderator = await town.make.member({ role: 'STAFF' });
      await expect(desk.settings.setThresholds(moderator, lower)).rejects.toMatchObject({
        requires: 'ADMIN',
      });
      await expect(
        desk.settings.setThresholds(admin, { ...lower, serialShare: 0, windowDays: 7.5 }),
      ).rejects.toMatchObject({ fields: [{ path: 'windowDays' }, { path: 'serialShare' }] });
      await desk.settings.setThresholds(admin, lower);
      await desk.detection.run();
      expect(await cases()).toMatchObject([{}, { people: numbersOf(timid, idol) }]);
    });
  });
});
