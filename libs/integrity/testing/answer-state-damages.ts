import type { Damage } from './damages.js';

/** Two answers to one question, the older one and the younger one. */
const PAIR = `
  (select older.id as older, newer.id as newer
     from post older join post newer on newer.question_id = older.question_id
    where coalesce(older.deleted_at, newer.deleted_at) is null
      and (newer.created_at, newer.id) > (older.created_at, older.id)
    order by 1, 2 limit 1) as pair`;

const replace = (id: string, by: string) => `
  update post set superseded_by = ${by}, superseded_at = now(), superseded_revision = 1 from ${PAIR} where id = ${id}`;

/** As somebody does who owns the database: the triggers that guard it are put aside. */
const unguarded = (trigger: string, sql: string) => `
  alter table post disable trigger ${trigger};
  ${sql};
  alter table post enable trigger ${trigger}`;

/** What goes wrong with what is said of answers. */
export const answerStateDamages: Damage[] = [
  [
    'an answer is marked as also solving at a revision to come',
    `update post set also_solved_at = now(), also_solved_revision = 9
      where id = (select max(id) from post where kind = 'answer' and coalesce(accepted_at, deleted_at) is null)`,
    'marks of answers',
    false,
  ],
  [
    'five answers also solved a question',
    unguarded(
      'post_four_also_solved_at_insert',
      `with five as (
         insert into post (kind, question_id, author_id, body, body_html, also_solved_at, also_solved_revision)
         select 'answer', question_id, author_id, 'x', '<p>x</p>', now(), 1
           from (select question_id, author_id from post where kind = 'answer' and deleted_at is null order by id limit 1) one,
                generate_series(1, 5)
         returning id, question_id, author_id)
       insert into post_revision (post_id, number, author_id, body) select id, 1, author_id, 'x' from five;
       update post q set answer_count = (select count(*) from post a where a.question_id = q.id and a.deleted_at is null)
        where kind = 'question'`,
    ),
    'solutions of questions',
    false,
  ],
  [
    'an answer was accepted for the asker by its author',
    `update post set accepted_on_behalf = true, accepted_by = author_id
      where id = (select id from post where accepted_at is not null order by id limit 1)`,
    'solutions of questions',
    false,
  ],
  [
    'a newer answer was replaced by an older one',
    unguarded('post_successor_is_younger', replace('newer', 'older')),
    'replaced answers',
    true,
  ],
  [
    'somebody else was reminded to accept',
    `insert into acceptance_reminder (question_id, asker_id)
     select q.id, (select id from account where id <> q.author_id order by id limit 1)
       from post q where q.kind = 'question' order by q.id limit 1`,
    'reminders to accept',
    false,
  ],
];
