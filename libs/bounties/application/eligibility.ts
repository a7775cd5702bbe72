import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** Gives those of these accounts that may not win anything at the moment. */
type Exclusion = (accountIds: readonly number[]) => Promise<readonly number[]>;

/**
 * Who may win a bounty: everybody whose account was not erased, save whom a lib above keeps out for a time, such as people who are
 * suspended. Asked inside the transaction that settles.
 */
@Injectable()
export class BountyEligibility {
  private readonly exclusions: Exclusion[] = [];

  constructor(private readonly database: Database) {}

  exclude(exclusion: Exclusion): void {
    this.exclusions.push(exclusion);
  }

  async among(accountIds: readonly number[]): Promise<ReadonlySet<number>> {
    const rows = await this.database.query<{ id: number }>(
      `select id from account where id = any($1) and erased_at is null`,
      [accountIds],
    );
    const eligible = new Set(rows.map(({ id }) => id));
    for (const exclusion of this.exclusions) {
      for (const accountId of await exclusion([...eligible])) eligible.delete(accountId);
    }
    return eligible;
  }
}
