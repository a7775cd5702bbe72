import { accountOf, type AccountMap, nextIds } from './accounts.js';
import type { ComposedPost } from './compose-post.js';
import type { ImportRun } from './run.js';
import { storeRevisions } from './store-revisions.js';
import { storeTags } from './store-tags.js';

/** What the keys of the dump stand for here. */
export interface Places {
  accounts: AccountMap;
  questionIds: Map<number, number>;
}

interface NewPost {
  id: number;
  questionId: number | null;
  post: ComposedPost;
}

/** Writes posts with their revisions and tags, and keeps the counters that speak of them. */
export async function storePosts(run: ImportRun, posts: ComposedPost[], places: Places): Promise<void> {
  if (posts.length === 0) return;
  const ids = await nextIds(run, 'post', posts.length);
  const fresh = posts.map((post, index): NewPost => {
    const { record } = post;
    const questionId = record.kind === 'answer' ? (places.questionIds.get(record.questionKey) ?? null) : null;
    return { id: ids[index] ?? 0, questionId, post };
  });
  await insertPosts(run, fresh, places.accounts);
  await storeRevisions(run, fresh.flatMap(numberRevisions), places.accounts);
  await storeTags(
    run,
    fresh.map(({ id, post }) => ({ postId: id, tags: post.tags ?? [], createdAt: post.record.createdAt })),
  );
  await countAnswers(run, fresh);
}

const numberRevisions = ({ id, post }: NewPost) =>
  post.revisions.map((revision, index) => ({ ...revision, postId: id, number: index + 1 }));

async function insertPosts(run: ImportRun, fresh: NewPost[], accounts: AccountMap): Promise<void> {
  const records = fresh.map(({ post }) => post.record);
  await run.database.query(
    `insert into post (id, question_id, author_id, title, body, body_html, excerpt, revision, created_at, edited_at,
                       last_activity_at, view_count, kind, locale)
     select id, question_id, author_id, title, body, body_html, excerpt, revision, created_at, edited_at,
            last_activity_at, view_count, case when question_id is null then 'question' else 'answer' end, $13
       from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[],
                   $8::integer[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::bigint[])
         as fresh (id, question_id, author_id, title, body, body_html, excerpt, revision, created_at, edited_at,
                   last_activity_at, view_count)`,
    [
      fresh.map(({ id }) => id),
      fresh.map(({ questionId }) => questionId),
      records.map((record) => accountOf(accounts, record.writer)),
      fresh.map(({ post }) => post.title ?? null),
      fresh.map(({ post }) => post.rendered.body),
      fresh.map(({ post }) => post.rendered.bodyHtml),
      fresh.map(({ post }) => post.rendered.excerpt),
      fresh.map(({ post }) => post.revisions.length),
      records.map((record) => record.createdAt),
      fresh.map(({ post }) => post.editedAt ?? null),
      records.map((record) => record.lastActivityAt ?? record.editedAt ?? record.createdAt),
      records.map((record) => (record.kind === 'question' ? record.viewCount : 0)),
      run.source.locale,
    ],
  );
  await run.database.query(
    `insert into import_post (source_id, source_key, post_id, score, accepted_key, is_to_accept, history_key,
                              revision)
     select $1, key, post_id, score, accepted_key, accepted_key is not null, history_key, revision
       from unnest($2::bigint[], $3::bigint[], $4::integer[], $5::bigint[], $6::bigint[], $7::integer[])
         as fresh (key, post_id, score, accepted_key, history_key, revision)`,
    [
      run.source.id,
      records.map((record) => record.key),
      fresh.map(({ id }) => id),
      records.map((record) => record.score),
      records.map((record) => (record.kind === 'question' ? (record.acceptedAnswerKey ?? null) : null)),
      fresh.map(({ post }) => post.historyKey ?? null),
      fresh.map(({ post }) => post.revisions.length),
    ],
  );
}

async function countAnswers(run: ImportRun, fresh: NewPost[]): Promise<void> {
  await run.database.query(
    `update post
        set answer_count = answer_count + answers, last_activity_at = greatest(last_activity_at, newest)
       from (select question_id, count(*) as answers, max(created_at) as newest
               from unnest($1::bigint[], $2::timestamptz[]) as fresh (question_id, created_at)
              where question_id is not null group by question_id) as counted
      where post.id = counted.question_id`,
    [fresh.map(({ questionId }) => questionId), fresh.map(({ post }) => post.record.createdAt)],
  );
}
