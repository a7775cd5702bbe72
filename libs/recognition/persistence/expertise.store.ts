import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { ARTICLE_WEIGHT, RATING_SHIFT, WEIGHTS } from '../domain/expertise.js';

/**
 * What adds to expertise: who, by an answer to which question, when, how much. Votes of one's own second accounts are not
 * in it once they are void, nor is what people say of their own answers.
 */
const CONTRIBUTIONS = `
  select s.account_id, s.question_id, s.accepted_at as at, ${WEIGHTS.accepted} as weight,
         true as is_solution
    from solution s where s.is_accepted
  union all
  select s.account_id, s.question_id, s.official_at, ${WEIGHTS.official}, true
    from solution s where s.is_official
  union all
  select s.account_id, s.question_id, s.also_solved_at, ${WEIGHTS.alsoSolved}, true
    from solution s where s.is_also_solved
  union all
  select a.author_id, a.question_id, v.created_at,
         case v.value when 1 then ${WEIGHTS.votedUp} else ${WEIGHTS.votedDown} end, false
    from vote v join post a on a.id = v.post_id join post q on q.id = a.question_id
   where v.voided_at is null and a.deleted_at is null and q.deleted_at is null and a.author_id is not null
  union all
  -- A question with several answers of the same author in the article counts once.
  select m.account_id, a.question_id, m.published_at, ${ARTICLE_WEIGHT}, false
    from made_article m
    join article_source s on s.article_id = m.article_id and s.is_live
    join post a on a.id = s.answer_id and a.author_id = m.account_id and a.deleted_at is null
   where m.published_at is not null
   group by m.account_id, m.article_id, a.question_id, m.published_at`;

/**
 * By account, question and period: the sum, and whether it was solved. Sums are exact (numeric), so that the order in
 * which rows are read changes nothing. Two to the power of less than -1000 is no number of the machine.
 */
const SUMMED = `
  basis as (select epoch, half_life_days from expertise_basis),
  by_question as materialized (
    select c.account_id, c.question_id,
           sum(c.weight * power(2, greatest(-1000,
             extract(epoch from c.at - basis.epoch)::float8 / 86400 / basis.half_life_days))::numeric) as everything,
           sum(c.weight) filter (where c.at > now() - interval '365 days') as year,
           sum(c.weight) filter (where c.at > now() - interval '30 days') as month,
           sum(c.weight) filter (where c.at > now() - interval '7 days') as week,
           max(c.at) filter (where c.is_solution) as solved_at
      from (${CONTRIBUTIONS}) as c cross join basis
     group by c.account_id, c.question_id),
  -- How those who were helped under a tag rated it, from enough ratings on, as it is published.
  rated as materialized (
    select t.helper_id as account_id, t.tag_id,
           1 + ${RATING_SHIFT} * (((r ->> 'priorMean')::numeric * (r ->> 'priorWeight')::numeric + t.sum)
                 / ((r ->> 'priorWeight')::numeric + t.count) - (r ->> 'priorMean')::numeric) as factor
      from rating_topic t
     cross join (select rules -> 'ratings' as r from rule_set order by version desc limit 1) newest
     where t.count >= (r ->> 'leastCount')::integer),
  by_tag as (
    select b.account_id, t.tag_id,
           sum(everything) as everything, sum(year) as year, sum(month) as month, sum(week) as week,
           count(*) filter (where solved_at is not null) as solved,
           count(*) filter (where solved_at > now() - interval '365 days') as solved_in_year,
           count(*) filter (where solved_at > now() - interval '30 days') as solved_in_month,
           count(*) filter (where solved_at > now() - interval '7 days') as solved_in_week
      from by_question b
      left join lateral (select null::bigint as tag_id
                         union all
                         select tag_id from post_tag where post_id = b.question_id) t on true
     group by b.account_id, t.tag_id),
  scored as (
    select b.account_id, b.tag_id, p.period, (p.score * coalesce(r.factor, 1))::float8 as score, p.solutions
      from by_tag b
      left join rated r on r.account_id = b.account_id and r.tag_id = b.tag_id
     cross join lateral (values ('ALL', everything, solved), ('YEAR', year, solved_in_year),
                                ('MONTH', month, solved_in_month), ('WEEK', week, solved_in_week))
                as p (period, score, solutions)
     where p.score > 0),
  wanted as materialized (
    select s.account_id, s.tag_id, s.period, s.score, s.solutions::integer,
           -- The company's own people are not measured against those who help for nothing.
           case when a.role not in ('STAFF', 'ADMIN') then
             row_number() over (partition by s.tag_id, s.period, a.role in ('STAFF', 'ADMIN')
                                order by s.score desc, s.account_id)::integer end as place
      from scored s join account a on a.id = s.account_id and a.erased_at is null
     where s.score > 0)`;

/** Writes who knows about what. */
@Injectable()
export class ExpertiseStore {
  constructor(private readonly database: Database) {}

  /**
   * Counts everything anew and writes what differs. Scores fade by forward decay (Cormode, Shkapenyuk, Srivastava, Xu:
   * “Forward Decay: A Practical Time Decay Model for Streaming Systems”, 2009): each contribution grows with its distance
   * from an epoch in the past instead of shrinking with its age, so that an hour in which nothing happens changes no row.
   * The epoch moves once a year, or numbers would leave what a machine can hold.
   */
  async refresh(): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query(`select pg_advisory_xact_lock(hashtext('recognition.expertise'))`);
      await this.database.query(
        `insert into expertise_basis (epoch, half_life_days)
         select date_trunc('year', now() at time zone 'UTC')::date, (rules -> 'expertise' ->> 'halfLifeDays')::integer
           from rule_set order by version desc limit 1
         on conflict (is_only) do update
           set epoch = excluded.epoch, half_life_days = excluded.half_life_days, refreshed_at = now()`,
      );
      await this.database.query(
        `with ${SUMMED}, gone as (
           delete from expertise e
            where not exists (select from wanted w where (w.account_id, w.period) = (e.account_id, e.period)
                                                     and w.tag_id is not distinct from e.tag_id))
         insert into expertise (account_id, tag_id, period, score, solutions, place)
         select account_id, tag_id, period, score, solutions, place from wanted
         on conflict on constraint expertise_once do update
           set score = excluded.score, solutions = excluded.solutions, place = excluded.place
           where (expertise.score, expertise.solutions, expertise.place)
                 is distinct from (excluded.score, excluded.solutions, excluded.place)`,
      );
    });
  }
}
