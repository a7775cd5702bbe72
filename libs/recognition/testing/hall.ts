import { Accounts, Sessions } from '#libs/accounts';
import { TagQueries } from '#libs/forum';
import type { Actor } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { DomainEvents, Jobs, createLogger } from '#libs/platform';
import { ForumCredits, Ledger, RuleSetStore, RuleSets, StandingAwards } from '#libs/reputation';
import { Builders, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { BadgeAwarding } from '../application/badge-awarding.js';
import { BadgeDesk } from '../application/badge-desk.js';
import { Forgetting } from '../application/forgetting.js';
import { Recognition } from '../application/recognition.js';
import { Spotlight } from '../application/spotlight.js';
import { StandingKeeping } from '../application/standing-keeping.js';
import { BadgesAwarded, RankReached } from '../domain/events.js';
import { ActivityStore } from '../persistence/activity.store.js';
import { BadgeDefinitionStore } from '../persistence/badge-definition.store.js';
import { BadgeQueries } from '../persistence/badge.queries.js';
import { BadgeStore } from '../persistence/badge.store.js';
import { ExpertiseQueries } from '../persistence/expertise.queries.js';
import { ExpertiseStore } from '../persistence/expertise.store.js';
import { ForgettingStore } from '../persistence/forgetting.store.js';
import { SpotlightStore } from '../persistence/spotlight.store.js';
import { StandingStore } from '../persistence/standing.store.js';

/** Badges, ranks and expertise over a forum with its ledger, wired as the application wires them. */
export class Hall {
  readonly events = new DomainEvents();
  readonly make: Builders;
  readonly forum: ReturnType<typeof forumOn>;
  readonly recognition: Recognition;
  readonly awarding: BadgeAwarding;
  readonly desk: BadgeDesk;
  readonly badges: BadgeQueries;
  readonly expertise: ExpertiseStore;
  readonly experts: ExpertiseQueries;
  readonly spotlight: Spotlight;
  /** What was told, such as `Helper` or `First answer`, in the order in which it came. */
  readonly told: { accountId: number; what: string }[] = [];

  constructor(private readonly test: TestDatabase) {
    const { database } = test;
    this.make = new Builders(database);
    this.forum = forumOn(database, this.events);
    const ruleSets = new RuleSets(database, new RuleSetStore(database));
    new ForumCredits(this.events, new Ledger(database), new StandingAwards(database));
    const store = new BadgeStore(database);
    this.awarding = new BadgeAwarding(database, store, this.events);
    const standing = new StandingKeeping(database, ruleSets, new StandingStore(database), this.events);
    this.recognition = new Recognition(new ActivityStore(database), standing, this.awarding);
    const accounts = new Accounts(database, this.events, new Sessions(database));
    this.desk = new BadgeDesk(
      database,
      accounts,
      new BadgeDefinitionStore(database),
      store,
      new TagQueries(database),
      new Audit(database),
      new Jobs(database, createLogger('silent')),
      this.awarding,
    );
    this.badges = new BadgeQueries(database);
    this.expertise = new ExpertiseStore(database);
    this.experts = new ExpertiseQueries(database);
    this.spotlight = new Spotlight(database, accounts, new SpotlightStore(database));
    new Forgetting(this.events, new ForgettingStore(database));
    this.events.on(RankReached, ({ accountId, names }) => void this.told.push({ accountId, what: names.en }));
    this.events.on(BadgesAwarded, ({ accountId, awards }) => {
      for (const { names } of awards) this.told.push({ accountId, what: names.en });
    });
  }

  /** What a person has, such as `good-answer` or `tag-bronze #clock`, by name. */
  async badgesOf({ accountId }: Actor): Promise<string[]> {
    const rows = await this.test.database.query<{ badge: string }>(
      `select b.key || coalesce(' #' || t.name, '') || coalesce(' of ' || h.post_id, '') as badge
         from badge_holding h join badge_definition b on b.id = h.badge_id left join tag t on t.id = h.tag_id
        where h.account_id = $1 and h.revoked_at is null order by badge`,
      [accountId],
    );
    return rows.map(({ badge }) => badge);
  }

  toldTo({ accountId }: Actor): string[] {
    return this.told.filter((telling) => telling.accountId === accountId).map(({ what }) => what);
  }

  /** So many people vote for it. */
  async voteFor(postId: number, votes: number, value: 'UP' | 'DOWN' = 'UP'): Promise<Actor[]> {
    const voters: Actor[] = [];
    for (let n = 0; n < votes; n++) {
      const voter = await this.make.member({ reputation: 1_000 });
      await this.forum.votes.cast(voter, postId, value);
      voters.push(voter);
    }
    return voters;
  }

  /** An answer to somebody's question, which they accept. */
  async solve(helper: Actor, options: { tags?: string[]; asker?: Actor } = {}): Promise<number> {
    const asker = options.asker ?? (await this.make.member());
    const question = await this.make.question({ author: asker, ...(options.tags && { tags: options.tags }) });
    const answer = await this.make.answer({ question, author: helper });
    await this.forum.marks.accept(asker, answer);
    return answer;
  }

  async rankOf({ accountId }: Actor): Promise<number> {
    const row = await this.test.database.one<{ rank: number }>(`select rank from account where id = $1`, [
      accountId,
    ]);
    return row?.rank ?? NaN;
  }

  /** Lets days go by for all that a person did and what became of it. */
  async daysPass(days: number): Promise<void> {
    const { database } = this.test;
    const ago = `- make_interval(days => $1)`;
    await database.query(
      `update post set created_at = created_at ${ago}, accepted_at = accepted_at ${ago}, official_at = official_at ${ago}`,
      [days],
    );
    await database.query(`update vote set created_at = created_at ${ago}`, [days]);
  }
}
