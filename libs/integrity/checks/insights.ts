import type { SqlCheck } from '../check.js';

const SUMS = [
  'intents',
  'searches',
  'searches_without_results',
  'searches_without_click',
  'opened',
  'people',
  'asked',
  'solved',
];
const SUBJECT_SUMS = ['opened', 'solved', 'asked'];

/** Days whose intents were deleted when their time was over have nothing left to compare them with. */
const KEPT_DAYS = `select day from intent_day_due`;

const days: SqlCheck = {
  name: 'days of intents',
  promise: 'While intents are kept, the sums of their day are theirs.',
  counts: `select count(*) as rows from intent_day_due`,
  finds: `
    select id, format('%s counts %s intents and %s who asked, there are %s and %s', day, coalesce(d.intents, 0),
                      coalesce(d.asked, 0), coalesce(due.intents, 0), coalesce(due.asked, 0)) as example
      from intent_day_due due full join intent_day d using (day, holdout, id)
     where day in (${KEPT_DAYS}) and (${listOf('due', SUMS)}) is distinct from (${listOf('d', SUMS)})`,
  mends: { table: 'intent_day', sql: mending('intent_day', ['day', 'holdout'], SUMS) },
};

const subjects: SqlCheck = {
  name: 'what was opened',
  promise:
    'While intents are kept, what they opened and what solved them is counted for each article and question.',
  counts: `select count(*) as rows from intent_subject_day_due`,
  finds: `
    select id, format('%s %s on %s counts %s times opened, there were %s', subject_kind, subject_id, day,
                      coalesce(d.opened, 0), coalesce(due.opened, 0)) as example
      from intent_subject_day_due due full join intent_subject_day d using (day, subject_kind, subject_id, id)
     where day in (${KEPT_DAYS}) and (${listOf('due', SUBJECT_SUMS)}) is distinct from (${listOf('d', SUBJECT_SUMS)})`,
  mends: {
    table: 'intent_subject_day',
    sql: mending('intent_subject_day', ['day', 'subject_kind', 'subject_id'], SUBJECT_SUMS),
  },
};

const gaps: SqlCheck = {
  name: 'answered gaps',
  promise:
    'A gap is answered by an article that its history knows, and as soon as readers see the one that was written for it.',
  counts: `select count(*) as rows from knowledge_gap where article_id is not null`,
  finds: `
    select g.id, format('gap %s is %s, article %s is %s', g.id, g.state, k.slug, k.status) as example
      from knowledge_gap g join article k on k.id = g.article_id
     where case g.state
             when 'DONE' then not exists (
               select from knowledge_gap_step s
                where s.gap_id = g.id and s.kind = 'ANSWERED' and s.article_id = g.article_id)
             when 'TAKEN' then g.missed_again_at is null and k.status in ('PUBLISHED', 'STALE')
             else g.missed_again_at is null end`,
};

/** Writes the days of `$1` anew, and takes away what should not be there at all. */
function mending(table: string, keys: readonly string[], sums: readonly string[]): string {
  return `
    with due as (select * from ${table}_due where id = any($1)),
         gone as (delete from ${table} d where id = any($1)
                   and (${listOf('d', keys)}) not in (select ${keys.join(', ')} from due))
    insert into ${table} (${[...keys, ...sums].join(', ')}) select ${[...keys, ...sums].join(', ')} from due
    on conflict (${keys.join(', ')}) do update set ${sums.map((sum) => `${sum} = excluded.${sum}`).join(', ')}`;
}

function listOf(table: string, columns: readonly string[]): string {
  return columns.map((column) => `${table}.${column}`).join(', ');
}

export const insightsChecks = [days, subjects, gaps];
