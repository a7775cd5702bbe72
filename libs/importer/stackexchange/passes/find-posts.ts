import type { ImportRun } from './run.js';

export interface FoundPost {
  key: number;
  postId: number;
  kind: 'question' | 'answer';
  /** Of a question: itself. */
  questionId: number;
  authorId: number | null;
}

/** The posts of the dump with these keys, as far as they are here. */
export async function findPosts(run: ImportRun, keys: number[]): Promise<Map<number, FoundPost>> {
  const rows = await run.database.query<FoundPost>(
    `select source_key as key, post.id as "postId", kind, coalesce(question_id, post.id) as "questionId",
            author_id as "authorId"
       from import_post join post on post.id = post_id
      where source_id = $1 and source_key = any($2)`,
    [run.source.id, [...new Set(keys)]],
  );
  return new Map(rows.map((post) => [post.key, post]));
}
