import { Injectable } from '@nestjs/common';
import { AccountErased, ErasureFollowedUp } from '#libs/accounts';
import { Database, DomainEvents } from '#libs/platform';

/** Forgets which versions somebody uses when their account is erased. */
@Injectable()
export class Forgetting {
  constructor(
    events: DomainEvents,
    private readonly database: Database,
  ) {
    events.on(AccountErased, ({ accountId }) => this.forget(accountId));
    events.on(ErasureFollowedUp, ({ accountId }) => this.forget(accountId));
  }

  private async forget(accountId: number): Promise<void> {
    await this.database.query(`delete from account_product_version where account_id = $1`, [accountId]);
  }
}
