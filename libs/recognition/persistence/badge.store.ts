import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { BadgeDefinition, BadgeTier, Words } from '../domain/badge.js';
import { measureOf } from './measures/index.js';
import type { Measure } from './measures/index.js';

/** Older awards are no news to whoever has earned them, as after an import or a long outage. */
const NEWS_DAYS = 7;

/** What awarding has to know of a badge. */
export type AwardedBadge = Pick<BadgeDefinition, 'measure' | 'threshold' | 'leastPieces' | 'isRepeatable'> & {
  readonly badgeId: number;
  readonly tagId: number | null;
};

export interface Changes {
  given: number;
  taken: number;
}

/** An award that nobody was told of. */
export interface UntoldAward {
  holdingId: number;
  key: string;
  names: Words;
  tier: BadgeTier;
}

/** Who reaches a badge, for what, and since when; with the parameters $3 to $5, and $2 for whom is asked about. */
function dueSql(measure: Measure, { isRepeatable }: Pick<AwardedBadge, 'isRepeatable'>, isForAll: boolean) {
  const among = (column: string) => (isForAll ? 'true' : `${column} = any($2)`);
  const isOnce = measure.per === 'ACCOUNT' || (measure.per === 'POST' && !isRepeatable);
  const [subject, at, group] = isOnce
    ? ['0::bigint', 'min(m.at)', 'group by m.account_id']
    : ['m.subject_id', 'm.at', ''];
  return `
    select m.account_id, ${subject} as subject_id, ${at} as at
      from (${measure.sql(among)}) as m
      join account on account.id = m.account_id and account.erased_at is null
     where m.value >= $3 and m.pieces >= $4 and ($5::bigint is null or m.subject_id = $5)
       and ($2::bigint[] is null or m.account_id = any($2))
     ${group}`;
}

/** Writes badges and who has them. */
@Injectable()
export class BadgeStore {
  constructor(private readonly database: Database) {}

  /**
   * Brings what comes with the software up to date, unless an admin has changed it; what is gone from it is retired.
   * Runs at every start, in any number of processes.
   */
  async synchronise(definitions: readonly BadgeDefinition[]): Promise<void> {
    await this.database.query(
      `with given as (
         select * from rows from (
           jsonb_to_recordset($1) as (key text, tier text, names jsonb, descriptions jsonb, measure text,
                                      threshold integer, "leastPieces" integer, "isRepeatable" boolean))
           with ordinality as g (key, tier, names, descriptions, measure, threshold, "leastPieces", "isRepeatable", place)),
       gone as (
         update badge_definition b set retired_at = now()
          where not b.is_own and b.edited_at is null and b.retired_at is null
            and not exists (select from given where given.key = b.key))
       insert into badge_definition as b (key, tier, names, descriptions, measure, threshold, least_pieces, is_repeatable)
       select key, tier, names, descriptions, measure, threshold, "leastPieces", "isRepeatable" from given order by place
       on conflict (key) do update
         set tier = excluded.tier, names = excluded.names, descriptions = excluded.descriptions,
             measure = excluded.measure, threshold = excluded.threshold, least_pieces = excluded.least_pieces,
             is_repeatable = excluded.is_repeatable, retired_at = null
         where not b.is_own and b.edited_at is null
           and (b.tier, b.names, b.descriptions, b.measure, b.threshold, b.least_pieces, b.is_repeatable, b.retired_at)
               is distinct from (excluded.tier, excluded.names, excluded.descriptions, excluded.measure,
                                 excluded.threshold, excluded.least_pieces, excluded.is_repeatable, null::timestamptz)`,
      [JSON.stringify(definitions)],
    );
  }

  /** Those that are awarded, or one of them. */
  awarded(badgeId: number | null = null): Promise<AwardedBadge[]> {
    return this.database.query(
      `select id as "badgeId", measure, threshold, least_pieces as "leastPieces", is_repeatable as "isRepeatable",
              tag_id as "tagId"
         from badge_definition where retired_at is null and ($1::bigint is null or id = $1) order by id`,
      [badgeId],
    );
  }

  /** Of two who award at once, the second one begins with what the first one wrote. */
  async lockAwarding(): Promise<void> {
    await this.database.query(`select pg_advisory_xact_lock(hashtext('recognition.badges'))`);
  }

  /**
   * Gives the badge to those who reach it and takes it from those who do not any more.
   * @param accountIds whom to look at; null for everybody
   */
  async award(badge: AwardedBadge, accountIds: readonly number[] | null): Promise<Changes> {
    const measure = measureOf(badge.measure);
    if (!measure) return { given: 0, taken: 0 };
    const post = measure.per === 'POST' && badge.isRepeatable ? 'subject_id' : 'null::bigint';
    const tag = measure.per === 'TAG' ? 'subject_id' : 'null::bigint';
    const row = await this.database.one<Changes>(
      // Put beside each other by grouping: joined, the planner would expect a handful and compare each with each.
      `with compared as materialized (
         select account_id, subject_id, max(at) as at, bool_or(is_due) as is_due, max(holding_id) as holding_id
           from (
             select account_id, subject_id, at, true as is_due, null::bigint as holding_id
               from (${dueSql(measure, badge, accountIds === null)}) as due
             union all
             select account_id, subject_id, null, false, id from badge_holding
              where badge_id = $1 and revoked_at is null and ($2::bigint[] is null or account_id = any($2))) as both_sides
          group by account_id, subject_id),
       given as (
         insert into badge_holding (badge_id, account_id, post_id, tag_id, awarded_at, told_at)
         select $1, account_id, ${post}, ${tag}, least(coalesce(at, now()), now()),
                case when at < now() - interval '${NEWS_DAYS} days' then now() end
           from compared where is_due and holding_id is null
          order by account_id, subject_id
         on conflict on constraint badge_holding_once do update set revoked_at = null
           where badge_holding.revoked_at is not null
         returning 1),
       taken as (
         update badge_holding set revoked_at = now(), told_at = coalesce(told_at, now())
          where id = any(array(select holding_id from compared where not is_due))
         returning 1)
       select (select count(*) from given) as given, (select count(*) from taken) as taken`,
      [badge.badgeId, accountIds, badge.threshold, badge.leastPieces, badge.tagId],
    );
    return row ?? { given: 0, taken: 0 };
  }

  /** How many people would have such a badge now. */
  async countDue(badge: Omit<AwardedBadge, 'badgeId'>): Promise<number> {
    const measure = measureOf(badge.measure);
    if (!measure) return 0;
    const row = await this.database.one<{ people: number }>(
      `select count(distinct account_id) as people from (${dueSql(measure, badge, true)}) due where $1::bigint is null`,
      [null, null, badge.threshold, badge.leastPieces, badge.tagId],
    );
    return row?.people ?? 0;
  }

  /** Marks what some people were not told of as told, and gives it, by account. */
  async takeUntold(people: number): Promise<{ accountId: number; awards: UntoldAward[] }[]> {
    return this.database.query(
      `with chosen as (
         select distinct account_id from badge_holding where told_at is null order by account_id limit $1),
       told as (
         update badge_holding h set told_at = now() from chosen
          where h.account_id = chosen.account_id and h.told_at is null
         returning h.id, h.account_id, h.badge_id)
       select told.account_id as "accountId",
              json_agg(json_build_object('holdingId', told.id, 'key', b.key, 'names', b.names, 'tier', b.tier)
                       order by told.id) as awards
         from told join badge_definition b on b.id = told.badge_id
        group by told.account_id order by told.account_id`,
      [people],
    );
  }
}
