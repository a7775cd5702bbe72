import { WRITTEN } from '../../report.js';
import { LeftOut } from '../records/fields.js';
import { parsePost, type PostRecord } from '../records/post.js';
import type { Attributes } from '../rows.js';
import { accountOf, findWriters, NO_AUTHOR } from './accounts.js';
import { composePost, writersOf } from './compose-post.js';
import { findPosts } from './find-posts.js';
import { takeHistory } from './history.js';
import { updateKnownPosts } from './known-posts.js';
import { Outcomes } from './outcomes.js';
import { type ImportRun, type Numbered, runPass } from './run.js';
import { storePosts } from './store-posts.js';

/**
 * Questions first and answers in a second reading, since an answer may stand before its question in the file and holding
 * either back would take memory.
 */
export async function importPosts(run: ImportRun): Promise<void> {
  const shared = {
    file: 'Posts' as const,
    rowsPerBatch: 200,
    sizeOf: (post: PostRecord) => post.body.length,
    write: (batch: Numbered<PostRecord>[]) => writePosts(run, batch),
  };
  await runPass(run, { ...shared, parse: parseAllButAnswers });
  await runPass(run, { ...shared, parse: parseAnswers, again: true });
}

/** Null: the second reading looks after it. */
function parseAllButAnswers(attributes: Attributes): PostRecord | LeftOut | null {
  const post = parsePost(attributes);
  return !(post instanceof LeftOut) && post.kind === 'answer' ? null : post;
}

function parseAnswers(attributes: Attributes): PostRecord | null {
  const post = parsePost(attributes);
  return post instanceof LeftOut || post.kind === 'question' ? null : post;
}

async function writePosts(run: ImportRun, batch: Numbered<PostRecord>[]): Promise<Outcomes> {
  const outcomes = new Outcomes('Posts');
  const unknown = await updateKnownPosts(run, batch, outcomes);
  const questionIds = await findQuestions(run, unknown);
  const fresh = unknown.filter(({ row, item }) => {
    const hasPlace = item.kind === 'question' || questionIds.has(item.questionKey);
    if (!hasPlace)
      outcomes.set(row, { leftOut: 'An answer to a question that was left out or is not in the dump.' });
    return hasPlace;
  });

  const history = await takeHistory(
    run,
    fresh.map(({ item }) => item.key),
  );
  const posts = fresh.map(({ row, item }) => ({ row, post: composePost(item, history.get(item.key) ?? []) }));
  const accounts = await findWriters(
    run,
    posts.flatMap(({ post }) => writersOf(post)),
  );
  await storePosts(
    run,
    posts.map(({ post }) => post),
    { accounts, questionIds },
  );

  for (const { row, post } of posts) {
    outcomes.set(row, WRITTEN);
    for (const what of post.remarks) outcomes.remark(row, what);
    if (accountOf(accounts, post.record.writer) === null) outcomes.remark(row, NO_AUTHOR);
    for (const part of history.get(post.record.key) ?? []) outcomes.set(part.row, WRITTEN, 'PostHistory');
  }
  return outcomes;
}

/** The questions of these answers, by their keys in the dump. */
async function findQuestions(run: ImportRun, batch: Numbered<PostRecord>[]): Promise<Map<number, number>> {
  const keys = batch.flatMap(({ item }) => (item.kind === 'answer' ? [item.questionKey] : []));
  const posts = await findPosts(run, keys);
  return new Map(
    [...posts.values()].flatMap(({ key, kind, postId }) => (kind === 'question' ? [[key, postId]] : [])),
  );
}
