import { RULE_ENTRIES } from '#libs/reputation';
import type { SqlCheck } from '../check.js';

const RULES = Object.entries(RULE_ENTRIES)
  .map(([rule, { reason, isCapped }]) => `('${rule}', '${reason}', ${isCapped})`)
  .join(', ');

const rulesOfEntries: SqlCheck = {
  name: 'rules of entries',
  promise: 'Every entry names rules that there are, and what a rule gave is what it gives in those.',
  counts: `select count(*) as rows from reputation_entry`,
  finds: `
    select e.id, format('entry %s: %s points by %s of the rules %s, which say %s', e.id, e.points,
                        coalesce(e.rule, 'nothing'), e.rule_version,
                        coalesce(s.rules -> 'points' ->> e.rule, 'nothing')) as example
      from reputation_entry e
      left join rule_set s on s.version = e.rule_version
      left join (values ${RULES}) as known (rule, reason, is_capped) on known.rule = e.rule
     where s.version is null
        or (e.rule is not null) <> (e.reason not in ('REVERSAL', 'BOUNTY_OFFERED', 'BOUNTY_WON', 'SANCTIONED'))
        or e.rule is not null
           and (e.points, e.reason, e.is_capped)
               is distinct from ((s.rules -> 'points' ->> e.rule)::integer, known.reason, known.is_capped)`,
};

const capsOfDays: SqlCheck = {
  name: 'caps of days',
  promise: 'A day keeps the cap that it began with, until nothing is left on it.',
  counts: `select count(*) as rows from reputation_entry where is_capped`,
  finds: `
    select id, format('entry %s counts %s under a cap of %s, after %s under %s',
                      id, points, day_cap, before, cap_before) as example
      from (select id, points, day_cap, lag(points_of_day) over day as before, lag(day_cap) over day as cap_before
              from reputation_entry where is_capped
            window day as (partition by account_id, earned_on order by id)) e
     where before > 0 and day_cap <> cap_before`,
};

/** Of a table that the database keeps sums of the ledger in, by account and `key`. */
function sumsCheck(name: string, promise: string, table: string, key: string, from: string): SqlCheck {
  const sums = (among: string) => `
    select account_id, ${from} as ${key}, coalesce(sum(delta) filter (where delta > 0), 0) as gained,
           coalesce(-sum(delta) filter (where delta < 0), 0) as lost, count(*) as entries, max(id) as last_entry_id
      from reputation_entry where ${among} group by 1, 2`;
  const columns = `account_id, ${key}, gained, lost, entries, last_entry_id`;
  return {
    name,
    promise,
    counts: `select count(*) as rows from ${table}`,
    finds: `
      (select account_id as id, format('account %s: %s', account_id, coalesce(${key}::text, 'nothing')) as example
         from (select ${columns} from ${table} except all ${sums('true')}) as kept)
      union
      (select account_id, format('account %s: %s', account_id, coalesce(${key}::text, 'nothing'))
         from (${sums('true')} except all select ${columns} from ${table}) as missing)`,
    mends: {
      table: 'account',
      sql: `
        with sums as materialized (${sums('account_id = any($1)')}),
        gone as (
          delete from ${table} kept
           where account_id = any($1)
             and not exists (select from sums where sums.account_id = kept.account_id
                                                and sums.${key} is not distinct from kept.${key}))
        insert into ${table} (${columns}) select ${columns} from sums
            on conflict (account_id, ${key}) do update
           set gained = excluded.gained, lost = excluded.lost, entries = excluded.entries,
               last_entry_id = excluded.last_entry_id`,
    },
  };
}

const days = sumsCheck(
  'reputation by day',
  'The sums of each day are those of its entries.',
  'reputation_day',
  'day',
  `(created_at at time zone 'UTC')::date`,
);

const posts = sumsCheck(
  'reputation by post',
  'The sums of each post are those of its entries.',
  'reputation_post',
  'post_id',
  'post_id',
);

/** After those whose repair may add entries. */
export const ledgerRuleChecks = [rulesOfEntries, capsOfDays, days, posts];
