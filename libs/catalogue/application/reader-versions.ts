import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { NotFoundError, authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database } from '#libs/platform';
import { cataloguePolicies } from './policies.js';

/** Which version of each product people use. Theirs alone to see; pages then say what does not hold for them. */
@Injectable()
export class ReaderVersions {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
  ) {}

  /** Notes which version of a product the viewer uses; null forgets it. @throws NotFoundError unless it is one of it */
  async set(viewer: Viewer, productId: number, versionId: number | null): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(cataloguePolicies.setOwnVersion, actor, undefined);
      if (versionId === null) {
        await this.database.query(
          `delete from account_product_version where account_id = $1 and product_id = $2`,
          [actor.accountId, productId],
        );
        return;
      }
      const written = await this.database.one(
        `insert into account_product_version (account_id, product_id, version_id)
         select $1, product_id, id from product_version where id = $3 and product_id = $2
         on conflict (account_id, product_id) do update set version_id = excluded.version_id, updated_at = now()
         returning 1`,
        [actor.accountId, productId, versionId],
      );
      if (!written) throw new NotFoundError('This version of the product');
    });
  }

  /** The numbers of the versions that these people use. */
  of(accountIds: readonly number[]): Promise<{ accountId: number; versionId: number }[]> {
    return this.database.query(
      `select account_id as "accountId", version_id as "versionId" from account_product_version
        where account_id = any($1) order by product_id`,
      [accountIds],
    );
  }
}
