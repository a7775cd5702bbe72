import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { ReputationReason } from '../domain/reasons.js';

export interface EntryRow {
  entryId: number;
  accountId: number;
  delta: number;
  points: number;
  reason: ReputationReason;
  postId: number | null;
  reversesId: number | null;
  isReversed: boolean;
  createdAt: Date;
}

export interface RatingRow {
  answerId: number;
  raterId: number;
  stars: number;
  comment: string | null;
}

export interface BadgeRow {
  accountId: number;
  name: string;
  awardedAt: Date;
  count: number;
}

const COLUMNS = `e.id as "entryId", e.account_id as "accountId", e.delta, e.points, e.reason, e.post_id as "postId",
  e.reverses_id as "reversesId", e.created_at as "createdAt",
  exists (select from reputation_entry r where r.reverses_id = e.id) as "isReversed"`;

/** How the ledger, ratings and badges are read for screens, for many at once. */
@Injectable()
export class ReputationQueries {
  constructor(private readonly database: Database) {}

  entries(ids: readonly number[]): Promise<EntryRow[]> {
    return this.database.query(`select ${COLUMNS} from reputation_entry e where e.id = any($1)`, [ids]);
  }

  /** One page of the ledger of each of these accounts, the newest entries first. */
  async entryPages(
    accountIds: readonly number[],
    { first, after }: { first: number; after: string | null },
  ): Promise<Map<number, Page<EntryRow>>> {
    const [time, id] = after ? decodeCursor('ledger', ['time', 'number'], after) : [null, null];
    const rows = await this.database.query<EntryRow>(
      `select page.*
         from unnest($1::bigint[]) as account (id)
        cross join lateral (
          select ${COLUMNS} from reputation_entry e
           where e.account_id = account.id
             and ($2::timestamptz is null or (e.created_at, e.id) < ($2::timestamptz, $3::bigint))
           order by e.created_at desc, e.id desc limit $4
        ) as page
        order by page."createdAt" desc, page."entryId" desc`,
      [accountIds, time, id, first + 1],
    );
    const byAccount = Map.groupBy(rows, (row) => row.accountId);
    return new Map(accountIds.map((account) => [account, pageOf(byAccount.get(account) ?? [], first)]));
  }

  ratings(answerIds: readonly number[]): Promise<RatingRow[]> {
    return this.database.query(
      `select answer_id as "answerId", rater_id as "raterId", stars, comment
         from helper_rating where answer_id = any($1)`,
      [answerIds],
    );
  }

  /** The latest first. */
  badges(accountIds: readonly number[]): Promise<BadgeRow[]> {
    return this.database.query(
      `select account_id as "accountId", name, awarded_at as "awardedAt", count
         from badge_award where account_id = any($1) order by awarded_at desc, name`,
      [accountIds],
    );
  }
}
