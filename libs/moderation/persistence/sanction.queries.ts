import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

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

/** On one page; nobody is sanctioned more often and still here. */
const SHOWN = 100;

/** How sanctions are read for screens. */
@Injectable()
export class SanctionQueries {
  constructor(private readonly database: Database) {}

  byId(id: number): Promise<SanctionRow | undefined> {
    return this.database.one(`select ${COLUMNS} from sanction where id = $1`, [id]);
  }

  /** The newest first. */
  ofAccount(accountId: number): Promise<SanctionRow[]> {
    return this.database.query(
      `select ${COLUMNS} from sanction where account_id = $1 order by id desc limit ${SHOWN}`,
      [accountId],
    );
  }
}
