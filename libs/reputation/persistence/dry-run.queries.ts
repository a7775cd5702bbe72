import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { RuleSet } from '../domain/rule-set.js';

/** What would be different for one account. */
export interface Difference {
  accountId: number;
  /** Its reputation as it is. */
  before: number;
  /** What it would be. */
  after: number;
}

export interface PrivilegeDifference {
  privilege: string;
  gained: number;
  lost: number;
  /** The first few, those with the most reputation first. */
  gainedBy: number[];
  lostBy: number[];
}

export interface DryRun {
  /** Entries by rules that stand of the days that were looked at. */
  entries: number;
  /** Those with a difference. */
  accounts: number;
  gainers: number;
  losers: number;
  /** What everybody together would have more, or less. */
  total: number;
  gained: Difference[];
  lost: Difference[];
  privileges: PrivilegeDifference[];
}

/** How long PostgreSQL may calculate. A year of a large community takes seconds. */
const PATIENCE_MS = 20_000;

const MOST = (direction: '<' | '>', order: 'asc' | 'desc') => `
  array(select jsonb_build_object('accountId', id, 'before', before, 'after', after) from difference
         where after ${direction} before order by after - before ${order}, id limit $5)`;

/**
 * `standing`: what the rules gave that nothing has taken back, of the UTC days that are looked at, with what it would be.
 * `difference`: accounts for which that makes one. `crossing`: who would come above a threshold, or below one; whoever
 * has a role that may all of it does neither. One statement, and so of one moment.
 */
const DRY_RUN = `
  with draft as materialized (
    select key as rule, value::integer as points from jsonb_each_text($1::jsonb)),
  standing as (
    select e.id, e.account_id, e.earned_on, e.is_capped, e.points, e.day_cap, draft.points as draft_points
      from reputation_entry e join draft using (rule)
     where e.earned_on > (now() at time zone 'UTC')::date - $3::integer
       and not exists (select from reputation_entry r where r.reverses_id = e.id)),
  day as materialized (
    select account_id, count(*) as entries,
           case when is_capped then least($2::integer, sum(draft_points)) else sum(draft_points) end
             - case when is_capped then least((array_agg(day_cap order by id desc))[1], sum(points))
                    else sum(points) end as change
      from standing group by account_id, earned_on, is_capped),
  difference as materialized (
    select a.id, a.reputation as before, (a.reputation + sum(day.change))::integer as after
      from day join account a on a.id = day.account_id
     group by a.id having sum(day.change) <> 0),
  threshold as materialized (
    select key as privilege, value::integer as after,
           (select rules -> 'privileges' ->> key from rule_set order by version desc limit 1)::integer as before
      from jsonb_each_text($4::jsonb)),
  crossing as (
    select threshold.privilege, threshold.after as needed, a.id, a.reputation,
           greatest(coalesce(difference.after, a.reputation), 0) >= threshold.after as is_gain
      from account a left join difference using (id) cross join threshold
     where a.role = 'MEMBER' and (difference.id is not null or threshold.before <> threshold.after)
       and (greatest(a.reputation, 0) >= threshold.before)
           <> (greatest(coalesce(difference.after, a.reputation), 0) >= threshold.after)),
  ranked as (
    select *, row_number() over (partition by privilege, is_gain order by reputation desc, id) as place
      from crossing),
  crossed as (
    select privilege, needed, count(*) filter (where is_gain) as gained, count(*) filter (where not is_gain) as lost,
           coalesce(array_agg(id order by place) filter (where is_gain and place <= $5), '{}') as "gainedBy",
           coalesce(array_agg(id order by place) filter (where not is_gain and place <= $5), '{}') as "lostBy"
      from ranked group by privilege, needed)
  select (select coalesce(sum(entries), 0)::integer from day) as entries,
         (select count(*) from difference) as accounts,
         (select coalesce(sum(after - before), 0)::integer from difference) as total,
         (select count(*) from difference where after > before) as gainers,
         (select count(*) from difference where after < before) as losers,
         ${MOST('>', 'desc')} as gained,
         ${MOST('<', 'asc')} as lost,
         (select coalesce(jsonb_agg(to_jsonb(crossed) - 'needed' order by needed, privilege), '[]')
            from crossed) as privileges`;

/** What other rules would have made of the last days. Nothing is written. */
@Injectable()
export class DryRunQueries {
  constructor(private readonly database: Database) {}

  /**
   * @param days 1 to 365, today included, by UTC
   * @param first how many accounts and names of each kind
   */
  run(draft: RuleSet, { days, first }: { days: number; first: number }): Promise<DryRun> {
    return this.database.transaction(async () => {
      await this.database.query(`set local statement_timeout = ${PATIENCE_MS}`);
      const found = await this.database.one<DryRun>(DRY_RUN, [
        JSON.stringify(draft.points),
        draft.dailyCap,
        days,
        JSON.stringify(draft.privileges),
        first,
      ]);
      if (!found) throw new Error('the dry run gave nothing');
      return found;
    });
  }
}
