import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';

export interface SanctionRow {
  sanctionId: number;
  accountId: number;
  points: number;
  reason: string;
  sanctionedBy: number;
  createdAt: Date;
  liftedBy: number | null;
  liftedAt: Date | null;
  liftReason: string | null;
}

const COLUMNS = `id as "sanctionId", account_id as "accountId", points, reason, sanctioned_by as "sanctionedBy",
  created_at as "createdAt", lifted_by as "liftedBy", lifted_at as "liftedAt", lift_reason as "liftReason"`;

/** How sanctions are read for screens. */
@Injectable()
export class SanctionQueries {
  constructor(private readonly database: Database) {}

  byId(id: number): Promise<SanctionRow | undefined> {
    return this.database.one(`select ${COLUMNS} from sanction where id = $1`, [id]);
  }

  /** The newest first. */
  async ofAccount(
    accountId: number,
    { first, after }: { first: number; after?: string | null },
  ): Promise<Page<SanctionRow>> {
    const [id] = after ? decodeCursor('sanctions', ['number'], after) : [null];
    const rows = await this.database.query<SanctionRow>(
      `select ${COLUMNS} from sanction where account_id = $1 and ($2::bigint is null or id < $2)
        order by id desc limit $3`,
      [accountId, id, first + 1],
    );
    return pageOf(rows, first);
  }

  cursor({ sanctionId }: SanctionRow): string {
    return encodeCursor('sanctions', [sanctionId]);
  }
}
