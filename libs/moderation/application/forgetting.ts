import { Injectable } from '@nestjs/common';
import { AccountErased, ErasureFollowedUp } from '#libs/accounts';
import { Database, DomainEvents } from '#libs/platform';

/**
 * What moderation forgets of somebody whose account was erased: where they came from, and what they said in reports.
 * That there were reports, sanctions and cases stays: others decided on them, and account for it.
 */
@Injectable()
export class Forgetting {
  constructor(
    events: DomainEvents,
    private readonly database: Database,
  ) {
    events.on(AccountErased, ({ accountId }) => this.deleteSignals(accountId));
    events.on(ErasureFollowedUp, async ({ accountId }) => {
      await this.deleteSignals(accountId);
      await this.database.query(`update flag set remark = '' where flagger_id = $1 and remark <> ''`, [
        accountId,
      ]);
    });
  }

  private async deleteSignals(accountId: number): Promise<void> {
    await this.database.query(`delete from account_signal where account_id = $1`, [accountId]);
  }
}
