import { Injectable } from '@nestjs/common';
import { VoteCast } from '#libs/forum';
import { RateLimitedError } from '#libs/kernel';
import { Database, DomainEvents, RateLimits } from '#libs/platform';
import type { RuleSet } from '../domain/rule-set.js';

/** The UTC day of the database, as votes are dated. */
const TODAY = `date_trunc('day', now(), 'UTC')`;
const TOMORROW = `(${TODAY} at time zone 'UTC' + interval '1 day') at time zone 'UTC'`;
/** For `pg_advisory_xact_lock(space, account)`: any number that no other lock takes. */
const LOCK_SPACE = 0x707d_0001;

type Limits = RuleSet['votes'];

/** What somebody may still cast today. */
export interface VoteAllowance extends Limits {
  upLeft: number;
  downLeft: number;
  /** When it is as many as ever again. */
  opensAt: Date;
}

interface Cast {
  limits: Limits;
  today: number;
  forAuthor: number;
  author: string | null;
  opensAt: Date;
  secondsLeft: number;
}

/**
 * How many votes a person casts on a UTC day, all together and for one author; the rules of standing say how many.
 * They are counted from the votes that stand, so that one that was withdrawn may be cast elsewhere.
 * `RATE_LIMITS=off` lifts them.
 */
@Injectable()
export class VoteLimits {
  constructor(
    private readonly database: Database,
    events: DomainEvents,
    private readonly limits: RateLimits,
  ) {
    // Before the ledger locks accounts: who waits here for another vote of theirs must not hold what that one needs.
    events.before(VoteCast, (vote) => this.allow(vote));
  }

  /** Null where nothing is limited. */
  async allowanceOf(accountId: number): Promise<VoteAllowance | null> {
    if (!this.limits.areOn) return null;
    const row = await this.database.one<{ limits: Limits; up: number; down: number; opensAt: Date }>(
      `select rules -> 'votes' as limits, ${TOMORROW} as "opensAt",
              (select count(*)::int from vote where voter_id = $1 and created_at >= ${TODAY} and value = 1) as up,
              (select count(*)::int from vote where voter_id = $1 and created_at >= ${TODAY} and value = -1) as down
         from rule_set order by version desc limit 1`,
      [accountId],
    );
    if (!row) return null;
    const { limits, up, down, opensAt } = row;
    return {
      ...limits,
      upLeft: Math.max(0, limits.upPerDay - up),
      downLeft: Math.max(0, limits.downPerDay - down),
      opensAt,
    };
  }

  /** The vote is written already and counts itself. */
  private async allow({ voterId, value, post }: VoteCast): Promise<void> {
    if (!this.limits.areOn) return;
    // A statement of its own: the next one sees the votes that others committed while this one waited.
    await this.database.query(`select pg_advisory_xact_lock($1, ($2::bigint % 2147483647)::integer)`, [
      LOCK_SPACE,
      voterId,
    ]);
    const cast = await this.database.one<Cast>(
      `select newest.rules -> 'votes' as limits, mine.*, (select username from account where id = $3) as author,
              ${TOMORROW} as "opensAt", ceil(extract(epoch from ${TOMORROW} - now()))::int as "secondsLeft"
         from (select rules from rule_set order by version desc limit 1) as newest
        cross join (
          select count(*)::int as today, count(*) filter (where author_id = $3)::int as "forAuthor"
            from vote join post on post.id = vote.post_id
           where voter_id = $1 and value = $2 and vote.created_at >= ${TODAY}) as mine`,
      [voterId, value, post.authorId],
    );
    if (cast) requireWithin(cast, value);
  }
}

/** @throws RateLimitedError with `reason: VOTE_LIMIT`, which limit it is and when it opens again */
function requireWithin(
  { limits, today, forAuthor, author, opensAt, secondsLeft }: Cast,
  value: 1 | -1,
): void {
  const [direction, perDay, perAuthor] =
    value === 1
      ? (['UP', limits.upPerDay, limits.upPerAuthor] as const)
      : (['DOWN', limits.downPerDay, limits.downPerAuthor] as const);
  const way = value === 1 ? 'up' : 'down';
  const refuse = (scope: 'DAY' | 'AUTHOR', limit: number, whom: string) => {
    throw new RateLimitedError(
      Math.max(1, secondsLeft),
      `You have voted ${whom}${way} ${limit} times today, which is all for one day. It goes on at midnight UTC.`,
      { reason: 'VOTE_LIMIT', direction, scope, limit, opensAt: opensAt.toISOString() },
    );
  };
  if (today > perDay) refuse('DAY', perDay, '');
  if (author !== null && forAuthor > perAuthor) refuse('AUTHOR', perAuthor, `what ${author} wrote `);
}
