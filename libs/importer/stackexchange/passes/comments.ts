import { ALREADY_THERE, WRITTEN } from '../../report.js';
import { type CommentRecord, parseComment } from '../records/others.js';
import { convertComment } from '../text.js';
import { accountOf, type AccountMap, findWriters, nextIds, NO_AUTHOR } from './accounts.js';
import { findPosts } from './find-posts.js';
import { Outcomes } from './outcomes.js';
import { type ImportRun, type Numbered, runPass } from './run.js';

export function importComments(run: ImportRun): Promise<void> {
  return runPass(run, {
    file: 'Comments',
    parse: parseComment,
    sizeOf: (comment) => comment.text.length,
    write: (batch) => writeComments(run, batch),
  });
}

async function writeComments(run: ImportRun, batch: Numbered<CommentRecord>[]): Promise<Outcomes> {
  const outcomes = new Outcomes('Comments');
  const posts = await findPosts(
    run,
    batch.map(({ item }) => item.postKey),
  );
  const known = await findKnown(
    run,
    batch.map(({ item }) => item.key),
  );
  const fresh = batch.filter(({ row, item }) => {
    if (known.has(item.key)) outcomes.set(row, ALREADY_THERE);
    else if (!posts.has(item.postKey))
      outcomes.set(row, { leftOut: 'A comment on a post that was left out or is not in the dump.' });
    else return known.add(item.key);
    return false;
  });
  const accounts = await findWriters(
    run,
    fresh.map(({ item }) => ({ ...item.writer, at: item.createdAt })),
  );
  const postIds = fresh.map(({ item }) => posts.get(item.postKey)?.postId ?? 0);
  await storeComments(
    run,
    fresh.map(({ item }) => item),
    postIds,
    accounts,
  );

  for (const { row, item } of fresh) {
    outcomes.set(row, WRITTEN);
    if (accountOf(accounts, item.writer) === null) outcomes.remark(row, NO_AUTHOR);
    if (item.score !== 0) outcomes.remark(row, 'Its votes were not kept: comments have none here.');
  }
  return outcomes;
}

async function findKnown(run: ImportRun, keys: number[]): Promise<Set<number>> {
  const rows = await run.database.query<{ key: number }>(
    `select source_key as key from import_comment where source_id = $1 and source_key = any($2)`,
    [run.source.id, keys],
  );
  return new Set(rows.map(({ key }) => key));
}

async function storeComments(
  run: ImportRun,
  comments: CommentRecord[],
  postIds: number[],
  accounts: AccountMap,
): Promise<void> {
  if (comments.length === 0) return;
  const ids = await nextIds(run, 'comment', comments.length);
  const texts = comments.map((comment) => convertComment(comment.text));
  await run.database.query(
    `insert into comment (id, post_id, author_id, body, body_html, created_at)
     select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::timestamptz[])`,
    [
      ids,
      postIds,
      comments.map((comment) => accountOf(accounts, comment.writer)),
      texts.map((text) => text.body),
      texts.map((text) => text.bodyHtml),
      comments.map((comment) => comment.createdAt),
    ],
  );
  await run.database.query(
    `insert into import_comment (source_id, source_key, comment_id)
     select $1, key, comment_id from unnest($2::bigint[], $3::bigint[]) as fresh (key, comment_id)`,
    [run.source.id, comments.map((comment) => comment.key), ids],
  );
  await run.database.query(
    `update post set comment_count = comment_count + comments
       from (select post_id, count(*) as comments from unnest($1::bigint[]) as post_id group by post_id) as counted
      where post.id = post_id`,
    [postIds],
  );
}
