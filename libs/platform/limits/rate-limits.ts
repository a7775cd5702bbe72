import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { RateLimitedError } from '#libs/kernel';

/** So many `points` in so many `seconds` for each key (an address or an account). */
export interface RateLimit {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
  /** Kept in PostgreSQL: holds across processes and restarts, and costs a statement. */
  readonly isShared?: boolean;
}

/** Limits per person and address. `RATE_LIMITS=off` lifts them all. */
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterAbstract>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly isOn: boolean,
  ) {}

  /** False after `RATE_LIMITS=off`: for limits that count in their own way. */
  get areOn(): boolean {
    return this.isOn;
  }

  /** Uses up one point. @throws RateLimitedError once none is left. */
  async consume(limit: RateLimit, key: string | number): Promise<void> {
    if (!this.isOn) return;
    await this.refusing(() => this.limiter(limit).consume(key));
  }

  /** Gives a point back, as when the attempt turned out to be rightful. */
  async giveBack(limit: RateLimit, key: string | number): Promise<void> {
    if (this.isOn) await this.limiter(limit).reward(key);
  }

  /** Forgets what has run out; for the nightly cleaning. */
  async clearExpired(): Promise<void> {
    await this.dataSource.query('delete from rate_limit where expire < $1', [Date.now()]);
  }

  private limiter(limit: RateLimit): RateLimiterAbstract {
    const known = this.limiters.get(limit.name);
    if (known) return known;
    const options = { keyPrefix: limit.name, points: limit.points, duration: limit.seconds };
    const created = limit.isShared
      ? new RateLimiterPostgres({
          ...options,
          storeClient: this.dataSource,
          storeType: 'typeorm',
          tableName: 'rate_limit',
          tableCreated: true,
          clearExpiredByTimeout: false,
        })
      : new RateLimiterMemory(options);
    this.limiters.set(limit.name, created);
    return created;
  }

  private async refusing(attempt: () => Promise<unknown>): Promise<void> {
    try {
      await attempt();
    } catch (refusal) {
      throw refusal instanceof RateLimiterRes ? tooMany(refusal) : refusal;
    }
  }
}

function tooMany(state: RateLimiterRes): RateLimitedError {
  return new RateLimitedError(Math.max(1, Math.ceil(state.msBeforeNext / 1000)));
}
