import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { NeedKind } from '../domain/grouping.js';
import { TREND_DAYS } from '../domain/gap.js';

/** Something that was looked for or asked in vain, once for each text. */
export interface NeedRow {
  kind: NeedKind;
  text: string;
  locale: string;
  count: number;
  recent: number;
  before: number;
  firstAt: Date;
  lastAt: Date;
  questionId: number | null;
}

/** What a run of the grouping takes in at most, of searches and of questions: the most frequent, then the newest. */
export const MOST_TEXTS = 5_000;

@Injectable()
export class NeedQueries {
  constructor(private readonly database: Database) {}

  /** Searches and titles that led nowhere, by how many sessions each. */
  unmet(now: Date): Promise<NeedRow[]> {
    return this.database.query(
      `select kind, query as text, mode() within group (order by locale) as locale,
              count(distinct session)::int as count,
              (count(distinct session) filter (where created_at >= ${daysBefore(TREND_DAYS)}))::int as recent,
              (count(distinct session) filter (where created_at < ${daysBefore(TREND_DAYS)}
                                                 and created_at >= ${daysBefore(2 * TREND_DAYS)}))::int as before,
              min(created_at) as "firstAt", max(created_at) as "lastAt", max(question_id) as "questionId"
         from intent_need
        group by kind, query
        order by count(distinct session) desc, max(created_at) desc, query, kind limit ${MOST_TEXTS}`,
      [now],
    );
  }

  /** By how many sessions texts of a gap were looked for in vain since it was answered. Of most gaps there is nothing. */
  missedSince(
    texts: readonly { gapId: number; text: string; since: Date }[],
  ): Promise<{ gapId: number; count: number }[]> {
    return this.database.query(
      `select wanted.gap_id as "gapId", count(distinct need.session)::int as count
         from unnest($1::bigint[], $2::text[], $3::timestamptz[]) as wanted (gap_id, text, since)
         join intent_need need on need.query = wanted.text and need.created_at > wanted.since
        group by wanted.gap_id order by wanted.gap_id`,
      [texts.map(({ gapId }) => gapId), texts.map(({ text }) => text), texts.map(({ since }) => since)],
    );
  }

  /** Questions of so many days, each one need; those that an unmet need stands for already are left out. */
  asked(now: Date, days: number): Promise<NeedRow[]> {
    return this.database.query(
      `select 'REPEATED_QUESTION' as kind, title as text, locale, 1 as count,
              (created_at >= ${daysBefore(TREND_DAYS)})::int as recent,
              (created_at < ${daysBefore(TREND_DAYS)} and created_at >= ${daysBefore(2 * TREND_DAYS)})::int as before,
              created_at as "firstAt", created_at as "lastAt", id as "questionId"
         from post
        where kind = 'question' and deleted_at is null and created_at >= ${daysBefore('$2')}
          and not exists (
            select from intent_event asked
             where asked.kind = 'ASKED' and asked.subject_kind = 'question' and asked.subject_id = post.id
               and exists (select from intent_event typed
                            where typed.intent_id = asked.intent_id and typed.kind = 'SUGGESTED'))
        order by created_at desc, id desc limit ${MOST_TEXTS}`,
      [now, days],
    );
  }
}

function daysBefore(days: number | string): string {
  return `$1::timestamptz - make_interval(days => ${days})`;
}
