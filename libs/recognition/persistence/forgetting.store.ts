import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** Takes out what was said of somebody whose account is erased. */
@Injectable()
export class ForgettingStore {
  constructor(private readonly database: Database) {}

  /** What is theirs alone. */
  async forget(accountId: number): Promise<void> {
    for (const table of ['standing', 'expertise', 'spotlight', 'spotlight_refusal']) {
      await this.database.query(`delete from ${table} where account_id = $1`, [accountId]);
    }
    await this.database.query(`update account set rank = 0 where id = $1 and rank <> 0`, [accountId]);
  }

  /** Their badges count no longer. This locks the badges, so it is no part of an erasure itself. */
  async takeBadges(accountId: number): Promise<void> {
    await this.database.query(
      `update badge_holding set revoked_at = now(), told_at = coalesce(told_at, now())
        where account_id = $1 and revoked_at is null`,
      [accountId],
    );
  }
}
