import type { ImportRun } from './run.js';

export interface Tagged {
  postId: number;
  tags: string[];
  createdAt: Date;
}

/** Gives questions their tags, makes the tags that are new, and counts. Letters are made small by the database alone. */
export async function storeTags(run: ImportRun, questions: Tagged[]): Promise<void> {
  const tagged = questions.flatMap(({ postId, tags, createdAt }) =>
    tags.map((name, position) => ({ postId, name, position, createdAt })),
  );
  await run.database.query(
    `insert into tag (name, created_at)
     select lower(name), min(created_at) from unnest($1::text[], $2::timestamptz[]) as used (name, created_at)
      group by lower(name) order by lower(name)
     on conflict (name) do nothing`,
    [tagged.map(({ name }) => name), tagged.map(({ createdAt }) => createdAt)],
  );
  await run.database.query(
    `with added as (
       insert into post_tag (post_id, tag_id, position)
       select post_id, tag.id, position
         from unnest($1::bigint[], $2::text[], $3::smallint[]) as tagged (post_id, name, position)
         join tag on tag.name = lower(tagged.name)
       on conflict (post_id, tag_id) do nothing
       returning tag_id
     ), counted as (select tag_id, count(*) as questions from added group by tag_id)
     update tag set question_count = question_count + questions from counted where tag.id = tag_id`,
    [
      tagged.map(({ postId }) => postId),
      tagged.map(({ name }) => name),
      tagged.map(({ position }) => position),
    ],
  );
}

/** Takes all tags away from questions that are not deleted. */
export async function removeTags(run: ImportRun, postIds: number[]): Promise<void> {
  await run.database.query(
    `with removed as (delete from post_tag where post_id = any($1) returning tag_id),
          counted as (select tag_id, count(*) as questions from removed group by tag_id)
     update tag set question_count = question_count - questions from counted where tag.id = tag_id`,
    [postIds],
  );
}
