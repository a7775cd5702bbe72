import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** A rating that its helper has not been shown as it is now. */
export interface WaitingRating {
  answerId: number;
  raterId: number;
  ratedAt: Date;
  hasRemark: boolean;
}

/** Given before this day began (UTC), counted, and not published as it is now. Takes `helper_rating r`. */
const IS_WAITING = `r.voided_at is null
  and r.updated_at < date_trunc('day', now() at time zone 'utc') at time zone 'utc'
  and not exists (select from published_rating p where p.answer_id = r.answer_id and p.rated_at = r.updated_at)`;

/** What of ratings helpers and the public may see, apart from the counters of the account. */
@Injectable()
export class RatingPublicationStore {
  constructor(private readonly database: Database) {}

  /** Helpers with ratings by so many people that wait, or one that has waited for so many days. */
  async helpersDue(raters: number, days: number): Promise<number[]> {
    const rows = await this.database.query<{ helperId: number }>(
      `select r.helper_id as "helperId" from helper_rating r where ${IS_WAITING}
        group by r.helper_id
       having count(distinct r.rater_id) >= $1 or min(r.updated_at) < now() - make_interval(days => $2)
        order by r.helper_id`,
      [raters, days],
    );
    return rows.map(({ helperId }) => helperId);
  }

  waitingFor(helperId: number): Promise<WaitingRating[]> {
    return this.database.query(
      `select r.answer_id as "answerId", r.rater_id as "raterId", r.updated_at as "ratedAt",
              r.comment is not null and r.is_remark_shared as "hasRemark"
         from helper_rating r where r.helper_id = $1 and ${IS_WAITING}`,
      [helperId],
    );
  }

  /** @param places where the remark of each stands among those of its month; null without one */
  async publish(ratings: readonly WaitingRating[], places: readonly (string | null)[]): Promise<void> {
    await this.database.query(
      `insert into published_rating
              (answer_id, helper_id, rater_id, stars, solved, clear, courteous, remark, rated_at, month, place)
       select r.answer_id, r.helper_id, r.rater_id, r.stars, r.solved, r.clear, r.courteous,
              case when given.place is not null then r.comment end, r.updated_at,
              date_trunc('month', now() at time zone 'utc')::date, given.place
         from unnest($1::bigint[], $2::text[]) as given (answer_id, place)
         join helper_rating r on r.answer_id = given.answer_id
       on conflict (answer_id) do update
          set stars = excluded.stars, solved = excluded.solved, clear = excluded.clear,
              courteous = excluded.courteous, remark = excluded.remark, rated_at = excluded.rated_at,
              month = excluded.month, place = excluded.place,
              is_announced = published_rating.is_announced
                             and published_rating.remark is not distinct from excluded.remark`,
      [ratings.map(({ answerId }) => answerId), places],
    );
  }

  /** Counts what is published of a helper anew, without what is void. */
  async summarise(helperId: number): Promise<void> {
    const published = `
      from published_rating p join helper_rating r on r.answer_id = p.answer_id and r.voided_at is null`;
    await this.database.query(
      `insert into rating_summary (helper_id, count, sum, raters,
                                   solved_said, solved_yes, clear_said, clear_yes, courteous_said, courteous_yes)
       select $1, count(*), coalesce(sum(p.stars), 0), count(distinct p.rater_id),
              count(p.solved), count(*) filter (where p.solved), count(p.clear), count(*) filter (where p.clear),
              count(p.courteous), count(*) filter (where p.courteous)
         ${published} where p.helper_id = $1
       on conflict (helper_id) do update
          set count = excluded.count, sum = excluded.sum, raters = excluded.raters,
              solved_said = excluded.solved_said, solved_yes = excluded.solved_yes,
              clear_said = excluded.clear_said, clear_yes = excluded.clear_yes,
              courteous_said = excluded.courteous_said, courteous_yes = excluded.courteous_yes`,
      [helperId],
    );
    await this.database.query(`delete from rating_topic where helper_id = $1`, [helperId]);
    await this.database.query(
      `insert into rating_topic (helper_id, tag_id, count, sum)
       select $1, pt.tag_id, count(*), sum(p.stars)
         ${published} join post a on a.id = p.answer_id join post_tag pt on pt.post_id = a.question_id
        where p.helper_id = $1 group by pt.tag_id`,
      [helperId],
    );
  }

  /** Notes whose remarks can be read now and could not before, and gives those helpers with the day of the database. */
  async announce(least: { count: number; raters: number }): Promise<{ helperId: number; day: string }[]> {
    return this.database.query(
      `with announced as (
         update published_rating p set is_announced = true
           from rating_summary s, helper_rating r
          where p.remark is not null and not p.is_announced and s.helper_id = p.helper_id
            and s.count >= $1 and s.raters >= $2 and r.answer_id = p.answer_id and r.voided_at is null
         returning p.helper_id)
       select helper_id as "helperId", to_char(now() at time zone 'utc', 'YYYY-MM-DD') as day
         from announced group by helper_id order by helper_id`,
      [least.count, least.raters],
    );
  }
}
