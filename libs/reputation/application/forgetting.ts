import { Injectable } from '@nestjs/common';
import { AccountErased, ErasureFollowedUp } from '#libs/accounts';
import { Database, DomainEvents } from '#libs/platform';

/**
 * What is forgotten of somebody whose account was erased: warnings, and the private remarks with ratings, those that they
 * wrote and those that were for them alone. Stars and marks stay, since others are measured by them; so does the ledger.
 */
@Injectable()
export class Forgetting {
  constructor(
    events: DomainEvents,
    private readonly database: Database,
  ) {
    events.on(AccountErased, ({ accountId }) => this.deleteWarnings(accountId));
    events.on(ErasureFollowedUp, async ({ accountId }) => {
      await this.deleteWarnings(accountId);
      await this.clearRemarks(accountId);
    });
  }

  private async deleteWarnings(accountId: number): Promise<void> {
    await this.database.query(`delete from privilege_at_risk where account_id = $1`, [accountId]);
  }

  private async clearRemarks(accountId: number): Promise<void> {
    await this.database.query(
      `update helper_rating set comment = null where (rater_id = $1 or helper_id = $1) and comment is not null`,
      [accountId],
    );
    await this.database.query(
      `update published_rating set remark = null, place = null
        where (rater_id = $1 or helper_id = $1) and remark is not null`,
      [accountId],
    );
  }
}
