import { Injectable } from '@nestjs/common';
import type { Role } from '#libs/kernel';
import { Database } from '#libs/platform';

export interface AccountToErase {
  accountId: number;
  username: string;
  role: Role;
  passwordHash: string | null;
}

/** How long requests that were under way may still write. */
const SETTLED_AFTER_SECONDS = 30;

/** What erasing an account does to the tables of accounts, and to those that know people by number or address. */
@Injectable()
export class ErasureStore {
  constructor(private readonly database: Database) {}

  find(accountId: number): Promise<AccountToErase | undefined> {
    return this.select(accountId, '');
  }

  /** Waits for everything that its owner has under way; what they begin later finds the account erased. */
  lock(accountId: number): Promise<AccountToErase | undefined> {
    return this.select(accountId, 'for update');
  }

  /** The database itself clears the row of what identifies somebody. */
  async erase({ accountId, username }: AccountToErase): Promise<void> {
    await this.database.query(`insert into erasure (account_id, username) values ($1, $2)`, [
      accountId,
      username,
    ]);
    await this.database.query(
      `delete from mail where recipient::citext = (select email from account where id = $1)`,
      [accountId],
    );
    await this.forget(accountId);
    await this.database.query(`update account set erased_at = now() where id = $1`, [accountId]);
  }

  /** Sessions, links for new passwords, and keys of requests. */
  async forget(accountId: number): Promise<void> {
    for (const table of ['session', 'password_reset', 'idempotency_key']) {
      await this.database.query(`delete from ${table} where account_id = $1`, [accountId]);
    }
  }

  /** Erasures whose follow-up is not done, once nothing is under way any more that began before them. */
  async unfinished(): Promise<{ accountId: number; username: string }[]> {
    return this.database.query(
      `select account_id as "accountId", username::text from erasure
        where erased_at < now() - make_interval(secs => $1) order by account_id`,
      [SETTLED_AFTER_SECONDS],
    );
  }

  async finish(accountId: number): Promise<void> {
    await this.database.query(`delete from erasure where account_id = $1`, [accountId]);
  }

  private async select(accountId: number, lock: '' | 'for update'): Promise<AccountToErase | undefined> {
    return this.database.one(
      `select id as "accountId", username::text, role, password_hash as "passwordHash"
         from account where id = $1 and erased_at is null ${lock}`,
      [accountId],
    );
  }
}
