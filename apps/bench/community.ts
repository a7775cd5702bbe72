import { questionPath } from '#libs/forum';
import type { Database } from '#libs/platform';

export interface Community {
  /** Numbers of questions with ten answers and twenty comments, for the question page. */
  busyQuestions: number[];
  /** Addresses of their pages. */
  busyPaths: string[];
  /** Numbers of all questions. */
  questions: number[];
  answers: number[];
}

const WORDS =
  'wheel brake chain pedal saddle light pump tyre valve spoke cable gear hub frame fork rim bell rack lock helmet bottle grip stem axle crank sprocket derailleur headset mudguard pannier';

/**
 * A generated community of so many questions with four answers each, and some busy ones. Written set-based: it is the
 * ground that the benchmark stands on, not what it measures.
 */
export async function generateCommunity(database: Database, size: number): Promise<Community> {
  const words = WORDS.split(' ');
  await database.query(
    `insert into account (username, username_skeleton, display_name)
     select 'peer' || n, 'peer' || n, 'Peer ' || n from generate_series(1, 500) as n`,
  );
  await database.query(`insert into tag (name) select unnest($1::text[])`, [words]);
  await database.query(
    `insert into post (kind, author_id, title, body, body_html, excerpt, created_at, last_activity_at)
     select 'question', 1 + n % 500, initcap(w[1 + n % 30]) || ' and ' || w[1 + n / 7 % 30] || ' on bicycle number ' || n,
            t.body, '<p>' || t.body || '</p>', left(t.body, 200), now() - make_interval(mins => n), now() - make_interval(mins => n)
       from generate_series(1, $1::int) as n, lateral (select $2::text[] as w) as words,
            lateral (select string_agg(w[1 + (n * k * 7 + k) % 30], ' ') as body from generate_series(1, 60) as k) as t`,
    [size, words],
  );
  await database.query(
    `insert into post (kind, question_id, author_id, body, body_html, excerpt, created_at)
     select 'answer', q.id, 1 + (q.id + k * 17) % 500, t.body, '<p>' || t.body || '</p>', left(t.body, 200),
            q.created_at + make_interval(secs => k)
       from post q, generate_series(1, 4) as k, lateral (select $1::text[] as w) as words,
            lateral (select string_agg(w[1 + ((q.id * k * 3 + i) % 30)::int], ' ') as body from generate_series(1, 40) as i) as t
      where q.kind = 'question'`,
    [words],
  );
  await makeBusy(database);
  await database.query(
    `insert into post_revision (post_id, number, author_id, title, tags, body)
     select id, 1, author_id, title, case kind when 'question' then array[$1] end, body from post`,
    [words[0]],
  );
  await database.query(
    `insert into post_tag (post_id, tag_id, position)
     select p.id, t.id, k - 1 from post p, generate_series(1, 2) as k, tag t
      where p.kind = 'question' and t.id = 1 + (p.id * k) % 30 on conflict do nothing`,
  );
  await database.query(
    `update post q set answer_count = a.count
       from (select question_id, count(*) as count from post where kind = 'answer' group by 1) a where a.question_id = q.id`,
  );
  await database.query(
    `update tag set question_count = (select count(*) from post_tag where tag_id = tag.id)`,
  );
  await database.query(`vacuum analyze`);
  const busy = await database.query<{ questionId: number; questionTitle: string }>(
    `select id as "questionId", title as "questionTitle" from post where kind = 'question' and answer_count = 10`,
  );
  return {
    busyQuestions: busy.map((question) => question.questionId),
    busyPaths: busy.map(questionPath),
    questions: await numbers(database, `kind = 'question'`),
    answers: await numbers(database, `kind = 'answer'`),
  };
}

/** Twenty questions as the promise about the question page names it: ten answers and twenty comments. */
async function makeBusy(database: Database): Promise<void> {
  await database.query(
    `insert into post (kind, question_id, author_id, body, body_html, excerpt)
     select 'answer', q.id, 1 + (q.id + k) % 500, q.body, q.body_html, q.excerpt
       from (select * from post where kind = 'question' order by id limit 20) q, generate_series(1, 6) as k`,
  );
  await database.query(
    `insert into comment (post_id, author_id, body, body_html)
     select p.id, 1 + (p.id + k) % 500, 'Which year was yours made in?', '<p>Which year was yours made in?</p>'
       from post p, generate_series(1, 2) as k
      where p.kind = 'answer' and p.question_id in (select id from post where kind = 'question' order by id limit 20)`,
  );
  await database.query(
    `update post p set comment_count = c.count from (select post_id, count(*) as count from comment group by 1) c
      where c.post_id = p.id`,
  );
}

async function numbers(database: Database, condition: string): Promise<number[]> {
  const rows = await database.query<{ id: number }>(
    `select id from post where ${condition} order by id limit 5000`,
  );
  return rows.map((row) => row.id);
}
