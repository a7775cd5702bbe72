import { ANSWERS, IS_GOOD, LAST_UPVOTE, QUESTIONS, countOf, ofEach } from './measure.js';
import type { Measure } from './measure.js';

const once = { per: 'ACCOUNT', hasPieces: false } as const;
const each = { per: 'POST', hasPieces: false } as const;
const inTag = { per: 'TAG', hasPieces: true } as const;

/** Hours in which a solution was quick, and days after which an answer is a rescue. */
export const FAST_HOURS = 1;
export const LATE_DAYS = 30;
/** So many votes against an answer make it a contested one. */
export const CONTESTED_FROM = 3;

const SOLVED = (flag: string) => (among: (column: string) => string) => `
  from solution s where s.${flag} and ${among('s.account_id')}`;

/** What people ask and answer, and what others say of it. */
export const postMeasures: readonly Measure[] = [
  {
    name: 'QUESTIONS',
    ...once,
    words: {
      en: 'questions that others found good (a score above 0)',
      de: 'Fragen, die andere gut fanden (mehr Stimmen dafür als dagegen)',
    },
    sql: (among) =>
      countOf('q.author_id', 'count(*)', 'max(q.created_at)', `${QUESTIONS(among)} and q.score > 0`),
  },
  {
    name: 'QUESTION_SCORE',
    ...each,
    words: { en: 'score of a question', de: 'Stimmen für eine Frage, abzüglich derer dagegen' },
    sql: (among) => ofEach('q', 'q.score', LAST_UPVOTE('q'), QUESTIONS(among)),
  },
  {
    name: 'QUESTION_VIEWS',
    ...each,
    words: { en: 'views of a question', de: 'Aufrufe einer Frage' },
    sql: (among) => ofEach('q', 'q.view_count', 'null::timestamptz', QUESTIONS(among)),
  },
  {
    name: 'QUESTION_AFFECTED',
    ...each,
    words: {
      en: 'people who have the problem of a question too',
      de: 'Leute, die das Problem einer Frage auch haben',
    },
    sql: (among) =>
      ofEach(
        'q',
        'q.affected_count',
        '(select max(t.created_at) from question_affected t where t.question_id = q.id)',
        QUESTIONS(among),
      ),
  },
  {
    name: 'ANSWERS_ACCEPTED_AS_ASKER',
    ...once,
    words: { en: 'answers by others that were accepted', de: 'angenommene Antworten anderer' },
    sql: (among) =>
      countOf(
        's.asker_id',
        'count(*)',
        'max(s.accepted_at)',
        `from solution s join post a on a.id = s.answer_id
          where s.is_accepted and a.accepted_by = s.asker_id and ${among('s.asker_id')}`,
      ),
  },
  {
    name: 'ANSWERS',
    ...once,
    words: {
      en: 'answers that others found good (a score above 0, or marked)',
      de: 'Antworten, die andere gut fanden (mehr Stimmen dafür als dagegen, oder ausgezeichnet)',
    },
    sql: (among) =>
      countOf('a.author_id', 'count(*)', 'max(a.created_at)', `${ANSWERS(among)} and ${IS_GOOD}`),
  },
  {
    name: 'ANSWER_SCORE',
    ...each,
    words: { en: 'score of an answer', de: 'Stimmen für eine Antwort, abzüglich derer dagegen' },
    sql: (among) => ofEach('a', 'a.score', LAST_UPVOTE('a'), ANSWERS(among)),
  },
  {
    name: 'CONTESTED_SCORE',
    ...each,
    words: {
      en: `score of an answer that ${CONTESTED_FROM} people or more voted down`,
      de: `Stimmen für eine Antwort, gegen die ${CONTESTED_FROM} oder mehr Leute stimmten, abzüglich derer dagegen`,
    },
    sql: (among) =>
      ofEach('a', 'a.score', LAST_UPVOTE('a'), `${ANSWERS(among)} and a.down_count >= ${CONTESTED_FROM}`),
  },
  {
    name: 'ACCEPTED_ANSWERS',
    ...once,
    words: { en: 'answers that were accepted', de: 'angenommene Antworten' },
    sql: (among) => countOf('s.account_id', 'count(*)', 'max(s.accepted_at)', SOLVED('is_accepted')(among)),
  },
  {
    name: 'ALSO_SOLVED_ANSWERS',
    ...once,
    words: { en: 'answers that solved a question too', de: 'Antworten, die eine Frage auch gelöst haben' },
    sql: (among) =>
      countOf('s.account_id', 'count(*)', 'max(s.also_solved_at)', SOLVED('is_also_solved')(among)),
  },
  {
    name: 'OFFICIAL_ANSWERS',
    ...once,
    words: { en: 'answers that became official', de: 'offizielle Antworten' },
    sql: (among) => countOf('s.account_id', 'count(*)', 'max(s.official_at)', SOLVED('is_official')(among)),
  },
  {
    name: 'SOLUTIONS',
    ...once,
    words: {
      en: 'answers that solved a question or became official',
      de: 'Antworten, die eine Frage gelöst haben oder offiziell wurden',
    },
    sql: (among) =>
      countOf(
        's.account_id',
        'count(*)',
        'max(s.solved_at)',
        `from solution s where ${among('s.account_id')}`,
      ),
  },
  {
    name: 'PEOPLE_HELPED',
    ...once,
    words: {
      en: 'different people whose questions were solved',
      de: 'verschiedene Leute, deren Fragen gelöst wurden',
    },
    sql: (among) =>
      countOf(
        's.account_id',
        'count(distinct s.asker_id)',
        'max(s.solved_at)',
        `from solution s where s.asker_id is distinct from s.account_id and ${among('s.account_id')}`,
      ),
  },
  {
    name: 'FAST_SOLUTIONS',
    ...once,
    words: {
      en: 'accepted answers that came within an hour of the question',
      de: 'angenommene Antworten, die innerhalb einer Stunde nach der Frage kamen',
    },
    sql: (among) =>
      countOf(
        's.account_id',
        'count(*)',
        'max(s.accepted_at)',
        `from solution s
          where s.is_accepted and s.answered_at <= s.asked_at + interval '${FAST_HOURS} hours' and ${among('s.account_id')}`,
      ),
  },
  {
    name: 'LATE_RESCUES',
    ...once,
    words: {
      en: `good answers to questions that nobody had answered for ${LATE_DAYS} days`,
      de: `gute Antworten auf Fragen, die ${LATE_DAYS} Tage lang niemand beantwortet hatte`,
    },
    sql: (among) =>
      countOf(
        'a.author_id',
        'count(*)',
        'max(a.created_at)',
        `${ANSWERS(among)} and ${IS_GOOD} and q.author_id is distinct from a.author_id
            and a.created_at >= q.created_at + interval '${LATE_DAYS} days'
            and not exists (select from post earlier
                             where earlier.question_id = q.id and earlier.deleted_at is null
                               and (earlier.created_at, earlier.id) < (a.created_at, a.id))`,
      ),
  },
  {
    name: 'LANGUAGES',
    ...once,
    words: { en: 'languages with good answers', de: 'Sprachen mit guten Antworten' },
    sql: (among) =>
      countOf(
        'a.author_id',
        `count(distinct split_part(q.locale, '-', 1))`,
        'max(a.created_at)',
        `${ANSWERS(among)} and ${IS_GOOD}`,
      ),
  },
  {
    name: 'TAGS_SOLVED',
    ...once,
    words: {
      en: 'different tags with solved questions',
      de: 'verschiedene Schlagwörter mit gelösten Fragen',
    },
    sql: (among) =>
      countOf(
        's.account_id',
        'count(distinct t.tag_id)',
        'max(s.solved_at)',
        `from solution s join post_tag t on t.post_id = s.question_id where ${among('s.account_id')}`,
      ),
  },
  {
    name: 'TAG_SCORE',
    ...inTag,
    words: {
      en: 'score of all answers to questions with the tag',
      de: 'Stimmen für alle Antworten unter dem Schlagwort, abzüglich derer dagegen',
    },
    sql: (among) => `
      select account_id, subject_id, value, pieces, at
        from (
          select a.author_id as account_id, t.tag_id as subject_id, sum(a.score)::bigint as value, count(*) as pieces,
                 max(a.created_at) as at
            from post a join post q on q.id = a.question_id join post_tag t on t.post_id = q.id
           where a.deleted_at is null and q.deleted_at is null and a.author_id is not null and a.score > 0
             and ${among('a.author_id')}
           group by a.author_id, t.tag_id) by_tag`,
  },
  {
    name: 'TAG_SOLUTIONS',
    ...inTag,
    words: { en: 'solved questions with the tag', de: 'gelöste Fragen unter dem Schlagwort' },
    sql: (among) => `
      select s.account_id, t.tag_id as subject_id, count(*) as value, count(*) as pieces, max(s.solved_at) as at
        from solution s join post_tag t on t.post_id = s.question_id
       where ${among('s.account_id')} group by s.account_id, t.tag_id`,
  },
];
