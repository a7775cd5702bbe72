import { Injectable } from '@nestjs/common';
import { BatchLoader, inOrderOf } from '#libs/platform';
import { AccountQueries } from '../persistence/account.queries.js';
import { toUser } from './user.types.js';
import type { User } from './user.types.js';

/** People by the number of their account; null for an account that was erased. */
@Injectable()
export class AccountLoader extends BatchLoader<number, User | null> {
  constructor(private readonly accounts: AccountQueries) {
    super();
  }

  protected async batch(ids: readonly number[]): Promise<(User | null)[]> {
    const rows = await this.accounts.byIds(ids);
    return inOrderOf(
      ids,
      rows,
      (row) => row.accountId,
      (row) => (row ? toUser(row) : null),
    );
  }
}
