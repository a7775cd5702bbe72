import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { CheckedStars } from '../domain/helper-rating.js';

export interface RatingState {
  answerId: number;
  helperId: number;
  raterId: number;
  stars: number;
  isVoid: boolean;
}

/**
 * Writes ratings and what accounts count of them. Everything that changes the ratings of a helper first locks the
 * helper's account, so that no two changes see the same former stars.
 */
@Injectable()
export class RatingStore {
  constructor(private readonly database: Database) {}

  /** Gives whether they are still there. */
  async lockHelper(helperId: number): Promise<boolean> {
    const row = await this.database.one<{ isThere: boolean }>(
      `select erased_at is null as "isThere" from account where id = $1 for no key update`,
      [helperId],
    );
    return row?.isThere ?? false;
  }

  find(answerId: number): Promise<RatingState | undefined> {
    return this.database.one(
      `select answer_id as "answerId", helper_id as "helperId", rater_id as "raterId", stars,
              voided_at is not null as "isVoid"
         from helper_rating where answer_id = $1`,
      [answerId],
    );
  }

  async put(
    ids: { answerId: number; helperId: number; raterId: number },
    given: CheckedStars,
  ): Promise<void> {
    await this.database.query(
      `insert into helper_rating (answer_id, helper_id, rater_id, stars, solved, clear, courteous, comment, is_remark_shared)
       values ($1, $2, $3, $4, $5, $6, $7, $8, true)
       on conflict (answer_id) do update
          set stars = excluded.stars, solved = excluded.solved, clear = excluded.clear,
              courteous = excluded.courteous, comment = excluded.comment, is_remark_shared = true, updated_at = now()`,
      [
        ...[ids.answerId, ids.helperId, ids.raterId],
        ...[given.stars, given.solved, given.clear, given.courteous, given.comment],
      ],
    );
  }

  async count(helperId: number, change: { stars: number; ratings: number }): Promise<void> {
    await this.database.query(
      `update account
          set helper_rating_sum = helper_rating_sum + $2, helper_rating_count = helper_rating_count + $3
        where id = $1`,
      [helperId, change.stars, change.ratings],
    );
  }

  async void(answerId: number, by: number, reason: string): Promise<void> {
    await this.database.query(
      `update helper_rating set voided_at = now(), voided_by = $2, void_reason = $3 where answer_id = $1`,
      [answerId, by, reason],
    );
  }

  async restore(answerId: number): Promise<void> {
    await this.database.query(
      `update helper_rating set voided_at = null, voided_by = null, void_reason = null where answer_id = $1`,
      [answerId],
    );
  }

  async dismiss(answerId: number): Promise<void> {
    await this.database.query(
      `insert into rating_dismissal (answer_id) values ($1) on conflict (answer_id) do nothing`,
      [answerId],
    );
  }
}
