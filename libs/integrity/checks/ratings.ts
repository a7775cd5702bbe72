import type { SqlCheck } from '../check.js';

const helperRatings: SqlCheck = {
  name: 'ratings of helpers',
  promise: 'The average of a helper is that of the stars they were given, without those that are void.',
  counts: `select count(*) as rows from account`,
  finds: `
    select a.id, format('%s has %s stars in %s ratings, given were %s in %s', a.username,
                        a.helper_rating_sum, a.helper_rating_count, coalesce(r.sum, 0), coalesce(r.count, 0)) as example
      from account a
      left join (select helper_id, sum(stars), count(*) from helper_rating where voided_at is null group by helper_id) r
        on r.helper_id = a.id
     where a.helper_rating_sum <> coalesce(r.sum, 0) or a.helper_rating_count <> coalesce(r.count, 0)`,
  mends: {
    table: 'account',
    sql: `
      update account a set helper_rating_sum = r.sum, helper_rating_count = r.count
        from (select wanted.id, coalesce(sum(stars), 0) as sum, count(stars) as count
                from unnest($1::bigint[]) as wanted (id)
                left join helper_rating on helper_id = wanted.id and voided_at is null
               group by wanted.id) r
       where a.id = r.id`,
  },
};

const ratedPeople: SqlCheck = {
  name: 'who rated whom',
  promise: 'Helpers are rated by the asker, for an answer of their own.',
  counts: `select count(*) as rows from helper_rating`,
  finds: `
    select r.answer_id as id, format('the rating of answer %s names other people than the answer', r.answer_id) as example
      from helper_rating r join post a on a.id = r.answer_id join post q on q.id = a.question_id
     where (a.author_id is not null and a.author_id <> r.helper_id)
        or (q.author_id is not null and q.author_id <> r.rater_id)`,
};

/** What is published of `helper`, an SQL expression, without what is void. */
const summaryOf = (helper: string) => `
  select count(p.answer_id) as count, coalesce(sum(p.stars), 0) as sum, count(distinct p.rater_id) as raters,
         count(p.solved) as solved_said, count(*) filter (where p.solved) as solved_yes,
         count(p.clear) as clear_said, count(*) filter (where p.clear) as clear_yes,
         count(p.courteous) as courteous_said, count(*) filter (where p.courteous) as courteous_yes
    from published_rating p join helper_rating r on r.answer_id = p.answer_id and r.voided_at is null
   where p.helper_id = ${helper}`;

const FIGURES = [
  ...['count', 'sum', 'raters', 'solved_said', 'solved_yes'],
  ...['clear_said', 'clear_yes', 'courteous_said', 'courteous_yes'],
];
const figures = (source: string) => FIGURES.map((name) => `${source}.${name}`).join(', ');

const summaries: SqlCheck = {
  name: 'published ratings',
  promise: 'What is published of the ratings of a helper is the sum of those that were published.',
  counts: `select count(*) as rows from rating_summary`,
  finds: `
    select helper.id, format('%s shows %s published ratings with %s stars, there are %s with %s', a.username,
                             coalesce(s.count, 0), coalesce(s.sum, 0), p.count, p.sum) as example
      from (select helper_id as id from rating_summary union select helper_id from published_rating) helper
      join account a on a.id = helper.id
      left join rating_summary s on s.helper_id = helper.id
     cross join lateral (${summaryOf('helper.id')}) p
     where (${figures('s')}) is distinct from (${figures('p')})`,
  mends: {
    table: 'account',
    sql: `
      insert into rating_summary (helper_id, ${FIGURES.join(', ')})
      select wanted.id, ${figures('p')}
        from unnest($1::bigint[]) as wanted (id) cross join lateral (${summaryOf('wanted.id')}) p
       on conflict (helper_id) do update set ${FIGURES.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  },
};

/** Whom a copy names must be whom the rating names, or one could read the remarks of another. */
const publications: SqlCheck = {
  name: 'remarks to helpers',
  promise:
    'Remarks are passed on to whom they were written, and only those that were written to be passed on.',
  counts: `select count(*) as rows from published_rating`,
  finds: `
    select p.answer_id as id, format('the published rating of answer %s is not as it was given', p.answer_id) as example
      from published_rating p join helper_rating r on r.answer_id = p.answer_id
     where (p.helper_id, p.rater_id) <> (r.helper_id, r.rater_id)
        or (p.rated_at = r.updated_at
            and (p.stars <> r.stars
                 or p.remark is distinct from case when r.is_remark_shared then r.comment end))`,
};

export const ratingChecks = [helperRatings, ratedPeople, summaries, publications];
