import type { SqlCheck } from '../check.js';

const counts: SqlCheck = {
  name: 'awards of badges',
  promise: 'Every badge says how many awards of it stand.',
  counts: `select count(*) as rows from badge_definition`,
  finds: `
    select b.id, format('badge %s says %s awards, there are %s', b.key, b.award_count, held.awards) as example
      from badge_definition b
     cross join lateral (
       select count(*) as awards from badge_holding h where h.badge_id = b.id and h.revoked_at is null) held
     where b.award_count <> held.awards`,
  mends: {
    table: 'badge_definition',
    sql: `
      update badge_definition b
         set award_count = (select count(*) from badge_holding h where h.badge_id = b.id and h.revoked_at is null)
       where b.id = any($1)`,
  },
};

const holders: SqlCheck = {
  name: 'holders of badges',
  promise: 'A badge for a post is its author’s, and nobody who left has one for long.',
  counts: `select count(*) as rows from badge_holding where revoked_at is null`,
  finds: `
    select h.id, format('account %s has badge %s for post %s of somebody else', h.account_id, b.key, p.id) as example
      from badge_holding h join badge_definition b on b.id = h.badge_id join post p on p.id = h.post_id
     where h.revoked_at is null and p.author_id <> h.account_id
    union all
    select h.id, format('erased account %s has badge %s', h.account_id, b.key)
      from badge_holding h join badge_definition b on b.id = h.badge_id join account a on a.id = h.account_id
     where h.revoked_at is null and a.erased_at < now() - interval '1 day'`,
  mends: {
    table: 'badge_holding',
    sql: `update badge_holding set revoked_at = now(), told_at = coalesce(told_at, now()) where id = any($1)`,
  },
};

/** The step of the ladder that account `a` with standing `s` belongs on. */
const RANK = `(
  select coalesce(max(place - 1), 0)
    from jsonb_array_elements((select rules -> 'ranks' from rule_set order by version desc limit 1))
         with ordinality as ladder (step, place)
   where (step ->> 'reputation')::integer <= a.reputation and (step ->> 'solutions')::integer <= s.solutions
     and (step ->> 'articles')::integer <= s.articles)`;

const ranks: SqlCheck = {
  name: 'ranks',
  promise: 'Everybody with no news since yesterday is on the step of the ladder that they reached.',
  counts: `select count(*) as rows from standing`,
  // A job sees to ranks, a minute late: what has just changed is none of this check's business.
  finds: `
    select a.id, format('%s is on step %s of the ladder instead of %s', a.username, a.rank, ${RANK}) as example
      from account a join standing s on s.account_id = a.id
     where a.erased_at is null and a.rank <> ${RANK}
       and s.updated_at < now() - interval '1 day'
       and not exists (select from reputation_day d
                        where d.account_id = a.id and d.day >= (now() at time zone 'UTC')::date - 1)
       and not exists (select from rule_set r where r.version > 1 and r.created_at > now() - interval '1 day')`,
  mends: {
    table: 'account',
    sql: `update account a set rank = ${RANK} from standing s where s.account_id = a.id and a.id = any($1)`,
  },
};

const places: SqlCheck = {
  name: 'places of helpers',
  promise: 'Whoever is listed among the top helpers has a place of their own there.',
  counts: `select count(*) as rows from expertise where place is not null`,
  finds: `
    select min(e.account_id) as id,
           format('place %s for tag %s and %s is given %s times', e.place, coalesce(e.tag_id::text, '(all)'), e.period,
                  count(*)) as example
      from expertise e where e.place is not null group by e.tag_id, e.period, e.place having count(*) > 1`,
};

/** Badges, ranks and expertise. */
export const recognitionChecks = [counts, holders, ranks, places];
