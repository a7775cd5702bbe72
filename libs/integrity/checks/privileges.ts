import type { SqlCheck } from '../check.js';

const opened: SqlCheck = {
  name: 'privileges',
  promise: 'Everybody has what their reputation opens by the rules in force.',
  counts: `select count(*) as rows from account`,
  finds: `
    select a.id, format('%s has %s reputation and not %s', a.username, a.reputation, t.privilege) as example
      from account a
      join (select key as privilege, value::integer as needed
              from (select rules from rule_set order by version desc limit 1) r, jsonb_each_text(r.rules -> 'privileges')) t
        on t.needed <= greatest(a.reputation, 0) and not t.privilege = any(a.privileges)`,
  mends: {
    table: 'account',
    sql: `
      update account a
         set privileges = a.privileges || array(
           select reached from unnest(privileges_reached(a.reputation)) as reached where not reached = any(a.privileges))
       where a.id = any($1)`,
  },
};

const abilities: SqlCheck = {
  name: 'abilities',
  promise: 'Whoever shows an ability has what it opens.',
  counts: `select count(*) as rows from ability_score where opened_at is not null`,
  finds: `
    select a.id, format('%s shows %s and does not have %s', a.username, s.ability, opens.privilege) as example
      from ability_score s join account a on a.id = s.account_id
      join (values ('POSTS', 'VOTE_DOWN'), ('EDITS', 'EDIT_OTHERS_POSTS'), ('FLAGS', 'PRIORITY_FLAGS'))
           as opens (ability, privilege) using (ability)
     where s.opened_at is not null and not opens.privilege = any(a.privileges)`,
  mends: {
    table: 'account',
    // Opened anew by the next count, which writes all that belongs to it.
    sql: `update ability_score set opened_at = null, below_since = null where account_id = any($1)`,
  },
};

const risks: SqlCheck = {
  name: 'privileges at risk',
  promise: 'Nobody is warned of losing what they do not have.',
  counts: `select count(*) as rows from privilege_at_risk`,
  finds: `
    select a.id, format('%s is warned of losing %s', a.username, r.privilege) as example
      from privilege_at_risk r join account a on a.id = r.account_id
     where not r.privilege = any(a.privileges)`,
  mends: {
    table: 'account',
    sql: `
      delete from privilege_at_risk r using account a
       where a.id = r.account_id and a.id = any($1) and not r.privilege = any(a.privileges)`,
  },
};

const sources: SqlCheck = {
  name: 'sources of reputation',
  promise: 'What the reputation of everybody is made of adds up to the entries of their ledger.',
  counts: `select count(*) as rows from reputation_source`,
  finds: `
    select coalesce(s.account_id, e.account_id) as id,
           format('account %s has %s for %s in %s entries that stand, the ledger says %s in %s',
                  coalesce(s.account_id, e.account_id), coalesce(s.points, 0), coalesce(s.reason, e.reason),
                  coalesce(s.standing, 0), coalesce(e.points, 0), coalesce(e.standing, 0)) as example
      from reputation_source s
      full join (
        select entry.account_id, coalesce(taken.reason, entry.reason) as reason, sum(entry.delta) as points,
               count(*) as entries,
               count(*) filter (where entry.reverses_id is null) - count(entry.reverses_id) as standing
          from reputation_entry entry left join reputation_entry taken on taken.id = entry.reverses_id
         group by 1, 2) e on (e.account_id, e.reason) = (s.account_id, s.reason)
     where (s.points, s.entries, s.standing) is distinct from (e.points, e.entries, e.standing)`,
  mends: {
    table: 'account',
    sql: `
      with summed as (
        select entry.account_id, coalesce(taken.reason, entry.reason) as reason, sum(entry.delta) as points,
               count(*) as entries,
               count(*) filter (where entry.reverses_id is null) - count(entry.reverses_id) as standing
          from reputation_entry entry left join reputation_entry taken on taken.id = entry.reverses_id
         where entry.account_id = any($1) group by 1, 2),
      gone as (
        delete from reputation_source s
         where account_id = any($1)
           and not exists (select from summed where (summed.account_id, summed.reason) = (s.account_id, s.reason)))
      insert into reputation_source (account_id, reason, points, entries, standing) select * from summed
      on conflict (account_id, reason) do update
         set points = excluded.points, entries = excluded.entries, standing = excluded.standing`,
  },
};

/** What people may do by their standing. */
export const privilegeChecks = [sources, opened, abilities, risks];
