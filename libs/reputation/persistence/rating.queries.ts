import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '#libs/kernel';
import type { CursorKeys } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { RatingMark } from '../domain/helper-rating.js';

/** What an asker said of whoever wrote an answer, for the asker; and whether they would rather not say anything. */
export interface OwnRatingRow {
  answerId: number;
  isDismissed: boolean;
  rating: OwnRating | null;
}

export interface OwnRating {
  raterId: number;
  stars: number;
  solved: boolean | null;
  clear: boolean | null;
  courteous: boolean | null;
  comment: string | null;
  isVoid: boolean;
}

/** What the public may know of a helper's ratings besides the counters of the account. */
export interface RatingSummaryRow {
  helperId: number;
  count: number;
  raters: number;
  marks: Record<RatingMark, { said: number; yes: number }>;
  topics: { tagName: string; count: number; sum: number }[];
}

export interface RemarkRow {
  text: string;
  /** As `2026-05`. */
  month: string;
  place: string;
}

/** A rating as moderators see it. */
export interface GivenRatingRow {
  answerId: number;
  raterId: number;
  helperId: number;
  stars: number;
  solved: boolean | null;
  clear: boolean | null;
  courteous: boolean | null;
  comment: string | null;
  createdAt: Date;
  updatedAt: Date;
  voidedAt: Date | null;
  voidedBy: number | null;
  voidReason: string | null;
}

export type GivenRatingOrder = 'NEWEST' | 'LOWEST';

interface PageRequest {
  first: number;
  after: string | null;
}

/** What was written before helpers could read it is nobody's to read but the rater's. */
const GIVEN_COLUMNS = `r.answer_id as "answerId", r.rater_id as "raterId", r.helper_id as "helperId", r.stars,
  r.solved, r.clear, r.courteous, case when r.is_remark_shared then r.comment end as comment,
  r.created_at as "createdAt", r.updated_at as "updatedAt",
  r.voided_at as "voidedAt", r.voided_by as "voidedBy", r.void_reason as "voidReason"`;

const ORDERS: Record<
  GivenRatingOrder,
  {
    orderBy: string;
    keys: readonly ('time' | 'number')[];
    /** The rows behind the cursor, whose keys are the parameters $1 to $3. */
    beyond: string;
    keysOf: (row: GivenRatingRow) => CursorKeys;
  }
> = {
  NEWEST: {
    orderBy: 'r.updated_at desc, r.answer_id desc',
    keys: ['number', 'time', 'number'],
    beyond: `$1::integer is not null and (r.updated_at, r.answer_id) < ($2::timestamptz, $3::bigint)`,
    keysOf: (row) => [row.stars, row.updatedAt.toISOString(), row.answerId],
  },
  LOWEST: {
    orderBy: 'r.stars, r.updated_at desc, r.answer_id desc',
    keys: ['number', 'time', 'number'],
    beyond: `(r.stars > $1::integer or
              (r.stars = $1 and (r.updated_at, r.answer_id) < ($2::timestamptz, $3::bigint)))`,
    keysOf: (row) => [row.stars, row.updatedAt.toISOString(), row.answerId],
  },
};

/** Ratings for screens. */
@Injectable()
export class RatingQueries {
  constructor(private readonly database: Database) {}

  /** Whether the viewer may see one is for the field to ask. */
  ofAnswers(answerIds: readonly number[]): Promise<OwnRatingRow[]> {
    return this.database.query(
      `select a.id as "answerId",
              exists (select from rating_dismissal d where d.answer_id = a.id) as "isDismissed",
              case when r.answer_id is not null then json_build_object(
                'raterId', r.rater_id, 'stars', r.stars, 'solved', r.solved, 'clear', r.clear,
                'courteous', r.courteous, 'comment', r.comment, 'isVoid', r.voided_at is not null) end as rating
         from unnest($1::bigint[]) as a (id) left join helper_rating r on r.answer_id = a.id`,
      [answerIds],
    );
  }

  /** @param leastOfTopic ratings that a topic needs to be named; ten topics at most, those with most ratings first */
  summaries(helperIds: readonly number[], leastOfTopic: number): Promise<RatingSummaryRow[]> {
    const mark = (name: RatingMark) =>
      `'${name}', json_build_object('said', s.${name}_said, 'yes', s.${name}_yes)`;
    return this.database.query(
      `select s.helper_id as "helperId", s.count, s.raters,
              json_build_object(${mark('solved')}, ${mark('clear')}, ${mark('courteous')}) as marks,
              coalesce((
                select json_agg(json_build_object('tagName', topic.name, 'count', topic.count, 'sum', topic.sum))
                  from (select tag.name, t.count, t.sum from rating_topic t join tag on tag.id = t.tag_id
                         where t.helper_id = s.helper_id and t.count >= $2
                         order by t.count desc, tag.name limit 10) topic), '[]') as topics
         from rating_summary s where s.helper_id = any($1)`,
      [helperIds, leastOfTopic],
    );
  }

  /** The latest month first; within a month in an order that means nothing. */
  async remarks(helperId: number, { first, after }: PageRequest): Promise<Page<RemarkRow>> {
    const [month, place] = after ? decodeCursor('remarks', ['string', 'string'], after) : [null, null];
    const rows = await this.database.query<RemarkRow>(
      `select p.remark as text, to_char(p.month, 'YYYY-MM') as month, p.place
         from published_rating p join helper_rating r on r.answer_id = p.answer_id and r.voided_at is null
        where p.helper_id = $1 and p.remark is not null
          and ($2::text is null or to_char(p.month, 'YYYY-MM') < $2
               or (to_char(p.month, 'YYYY-MM') = $2 and p.place > $3))
        order by p.month desc, p.place limit $4`,
      [helperId, month, place, first + 1],
    );
    return pageOf(rows, first);
  }

  remarkCursor({ month, place }: RemarkRow): string {
    return encodeCursor('remarks', [month, place]);
  }

  async given(answerId: number): Promise<GivenRatingRow | undefined> {
    return this.database.one(`select ${GIVEN_COLUMNS} from helper_rating r where r.answer_id = $1`, [
      answerId,
    ]);
  }

  /**
   * Ratings for review.
   * @param except somebody whose own ratings are left out, however else they are asked for
   */
  async givenPage(
    filter: {
      order: GivenRatingOrder;
      except: number;
      raterId: number | null;
      onlyRemarks: boolean;
      onlyVoid: boolean;
    },
    { first, after }: PageRequest,
  ): Promise<Page<GivenRatingRow>> {
    const order = ORDERS[filter.order];
    const keys = after ? decodeCursor(listOf(filter.order), order.keys, after) : [null, null, null];
    const conditions = [
      after ? order.beyond : `$1::integer is null and $2::timestamptz is null and $3::bigint is null`,
      `r.helper_id <> $4`,
      `($5::bigint is null or r.rater_id = $5)`,
      ...(filter.onlyRemarks ? [`r.comment is not null and r.is_remark_shared`] : []),
      ...(filter.onlyVoid ? [`r.voided_at is not null`] : []),
    ];
    const rows = await this.database.query<GivenRatingRow>(
      `select ${GIVEN_COLUMNS} from helper_rating r
        where ${conditions.join(' and ')} order by ${order.orderBy} limit $6`,
      [...keys, filter.except, filter.raterId, first + 1],
    );
    return pageOf(rows, first);
  }

  givenCursor(order: GivenRatingOrder, row: GivenRatingRow): string {
    return encodeCursor(listOf(order), ORDERS[order].keysOf(row));
  }
}

const listOf = (order: GivenRatingOrder): string => `ratings.${order.toLowerCase()}`;
