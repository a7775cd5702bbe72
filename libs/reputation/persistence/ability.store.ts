import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { OPENED_BY } from '../domain/abilities.js';
import type { Ability } from '../domain/rule-set.js';

/** The bar of ability `$1` by the newest rules, and how long one may stay below it. */
const RULE = `
  rule as (
    select (rules -> 'abilities' ->> $1)::float8 as bar,
           make_interval(days => (rules -> 'hysteresis' ->> 'graceDays')::integer) as grace
      from rule_set order by version desc limit 1)`;

/** What is counted for abilities, and what they open. */
@Injectable()
export class AbilityStore {
  constructor(private readonly database: Database) {}

  /**
   * Writes the counts of everybody that differ from those that are kept.
   * @param counts SQL that gives `account_id`, `good` and `bad`, once for each account that has any
   */
  async count(ability: Ability, counts: string): Promise<void> {
    await this.database.query(
      `with counted as materialized (${counts}),
       wanted as (
         select account_id, good::integer, bad::integer from counted
         union all
         select account_id, 0, 0 from ability_score
          where ability = $1 and account_id not in (select account_id from counted))
       insert into ability_score (account_id, ability, good, bad)
       select account_id, $1, good, bad from wanted order by account_id
       on conflict (account_id, ability) do update set good = excluded.good, bad = excluded.bad
         where (ability_score.good, ability_score.bad) is distinct from (excluded.good, excluded.bad)`,
      [ability],
    );
  }

  /** Notes who came to fall below the bar, and who is back; closes what was below it for all the days of grace. */
  async noteShortfalls(ability: Ability): Promise<void> {
    await this.database.query(
      `with ${RULE}
       update ability_score s
          set below_since = case when quality < bar and coalesce(below_since, now()) > now() - grace
                                 then coalesce(below_since, now()) end,
              opened_at = case when quality >= bar or coalesce(below_since, now()) > now() - grace then opened_at end
         from rule
        where ability = $1 and opened_at is not null and (quality < bar) is distinct from (below_since is not null)
           or ability = $1 and below_since <= now() - grace`,
      [ability],
    );
  }

  /** Some whom this ability is to open its door, locked in the order of their numbers. */
  async lockOpening(ability: Ability, first: number): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `with ${RULE}, able as materialized (
         select account_id from ability_score cross join rule
          where ability = $1 and quality >= bar and opened_at is null order by account_id limit $2)
       select id from account where id in (select account_id from able) order by id for no key update`,
      [ability, first],
    );
    return rows.map(({ id }) => id);
  }

  /** Opens it for locked accounts. */
  async open(ability: Ability, accountIds: readonly number[]): Promise<void> {
    await this.database.query(
      `with able as (
         update ability_score set opened_at = now() where ability = $1 and account_id = any($2) and opened_at is null
         returning account_id),
       given as (
         update account set privileges = privileges || $3::text
          where id in (select account_id from able) and not $3::text = any(privileges)
         returning id)
       insert into privilege_change (account_id, privilege, change)
       select id, $3::text, 'GAINED' from given order by id`,
      [ability, accountIds, OPENED_BY[ability]],
    );
  }
}
