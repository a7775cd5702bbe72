import { ALREADY_THERE, WRITTEN } from '../../report.js';
import type { PostRecord } from '../records/post.js';
import type { PostText } from '../revisions.js';
import { findWriters } from './accounts.js';
import { type ComposedPost, composePost, writersOf } from './compose-post.js';
import { type StagedPart, takeHistory } from './history.js';
import type { Outcomes } from './outcomes.js';
import type { ImportRun, Numbered } from './run.js';
import { storeRevisions } from './store-revisions.js';
import { removeTags, storeTags } from './store-tags.js';

/**
 * Brings posts that are here already up to date with a newer dump: what it counts, whose answer it calls accepted, and
 * the edits that were made since. Gives the posts that are new.
 */
export async function updateKnownPosts(
  run: ImportRun,
  batch: Numbered<PostRecord>[],
  outcomes: Outcomes,
): Promise<Numbered<PostRecord>[]> {
  const rows = await run.database.query<{ key: number }>(
    `select source_key as key from import_post where source_id = $1 and source_key = any($2)`,
    [run.source.id, batch.map(({ item }) => item.key)],
  );
  const known = new Set(rows.map(({ key }) => key));
  // Of two rows with the same id the first one counts, here as when they were written.
  const firstOf = new Map(batch.toReversed().map(({ item }) => [item.key, item]));
  const seen = [...firstOf.values()].filter(({ key }) => known.has(key));
  await noteCounts(run, seen);
  await addEdits(run, seen, outcomes);
  return batch.filter(({ row, item }) => {
    const isNew = !known.has(item.key);
    if (!isNew) outcomes.set(row, ALREADY_THERE);
    // From here on a second row with the same id is one too many.
    known.add(item.key);
    return isNew;
  });
}

/** The votes and acceptances themselves come with their own file. */
async function noteCounts(run: ImportRun, posts: PostRecord[]): Promise<void> {
  if (posts.length === 0) return;
  await run.database.query(
    `update import_post
        set score = seen.score, accepted_key = seen.accepted_key,
            is_to_accept = is_to_accept or (seen.accepted_key is not null
                                            and seen.accepted_key is distinct from import_post.accepted_key)
       from unnest($2::bigint[], $3::integer[], $4::bigint[]) as seen (key, score, accepted_key)
      where source_id = $1 and source_key = key
        and (import_post.score, import_post.accepted_key) is distinct from (seen.score, seen.accepted_key)`,
    [
      run.source.id,
      posts.map((post) => post.key),
      posts.map((post) => post.score),
      posts.map((post) => (post.kind === 'question' ? (post.acceptedAnswerKey ?? null) : null)),
    ],
  );
}

interface KnownPost extends PostText {
  key: number;
  postId: number;
  revision: number;
  isEditedHere: boolean;
}

async function addEdits(run: ImportRun, records: PostRecord[], outcomes: Outcomes): Promise<void> {
  const history = await takeHistory(
    run,
    records.map((record) => record.key),
  );
  if (history.size === 0) return;
  const rows = await run.database.query<KnownPost>(
    `select source_key as key, post_id as "postId", post.revision,
            post.revision > import_post.revision or deleted_at is not null as "isEditedHere", post.title, post.body,
            array(select name from post_tag join tag on tag.id = tag_id where post_tag.post_id = post.id
                  order by position) as tags
       from import_post join post on post.id = post_id
      where source_id = $1 and source_key = any($2)
      order by post.id
        for no key update of post`,
    [run.source.id, [...history.keys()]],
  );
  const known = new Map(rows.map((row) => [row.key, row]));
  const edited: { post: KnownPost; now: ComposedPost }[] = [];
  for (const record of records) {
    const post = known.get(record.key);
    const parts = history.get(record.key);
    if (!post || !parts) continue;
    countParts(outcomes, parts, post.isEditedHere);
    if (!post.isEditedHere) edited.push({ post, now: composePost(record, parts, textOf(post)) });
  }
  await storeEdits(run, edited);
}

function textOf({ title, body, tags }: KnownPost): PostText {
  return title === null || title === undefined ? { body } : { title, body, tags };
}

function countParts(outcomes: Outcomes, parts: StagedPart[], isEditedHere: boolean) {
  const outcome = isEditedHere ? { leftOut: 'Its post has been edited or deleted here since.' } : WRITTEN;
  for (const part of parts) outcomes.set(part.row, outcome, 'PostHistory');
}

async function storeEdits(run: ImportRun, edited: { post: KnownPost; now: ComposedPost }[]): Promise<void> {
  if (edited.length === 0) return;
  const accounts = await findWriters(
    run,
    edited.flatMap(({ now }) => writersOf(now)),
  );
  const revisions = edited.flatMap(({ post, now }) =>
    now.revisions.map((revision, index) => ({
      ...revision,
      postId: post.postId,
      number: post.revision + index + 1,
    })),
  );
  await storeRevisions(run, revisions, accounts);
  await run.database.query(
    `with edited as (
       select * from unnest($2::bigint[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::text[],
                            $8::timestamptz[], $9::bigint[])
         as edited (id, revision, title, body, body_html, excerpt, edited_at, history_key)
     ), noted as (
       update import_post set history_key = edited.history_key, revision = edited.revision
         from edited where source_id = $1 and post_id = edited.id
     )
     update post
        set revision = edited.revision, title = edited.title, body = edited.body, body_html = edited.body_html,
            excerpt = edited.excerpt, edited_at = edited.edited_at,
            last_activity_at = greatest(last_activity_at, edited.edited_at)
       from edited where post.id = edited.id`,
    [
      run.source.id,
      edited.map(({ post }) => post.postId),
      edited.map(({ post, now }) => post.revision + now.revisions.length),
      edited.map(({ now }) => now.title ?? null),
      edited.map(({ now }) => now.body),
      edited.map(({ now }) => now.rendered.bodyHtml),
      edited.map(({ now }) => now.rendered.excerpt),
      edited.map(({ now }) => now.editedAt ?? null),
      edited.map(({ now }) => now.historyKey ?? null),
    ],
  );
  await retag(run, edited);
}

async function retag(run: ImportRun, edited: { post: KnownPost; now: ComposedPost }[]): Promise<void> {
  const retagged = edited.filter(({ post, now }) => now.tags && post.tags?.join(' ') !== now.tags.join(' '));
  if (retagged.length === 0) return;
  await removeTags(
    run,
    retagged.map(({ post }) => post.postId),
  );
  const tagged = retagged.map(({ post, now }) => ({
    postId: post.postId,
    tags: now.tags ?? [],
    createdAt: now.editedAt ?? now.record.createdAt,
  }));
  await storeTags(run, tagged);
}
