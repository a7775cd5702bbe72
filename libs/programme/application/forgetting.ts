import { Injectable } from '@nestjs/common';
import { ErasureFollowedUp } from '#libs/accounts';
import { Database, DomainEvents } from '#libs/platform';

/**
 * What the programme forgets of somebody whose account was erased: words by them and about them, and how near they were.
 * An invitation that is open is withdrawn; a term has ended with their role.
 */
@Injectable()
export class Forgetting {
  constructor(
    events: DomainEvents,
    private readonly database: Database,
  ) {
    events.on(ErasureFollowedUp, ({ accountId }) => this.forget(accountId));
  }

  private async forget(accountId: number): Promise<void> {
    for (const sql of [
      `update superuser_nomination set reason = '' where (nominee_id = $1 or nominator_id = $1) and reason <> ''`,
      `update superuser_invitation set state = 'WITHDRAWN', settled_at = now()
        where account_id = $1 and state = 'OPEN'`,
      `update superuser_invitation set message = '' where account_id = $1 and message <> ''`,
      `delete from superuser_standing where account_id = $1`,
    ]) {
      await this.database.query(sql, [accountId]);
    }
  }
}
