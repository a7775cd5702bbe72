import type { SqlCheck } from '../check.js';

const accounts = `select count(*) as rows from account`;

const reputation: SqlCheck = {
  name: 'reputation',
  promise: 'The reputation of everybody is the sum of their ledger.',
  counts: accounts,
  finds: `
    select a.id, format('%s has %s, the ledger says %s', a.username, a.reputation, coalesce(e.sum, 0)) as example
      from account a left join (select account_id, sum(delta) from reputation_entry group by account_id) e
        on e.account_id = a.id
     where a.reputation <> coalesce(e.sum, 0)`,
  mends: {
    table: 'account',
    sql: `
      update account a set reputation = e.sum
        from (select wanted.id, coalesce(sum(delta), 0) as sum
                from unnest($1::bigint[]) as wanted (id) left join reputation_entry on account_id = wanted.id
               group by wanted.id) e
       where a.id = e.id`,
  },
};

const dailyCap: SqlCheck = {
  name: 'daily cap',
  promise: 'Upvotes bring nobody more on a day than the cap that it began with, and all of it below.',
  counts: `select count(*) as rows from (select from reputation_entry where is_capped group by account_id, earned_on) d`,
  finds: `
    select e.account_id as id, format('%s has %s from upvotes of %s, their points are %s',
                                      a.username, sum(e.delta), e.earned_on, sum(e.points)) as example
      from reputation_entry e join account a on a.id = e.account_id
     where e.is_capped
     group by e.account_id, a.username, e.earned_on
    having sum(e.delta) <> least((array_agg(e.day_cap order by e.id desc))[1], sum(e.points))
        or (array_agg(e.points_of_day order by e.id desc))[1] <> sum(e.points)`,
};

const reversals: SqlCheck = {
  name: 'reversals',
  promise: 'What takes an entry back takes back exactly that entry, on the day it was earned.',
  counts: `select count(*) as rows from reputation_entry where reverses_id is not null`,
  finds: `
    select r.id, format('entry %s takes back entry %s, but not exactly', r.id, e.id) as example
      from reputation_entry r join reputation_entry e on e.id = r.reverses_id
     where e.reverses_id is not null
        or (r.account_id, r.cause, r.occurrence, r.post_id, r.points, r.is_capped, r.earned_on)
           is distinct from (e.account_id, e.cause, e.occurrence, e.post_id, -e.points, e.is_capped, e.earned_on)`,
};

/** After those of the ledger, whose repair may add entries. */
export const peopleChecks = [dailyCap, reversals, reputation];
