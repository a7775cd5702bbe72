import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { CRITERION_FIELDS } from '../domain/criteria.js';
import type { Figures } from '../domain/criteria.js';
import { NOMINATION_DAYS } from '../domain/programme.js';

/** The newest rules, as `r`, and since when is counted. */
const RULE = `
  rule as (
    select version, r, now() - make_interval(days => (r ->> 'windowDays')::integer) as since,
           (r ->> 'stayShare')::float8 as share, make_interval(days => (r ->> 'graceDays')::integer) as grace
      from (select version, rules -> 'superusers' as r from rule_set order by version desc limit 1) newest)`;

/**
 * What the accounts of `wanted (id)` have. Days count on which something was written that stands: a vote alone is too
 * cheap. Solutions are answers to others that the asker accepted or marked, or that were made official, by somebody
 * else and within the window. Quality is the one of the ability POSTS, over all time.
 * @param among whether a column is one of them; said in each place, or one person would cost a look at all posts
 */
const figuresAmong = (among: (column: string) => string) => `
  active as (
    select account_id, count(distinct (at at time zone 'utc')::date)::integer as days
      from (select author_id as account_id, created_at as at from post
             where deleted_at is null and ${among('author_id')}
            union all
            select author_id, created_at from comment where deleted_at is null and ${among('author_id')}
            union all
            select author_id, created_at from post_revision where number > 1 and ${among('author_id')}) as written, rule
     where at >= since
     group by account_id),
  solved as (
    select a.author_id as account_id, count(*)::integer as solutions,
           count(distinct q.author_id)::integer as askers
      from post a join post q on q.id = a.question_id, rule
     where ${among('a.author_id')} and a.kind = 'answer'
       and a.deleted_at is null and q.deleted_at is null and q.author_id is distinct from a.author_id
       and ((a.accepted_at >= since and a.accepted_by <> a.author_id and a.acceptance_void_case is null)
            or (a.also_solved_at >= since and a.also_solved_by <> a.author_id and a.acceptance_void_case is null)
            or (a.official_at >= since and a.official_by <> a.author_id))
     group by a.author_id),
  figures as (
    select account.id as account_id, account.reputation, coalesce(active.days, 0) as active_days,
           coalesce(solved.solutions, 0) as solutions, coalesce(solved.askers, 0) as askers,
           coalesce(ability_score.quality, 0.5) as quality
      from wanted join account on account.id = wanted.id
      left join active on active.account_id = wanted.id
      left join solved on solved.account_id = wanted.id
      left join ability_score on ability_score.account_id = wanted.id and ability = 'POSTS')`;

const FIGURES = figuresAmong((column) => `${column} in (select id from wanted)`);
const FIGURES_OF_ONE = figuresAmong((column) => `${column} = $1`);

const COLUMNS = {
  reputation: 'reputation',
  activeDays: 'active_days',
  solutions: 'solutions',
  askers: 'askers',
  quality: 'quality',
} as const satisfies Record<(typeof CRITERION_FIELDS)[keyof typeof CRITERION_FIELDS], string>;

const CRITERIA = Object.entries(COLUMNS);
const needed = (field: string) => `(r ->> '${field}')::float8`;
const MET = CRITERIA.map(([field, column]) => `(${column} >= ${needed(field)})::integer`).join(' + ');
const STAYS = CRITERIA.map(([field, column]) => `${column} >= ${needed(field)} * share`).join(' and ');

/** Whom it is worth looking at: superusers, members who have or had nearly the reputation it takes, and those somebody named. */
const WANTED = `
  wanted as materialized (
    select id from account, rule
     where erased_at is null
       and (role = 'SUPERUSER'
            or role = 'MEMBER'
               and (reputation >= ${needed('reputation')} * share
                    or id in (select account_id from superuser_standing where qualified_since is not null)
                    or id in (select nominee_id from superuser_nomination
                               where created_at > now() - make_interval(days => ${NOMINATION_DAYS}))
                    or id in (select account_id from superuser_invitation where state = 'OPEN'))))`;

/** Counts what people have of the criteria, by the newest rules. */
@Injectable()
export class SuperuserStandingStore {
  constructor(private readonly database: Database) {}

  /** Of one person, at this moment. */
  async figuresOf(accountId: number): Promise<Figures> {
    const figures = await this.database.one<Figures>(
      `with ${RULE}, wanted as (select $1::bigint as id), ${FIGURES_OF_ONE}
       select reputation, active_days as "activeDays", solutions, askers, quality from figures`,
      [accountId],
    );
    return figures ?? { reputation: 0, activeDays: 0, solutions: 0, askers: 0, quality: 0 };
  }

  /** Counts everybody worth looking at, one count at a time, and forgets whom it no longer is. */
  async count(): Promise<void> {
    await this.database.query(`select pg_advisory_xact_lock(hashtext('superuser_standing'))`);
    await this.database.query(
      `with ${RULE}, ${WANTED}
       delete from superuser_standing where account_id not in (select id from wanted)`,
    );
    await this.database.query(
      `with ${RULE}, ${WANTED}, ${FIGURES}, judged as (
         select figures.*, ${MET} as met, ${STAYS} as stays, version, grace from figures, rule)
       insert into superuser_standing as s
         (account_id, reputation, active_days, solutions, askers, quality, met, stays, qualified_since, below_since,
          rule_version, counted_at)
       select j.account_id, j.reputation, j.active_days, j.solutions, j.askers, j.quality, j.met, j.stays,
              case when j.met = ${CRITERIA.length} then coalesce(before.qualified_since, now())
                   when j.stays or coalesce(before.below_since, now()) > now() - grace then before.qualified_since end,
              case when not j.stays then coalesce(before.below_since, now()) end,
              j.version, now()
         from judged j left join superuser_standing before on before.account_id = j.account_id
       on conflict (account_id) do update
         set reputation = excluded.reputation, active_days = excluded.active_days, solutions = excluded.solutions,
             askers = excluded.askers, quality = excluded.quality, met = excluded.met, stays = excluded.stays,
             qualified_since = excluded.qualified_since, below_since = excluded.below_since,
             staff_told_at = case when not excluded.stays then s.staff_told_at end,
             rule_version = excluded.rule_version, counted_at = excluded.counted_at`,
    );
  }

  /** Superusers with a term who are below for longer than the days of grace; from now on staff know. */
  claimBelow(): Promise<{ accountId: number; username: string; belowSince: Date }[]> {
    return this.database.query(
      `with ${RULE}
       update superuser_standing s set staff_told_at = now()
         from superuser_term t, account a, rule
        where s.staff_told_at is null and s.below_since <= now() - grace
          and t.account_id = s.account_id and t.ended_at is null and a.id = s.account_id
       returning s.account_id as "accountId", a.username, s.below_since as "belowSince"`,
    );
  }

  /** Whether somebody is below what staying takes for longer than the days of grace, as it was counted last. */
  async isBelowForLong(accountId: number): Promise<boolean> {
    const row = await this.database.one(
      `with ${RULE}
       select from superuser_standing, rule where account_id = $1 and below_since <= now() - grace`,
      [accountId],
    );
    return row !== undefined;
  }

  /** Who is told what concerns the programme. */
  async staff(): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select id from account where role in ('STAFF', 'ADMIN') and erased_at is null order by id`,
    );
    return rows.map(({ id }) => id);
  }
}
