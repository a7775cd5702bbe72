import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { HOLD_MINUTES } from '../domain/candidates.js';

/** Who works on a candidate at the moment. */
export interface CandidateHold {
  answerId: number;
  accountId: number;
  username: string;
  displayName: string;
  expiresAt: Date;
}

/** Holds and declines of candidates. Their list follows by itself. */
@Injectable()
export class CandidateStore {
  constructor(private readonly database: Database) {}

  /** The holds of others on these answers that have not run out. */
  holdsOfOthers(answerIds: readonly number[], accountId: number | null): Promise<CandidateHold[]> {
    return this.database.query(
      `select h.answer_id as "answerId", h.account_id as "accountId", a.username, a.display_name as "displayName",
              h.expires_at as "expiresAt"
         from candidate_hold h join account a on a.id = h.account_id
        where h.answer_id = any($1) and h.account_id is distinct from $2::bigint and h.expires_at > now()
        order by h.answer_id`,
      [answerIds, accountId],
    );
  }

  /** Takes or renews the hold; whoever had it has it no longer. */
  async hold(answerId: number, accountId: number): Promise<void> {
    await this.database.query(
      `insert into candidate_hold (answer_id, account_id, expires_at)
       values ($1, $2, now() + make_interval(mins => $3))
       on conflict (answer_id) do update
         set account_id = excluded.account_id, expires_at = excluded.expires_at,
             claimed_at = case when candidate_hold.account_id = excluded.account_id
                                and candidate_hold.expires_at > now()
                               then candidate_hold.claimed_at else excluded.claimed_at end`,
      [answerId, accountId, HOLD_MINUTES],
    );
  }

  async release(answerId: number, accountId: number): Promise<void> {
    await this.database.query(`delete from candidate_hold where answer_id = $1 and account_id = $2`, [
      answerId,
      accountId,
    ]);
  }

  /** They have become part of an article: nobody holds or declines them any more. */
  async settle(answerIds: readonly number[]): Promise<void> {
    await this.database.query(`delete from candidate_hold where answer_id = any($1)`, [answerIds]);
    await this.database.query(`delete from candidate_decline where answer_id = any($1)`, [answerIds]);
  }

  async isListed(answerId: number): Promise<boolean> {
    const row = await this.database.one(`select 1 from promotion_candidate where answer_id = $1`, [answerId]);
    return row !== undefined;
  }

  /** Declines the answer as it is now; its row and its question's must be locked. */
  async decline(answerId: number, accountId: number, reason: string): Promise<void> {
    await this.database.query(`delete from candidate_hold where answer_id = $1`, [answerId]);
    await this.database.query(
      `insert into candidate_decline (answer_id, account_id, reason, answer_revision, question_revision, official_at)
       select a.id, $2, $3, a.revision, q.revision, a.official_at
         from post a join post q on q.id = a.question_id where a.id = $1
       on conflict (answer_id) do update
         set account_id = excluded.account_id, reason = excluded.reason, answer_revision = excluded.answer_revision,
             question_revision = excluded.question_revision, official_at = excluded.official_at, declined_at = now()`,
      [answerId, accountId, reason],
    );
  }

  /** Gives whether there was a decline to take back. */
  async undoDecline(answerId: number): Promise<boolean> {
    const rows = await this.database.query(`delete from candidate_decline where answer_id = $1 returning 1`, [
      answerId,
    ]);
    return rows.length > 0;
  }
}
