import type { Database } from '#libs/platform';
import { generatedDocuments, TAGS, type GeneratedDocument } from './corpus.js';

const AT_ONCE = 2_000;

/**
 * Writes generated documents as questions with an answer each, and as published articles: what search reads of them,
 * and nothing else. Nothing is marked for the index, which is to be built anew afterwards.
 */
export async function loadGenerated(database: Database, count: number): Promise<void> {
  await database.query(
    `insert into account (username, username_skeleton, display_name) values ('writer', 'writer', 'Writer')`,
  );
  await database.query(`insert into tag (name) select unnest($1::text[])`, [TAGS]);
  // They would mark each thing for the index, one by one.
  await switchTriggers(database, 'disable');
  let batch: GeneratedDocument[] = [];
  for (const document of generatedDocuments(count)) {
    batch.push(document);
    if (batch.length < AT_ONCE) continue;
    await write(database, batch);
    batch = [];
  }
  await write(database, batch);
  await switchTriggers(database, 'enable');
  await database.query('vacuum analyze post, post_tag, article');
}

async function write(database: Database, documents: readonly GeneratedDocument[]): Promise<void> {
  const rows = documents.map(({ paragraphs, answer, ...document }) => ({
    ...document,
    body: html(paragraphs),
    answer: html(answer),
  }));
  await database.query(
    `with given as (
         select * from jsonb_to_recordset($1::jsonb) as given (kind text, locale text, title text, tags text[], body text,
                                                      answer text, "isAccepted" boolean, score integer)
       ), numbered as materialized (
         select nextval(pg_get_serial_sequence('post', 'id')) as id, given.*, author.id as author
         from given, (select id from account where username = 'writer') author where kind = 'question'
       ), questions as (
         insert into post (id, kind, author_id, locale, title, body, body_html, up_count, answer_count, is_answered,
                           has_accepted, created_at, last_activity_at)
         select id, 'question', author, locale, title, body, body, score, 1, "isAccepted", "isAccepted",
                now() - make_interval(mins => id::integer), now() - make_interval(mins => id::integer)
         from numbered
       ), answers as (
         insert into post (kind, question_id, author_id, locale, body, body_html, accepted_at, accepted_by, accepted_revision)
         select 'answer', id, author, locale, answer, answer, case when "isAccepted" then now() end,
                case when "isAccepted" then author end, case when "isAccepted" then 1 end
         from numbered
       ), tagged as (
         insert into post_tag (post_id, tag_id, position)
         select numbered.id, tag.id, wanted.position - 1
         from numbered, unnest(tags) with ordinality as wanted (name, position) join tag using (name)
       )
       insert into article (slug, status, locale, title, body, body_html, tags, helpful_count, published_at)
       select 'generated-' || nextval('search_rev'), 'PUBLISHED', locale, title, body, body || answer, tags, score, now()
       from given where kind = 'article'`,
    [JSON.stringify(rows)],
  );
}

async function switchTriggers(database: Database, how: 'disable' | 'enable'): Promise<void> {
  for (const table of ['post', 'post_tag', 'article']) {
    await database.query(`alter table ${table} ${how} trigger user`);
  }
}

/** Generated text has letters, digits and points only: nothing to escape. */
function html(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
}
