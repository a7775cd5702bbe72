import { countOf } from './measure.js';
import type { Among, Measure } from './measure.js';

const once = { per: 'ACCOUNT', hasPieces: false } as const;

/** A figure that somebody else keeps already; when it was reached, nobody wrote down. */
const kept = (value: string, from: string): string => `
  select account_id, null::bigint as subject_id, value, 1::bigint as pieces, null::timestamptz as at
    from (select ${value} as value, ${from}) as kept`;

/** Days, in UTC, on which people did something that can still be seen. */
const DAYS = (among: Among): string => `
  select p.author_id as account_id, (p.created_at at time zone 'UTC')::date as day
    from post p where p.deleted_at is null and ${among('p.author_id')}
  union
  select c.author_id, (c.created_at at time zone 'UTC')::date
    from comment c where c.deleted_at is null and ${among('c.author_id')}
  union
  select v.voter_id, (v.created_at at time zone 'UTC')::date
    from vote v where v.voided_at is null and ${among('v.voter_id')}
  union
  select r.author_id, (r.created_at at time zone 'UTC')::date
    from post_revision r where ${among('r.author_id')}`;

/** The Bayesian average in tenths of a star, where there are enough ratings for one, as it is published. */
const RATED = (among: Among): string => `
  select r.helper_id as account_id, r.count, r.raters, r.courteous_yes,
         floor(10 * ((rules ->> 'priorMean')::numeric * (rules ->> 'priorWeight')::numeric + r.sum)
                  / ((rules ->> 'priorWeight')::numeric + r.count))::bigint as tenths
    from rating_summary r
   cross join (select rules -> 'ratings' as rules from rule_set order by version desc limit 1) newest
   where r.count >= (rules ->> 'leastCount')::integer and ${among('r.helper_id')}`;

/** What people do for the place besides asking and answering. */
export const communityMeasures: readonly Measure[] = [
  {
    name: 'VOTES_CAST',
    ...once,
    words: { en: 'votes on what others wrote', de: 'Stimmen zu Texten anderer' },
    sql: (among) =>
      countOf(
        'v.voter_id',
        'count(*)',
        'max(v.created_at)',
        `from vote v join post p on p.id = v.post_id
          where p.deleted_at is null and v.voided_at is null and v.voter_id is not null and ${among('v.voter_id')}`,
      ),
  },
  {
    name: 'EDITS',
    ...once,
    words: {
      en: 'edits of what others wrote that stand',
      de: 'Verbesserungen an Texten anderer, die geblieben sind',
    },
    sql: (among) =>
      kept('good', `account_id from ability_score where ability = 'EDITS' and ${among('account_id')}`),
  },
  {
    name: 'HELPFUL_FLAGS',
    ...once,
    words: { en: 'reports that were acted upon', de: 'Meldungen, denen die Moderation gefolgt ist' },
    sql: (among) =>
      kept('good', `account_id from ability_score where ability = 'FLAGS' and ${among('account_id')}`),
  },
  {
    name: 'COMMENTS',
    ...once,
    words: { en: 'comments', de: 'Kommentare' },
    sql: (among) =>
      countOf(
        'c.author_id',
        'count(*)',
        'max(c.created_at)',
        `from comment c join post p on p.id = c.post_id
          where c.deleted_at is null and p.deleted_at is null and c.author_id is not null and ${among('c.author_id')}`,
      ),
  },
  {
    name: 'HELPER_RATING',
    ...once,
    words: {
      en: 'tenths of a star as a helper, once enough people have rated',
      de: 'Zehntelsterne als helfende Person, sobald genug Leute bewertet haben',
    },
    sql: (among) => kept('tenths', `account_id from (${RATED(among)}) rated`),
  },
  {
    name: 'COURTEOUS_RATINGS',
    ...once,
    words: {
      en: 'people who called the help courteous, once enough have rated',
      de: 'Bewertungen als freundlich, sobald genug Leute bewertet haben',
    },
    sql: (among) => kept('courteous_yes', `account_id from (${RATED(among)}) rated`),
  },
  {
    name: 'ARTICLES',
    ...once,
    words: { en: 'FAQ articles made of answers', de: 'FAQ-Artikel aus Antworten' },
    sql: (among) =>
      countOf(
        'm.account_id',
        'count(*)',
        'max(m.published_at)',
        `from made_article m where ${among('m.account_id')}`,
      ),
  },
  {
    name: 'ARTICLE_HELPFUL',
    ...once,
    words: {
      en: 'readers whom FAQ articles made of answers have helped',
      de: 'Leute, denen FAQ-Artikel aus Antworten geholfen haben',
    },
    sql: (among) =>
      countOf(
        'm.account_id',
        'count(*)',
        'max(f.updated_at)',
        `from made_article m join article_feedback f on f.article_id = m.article_id
          where f.helpful and f.account_id is distinct from m.account_id and ${among('m.account_id')}`,
      ),
  },
  {
    name: 'ARTICLE_DEFLECTIONS',
    ...once,
    words: {
      en: 'questions that need not be asked, thanks to FAQ articles made of answers',
      de: 'Fragen, die dank FAQ-Artikeln aus Antworten nicht gestellt werden mussten',
    },
    sql: (among) =>
      countOf(
        'm.account_id',
        'sum(d.solved)::bigint',
        'max(d.day)::timestamptz',
        `from made_article m join intent_subject_day d on d.subject_kind = 'article' and d.subject_id = m.article_id
          where d.solved > 0 and ${among('m.account_id')}`,
      ),
  },
  {
    name: 'BOUNTIES_GIVEN',
    ...once,
    words: { en: 'bounties that somebody got', de: 'Prämien, die jemand bekommen hat' },
    sql: (among) =>
      countOf(
        'b.offered_by',
        'count(*)',
        'max(b.settled_at)',
        `from bounty b join post q on q.id = b.question_id
          where b.state = 'AWARDED' and q.deleted_at is null and ${among('b.offered_by')}`,
      ),
  },
  {
    name: 'BOUNTIES_WON',
    ...once,
    words: { en: 'bounties won', de: 'gewonnene Prämien' },
    sql: (among) =>
      countOf(
        'b.awarded_to',
        'count(*)',
        'max(b.settled_at)',
        `from bounty b join post a on a.id = b.awarded_answer_id
          where b.state = 'AWARDED' and a.deleted_at is null and ${among('b.awarded_to')}`,
      ),
  },
  {
    name: 'ACTIVE_DAYS',
    ...once,
    words: { en: 'days with something done', de: 'Tage, an denen etwas getan wurde' },
    sql: (among) =>
      countOf(
        'account_id',
        'count(*)',
        'max(day)::timestamptz',
        `from (${DAYS(among)}) as days where account_id is not null`,
      ),
  },
  {
    name: 'STREAK',
    ...once,
    words: { en: 'days in a row with something done', de: 'Tage in Folge, an denen etwas getan wurde' },
    // Days of one run have the same distance to their number.
    sql: (among) => `
      select account_id, null::bigint as subject_id, max(length)::bigint as value, 1::bigint as pieces,
             (array_agg(last_day order by length desc))[1]::timestamptz as at
        from (
          select account_id, count(*) as length, max(day) as last_day
            from (select account_id, day, day - row_number() over (partition by account_id order by day)::integer as run
                    from (${DAYS(among)}) as days where account_id is not null) as numbered
           group by account_id, run) as runs
       group by account_id`,
  },
  {
    name: 'PROFILE',
    ...once,
    words: {
      en: 'characters of what somebody says about themselves',
      de: 'Zeichen, die jemand über sich schreibt',
    },
    sql: (among) => kept('length(trim(about))::bigint', `id as account_id from account where ${among('id')}`),
  },
  {
    name: 'YEARS',
    ...once,
    words: {
      en: 'full years from joining to what was written last',
      de: 'volle Jahre vom Beitritt bis zum letzten Beitrag',
    },
    sql: (among) =>
      kept(
        `extract(year from age(wrote.last_at, a.created_at))::bigint`,
        `a.id as account_id from account a
          cross join lateral (select max(p.created_at) as last_at from post p
                               where p.author_id = a.id and p.deleted_at is null) wrote
          where wrote.last_at is not null and ${among('a.id')}`,
      ),
  },
  {
    name: 'REPUTATION',
    ...once,
    words: { en: 'points of reputation', de: 'Punkte Ansehen' },
    sql: (among) => kept('reputation::bigint', `id as account_id from account where ${among('id')}`),
  },
];
