import { RateLimitedError } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import type { Votes } from '#libs/forum';
import { DomainEvents, RateLimits } from '#libs/platform';
import type { Database } from '#libs/platform';
import { Builders, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { PRESETS } from '../domain/presets.js';
import type { RuleSet } from '../domain/rule-set.js';
import { StandingAwards } from '../persistence/standing-awards.js';
import { ForumCredits } from './forum-credits.js';
import { Ledger } from './ledger.js';
import { VoteLimits } from './vote-limits.js';

describe('how many votes a person casts in a day', () => {
  let db: TestDatabase;
  let database: Database;
  let make: Builders;
  let votes: Votes;
  let limits: VoteLimits;
  let voter: Actor;

  beforeAll(async () => {
    db = await createTestDatabase({ poolSize: 32 });
    database = db.database;
    make = new Builders(database);
    ({ votes, limits } = communityWith({ areLimitsOn: true }));
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    await limitsAre({ upPerDay: 20, downPerDay: 10, upPerAuthor: 6, downPerAuthor: 3 });
    voter = await make.member({ reputation: 125 });
  });

  function communityWith({ areLimitsOn }: { areLimitsOn: boolean }) {
    const events = new DomainEvents();
    const forum = forumOn(database, events);
    new ForumCredits(events, new Ledger(database), new StandingAwards(database));
    const rates = new RateLimits(database.dataSource, areLimitsOn);
    return { votes: forum.votes, limits: new VoteLimits(database, events, rates) };
  }

  const limitsAre = (votesOfADay: RuleSet['votes']) =>
    make.rules(() => ({ ...PRESETS.NEW, votes: votesOfADay }));

  const answers = (count: number, author?: Actor) =>
    Promise.all(Array.from({ length: count }, () => make.answer({ ...(author && { author }) })));

  async function refused(vote: Promise<void>): Promise<RateLimitedError['more'] | null> {
    return vote.then(
      () => null,
      (error: unknown) => {
        if (!(error instanceof RateLimitedError)) throw error;
        return error.more;
      },
    );
  }

  const standingVotes = () => database.query(`select value from vote where voter_id = $1`, [voter.accountId]);

  it('ends at the limit of the day, and says when it goes on', async () => {
    const places = await answers(21);
    for (const answer of places.slice(0, 20)) await votes.cast(voter, answer, 'UP');
    const attempt = votes.cast(voter, places[20]!, 'UP');
    await expect(attempt).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    const more = (await refused(votes.cast(voter, places[20]!, 'UP')))!;
    expect(more).toMatchObject({ reason: 'VOTE_LIMIT', direction: 'UP', scope: 'DAY', limit: 20 });
    const opensAt = new Date(more['opensAt'] as string);
    expect(opensAt.toISOString()).toMatch(/T00:00:00.000Z$/);
    expect(opensAt.getTime() - Date.now()).toBeLessThanOrEqual(86_400_000);
    expect(await standingVotes()).toHaveLength(20);

    // Voting down has a limit of its own, and what is taken back can be cast elsewhere.
    await votes.cast(voter, places[20]!, 'DOWN');
    await votes.cast(voter, places[0]!, 'NONE');
    await votes.cast(voter, places[20]!, 'UP');
    expect(await limits.allowanceOf(voter.accountId)).toMatchObject({ upLeft: 0, downLeft: 10 });
  });

  it('ends earlier for what one and the same person wrote', async () => {
    const friend = await make.member();
    const [places, elsewhere] = [await answers(7, friend), await make.answer()];
    for (const answer of places.slice(0, 6)) await votes.cast(voter, answer, 'UP');
    expect(await refused(votes.cast(voter, places[6]!, 'UP'))).toMatchObject({ scope: 'AUTHOR', limit: 6 });
    await votes.cast(voter, elsewhere, 'UP');
  });

  it('is not exceeded by thirty votes at once', async () => {
    const places = await answers(30);
    const refusals = await Promise.all(places.map((answer) => refused(votes.cast(voter, answer, 'UP'))));
    expect(refusals.filter((more) => more !== null)).toHaveLength(10);
    expect(await standingVotes()).toHaveLength(20);
    const earned = await database.one(
      `select sum(reputation)::int as sum from account join post on post.author_id = account.id where post.id = any($1)`,
      [places],
    );
    expect(earned).toEqual({ sum: 200 });
  });

  it('begins anew at midnight UTC', async () => {
    for (const answer of await answers(20)) await votes.cast(voter, answer, 'UP');
    await database.query(
      `update vote set created_at = date_trunc('day', now(), 'UTC') - interval '1 millisecond' where voter_id = $1`,
      [voter.accountId],
    );
    expect(await limits.allowanceOf(voter.accountId)).toMatchObject({ upPerDay: 20, upLeft: 20 });
    await votes.cast(voter, await make.answer(), 'UP');
    expect(await limits.allowanceOf(voter.accountId)).toMatchObject({ upLeft: 19 });
  });

  it('goes by the rules of the moment', async () => {
    const places = await answers(2);
    await votes.cast(voter, places[0]!, 'UP');
    await limitsAre({ upPerDay: 1, downPerDay: 1, upPerAuthor: 1, downPerAuthor: 1 });
    expect(await refused(votes.cast(voter, places[1]!, 'UP'))).toMatchObject({ limit: 1 });
  });

  it('is not limited where limits are lifted', async () => {
    await limitsAre({ upPerDay: 1, downPerDay: 1, upPerAuthor: 1, downPerAuthor: 1 });
    const unlimited = communityWith({ areLimitsOn: false });
    for (const answer of await answers(3)) await unlimited.votes.cast(voter, answer, 'UP');
    expect(await unlimited.limits.allowanceOf(voter.accountId)).toBeNull();
  });
});
