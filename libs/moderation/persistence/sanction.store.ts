import { Injectable } from '@nestjs/common';
import type { Role } from '#libs/kernel';
import { Database } from '#libs/platform';

/** Writes sanctions. */
@Injectable()
export class SanctionStore {
  constructor(private readonly database: Database) {}

  /** Somebody who has not left, and whose role nobody changes meanwhile. */
  lockMember(accountId: number): Promise<{ accountId: number; role: Role } | undefined> {
    return this.database.one(
      `select id as "accountId", role from account where id = $1 and erased_at is null for no key update`,
      [accountId],
    );
  }

  async add(sanction: { accountId: number; points: number; reason: string; by: number }): Promise<number> {
    const row = await this.database.one<{ id: number }>(
      `insert into sanction (account_id, points, reason, sanctioned_by) values ($1, $2, $3, $4) returning id`,
      [sanction.accountId, sanction.points, sanction.reason, sanction.by],
    );
    if (!row) throw new Error('the sanction was not written');
    return row.id;
  }

  lock(id: number): Promise<{ accountId: number; points: number; isLifted: boolean } | undefined> {
    return this.database.one(
      `select account_id as "accountId", points, lifted_at is not null as "isLifted"
         from sanction where id = $1 for no key update`,
      [id],
    );
  }

  async lift(id: number, by: number, reason: string): Promise<void> {
    await this.database.query(
      `update sanction set lifted_at = now(), lifted_by = $2, lift_reason = $3 where id = $1`,
      [id, by, reason],
    );
  }
}
