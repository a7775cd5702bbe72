import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import { ENTRY_COLUMNS } from './reputation.queries.js';
import type { EntryRow } from './reputation.queries.js';

interface Sums {
  accountId: number;
  gained: number;
  lost: number;
  entries: number;
}

export interface DayRow extends Sums {
  /** A UTC day, as YYYY-MM-DD. */
  day: string;
}

export interface PostSumRow extends Sums {
  /** Null: what is about no post. */
  postId: number | null;
  lastEntryId: number;
}

export const HISTORY_UNITS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;
export type HistoryUnit = (typeof HISTORY_UNITS)[number];

export interface HistoryRow {
  unit: HistoryUnit;
  from: string;
  firstOn: string;
  lastOn: string;
  gained: number;
  lost: number;
  /** At the end of it. */
  reputation: number;
}

/** How a ledger is read by day and by post, from the sums that the database keeps beside it. */
@Injectable()
export class LedgerQueries {
  constructor(private readonly database: Database) {}

  /** The newest day first. */
  async days(
    accountId: number,
    { first, after }: { first: number; after: string | null },
  ): Promise<Page<DayRow>> {
    const [time] = after ? decodeCursor('ledger-days', ['time'], after) : [null];
    const rows = await this.database.query<DayRow>(
      `select account_id as "accountId", day::text, gained, lost, entries from reputation_day
        where account_id = $1 and ($2::timestamptz is null or day < ($2::timestamptz at time zone 'UTC')::date)
        order by day desc limit $3`,
      [accountId, time, first + 1],
    );
    return pageOf(rows, first);
  }

  /** The post that something happened to last comes first. */
  async posts(
    accountId: number,
    { first, after }: { first: number; after: string | null },
  ): Promise<Page<PostSumRow>> {
    const [last] = after ? decodeCursor('ledger-posts', ['number'], after) : [null];
    const rows = await this.database.query<PostSumRow>(
      `select account_id as "accountId", post_id as "postId", gained, lost, entries,
              last_entry_id as "lastEntryId" from reputation_post
        where account_id = $1 and ($2::bigint is null or last_entry_id < $2)
        order by last_entry_id desc limit $3`,
      [accountId, last, first + 1],
    );
    return pageOf(rows, first);
  }

  /** The newest entries of each of these days, in the order of the days asked for. */
  entriesOfDays(days: readonly DayRow[], first: number): Promise<(EntryRow & { place: number })[]> {
    return this.database.query(
      `select page.*, wanted.place::integer as place
         from unnest($1::bigint[], $2::date[]) with ordinality as wanted (account_id, day, place)
        cross join lateral (
          select ${ENTRY_COLUMNS} from reputation_entry e
           where e.account_id = wanted.account_id
             and e.created_at >= wanted.day::timestamp at time zone 'UTC'
             and e.created_at < (wanted.day + 1)::timestamp at time zone 'UTC'
           order by e.created_at desc, e.id desc limit $3) as page
        order by wanted.place, page."createdAt" desc, page."entryId" desc`,
      [days.map(({ accountId }) => accountId), days.map(({ day }) => day), first],
    );
  }

  /** The newest entries of each of these posts for its account. */
  entriesOfPosts(posts: readonly PostSumRow[], first: number): Promise<(EntryRow & { place: number })[]> {
    const page = (isSame: string) => `
      select ${ENTRY_COLUMNS} from reputation_entry e
       where e.account_id = wanted.account_id and ${isSame}
       order by e.created_at desc, e.id desc limit $3`;
    // Two branches, since an index answers neither of them if they are one condition.
    return this.database.query(
      `select page.*, wanted.place::integer as place
         from unnest($1::bigint[], $2::bigint[]) with ordinality as wanted (account_id, post_id, place)
        cross join lateral (
          (${page('e.post_id = wanted.post_id')}) union all
          (${page('e.post_id is null and wanted.post_id is null')})) as page
        order by wanted.place, page."createdAt" desc, page."entryId" desc`,
      [posts.map(({ accountId }) => accountId), posts.map(({ postId }) => postId), first],
    );
  }

  /** Reputation over time in `most` steps at most, each as long as the whole span asks for. The oldest first. */
  history(accountId: number, most: number): Promise<HistoryRow[]> {
    return this.database.query(
      `with span as (
         select max(day) - min(day) + 1 as days from reputation_day where account_id = $1),
       -- A week may be cut by both ends of the span, and so may a month: two more than fit into it.
       unit as (
         select case when days <= $2 then 'DAY' when days / 7 + 2 <= $2 then 'WEEK' when days / 28 + 2 <= $2 then 'MONTH'
                     when days / 90 + 2 <= $2 then 'QUARTER' else 'YEAR' end as unit from span)
       select unit, step::date::text as "from", min(day)::text as "firstOn", max(day)::text as "lastOn", sum(gained)::integer as gained, sum(lost)::integer as lost,
              (sum(sum(gained) - sum(lost)) over (order by step))::integer as reputation
         from reputation_day cross join unit
        cross join lateral date_trunc(unit, day::timestamp) as step
        where account_id = $1
        group by unit, step order by step`,
      [accountId, most],
    );
  }
}
