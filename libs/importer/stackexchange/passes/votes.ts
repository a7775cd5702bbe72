import { ALREADY_THERE, WRITTEN } from '../../report.js';
import { parseVote, type VoteRecord } from '../records/vote.js';
import { acceptAnswers, findAcceptable } from './acceptance.js';
import { countVotes } from './count-votes.js';
import { type FoundPost, findPosts } from './find-posts.js';
import { recordVotes } from './ledger.js';
import { Outcomes } from './outcomes.js';
import { type ImportRun, type Numbered, runPass } from './run.js';

/**
 * Votes, and acceptances, which dumps keep among them. Who voted is not in the dump, so a vote has no voter but the
 * number that it had. It counts for the score and for the author's reputation like any other.
 */
export function importVotes(run: ImportRun): Promise<void> {
  return runPass(run, {
    file: 'Votes',
    parse: parseVote,
    // Votes of one time are mostly for the same posts, and each batch writes a post once.
    rowsPerBatch: 3000,
    write: (batch) => writeVotes(run, batch),
  });
}

interface PlacedVote {
  row: number;
  vote: VoteRecord;
  post: FoundPost;
}

async function writeVotes(run: ImportRun, batch: Numbered<VoteRecord>[]): Promise<Outcomes> {
  const outcomes = new Outcomes('Votes');
  const posts = await findPosts(
    run,
    batch.map(({ item }) => item.postKey),
  );
  const placed = batch.flatMap(({ row, item }): PlacedVote[] => {
    const post = posts.get(item.postKey);
    if (!post) outcomes.set(row, { leftOut: 'A vote on a post that was left out or is not in the dump.' });
    return post ? [{ row, vote: item, post }] : [];
  });
  const accepting = placed.filter(({ vote }) => vote.kind === 'accept');
  const voting = placed.filter(({ vote }) => vote.kind !== 'accept');
  await acceptPlaced(run, accepting, outcomes);
  await castPlaced(run, voting, outcomes);
  return outcomes;
}

async function castPlaced(run: ImportRun, placed: PlacedVote[], outcomes: Outcomes): Promise<void> {
  if (placed.length === 0) return;
  const keyOf = ({ vote }: PlacedVote) => `${run.source.id}:${vote.key}`;
  const rows = await run.database.query<{ id: number; key: string }>(
    `insert into vote (post_id, value, created_at, imported_key)
     select * from unnest($1::bigint[], $2::smallint[], $3::timestamptz[], $4::text[])
     on conflict (imported_key) do nothing returning id, imported_key as key`,
    [
      placed.map(({ post }) => post.postId),
      placed.map(({ vote }) => (vote.kind === 'up' ? 1 : -1)),
      placed.map(({ vote }) => vote.createdAt),
      placed.map(keyOf),
    ],
  );
  const ids = new Map(rows.map(({ id, key }) => [key, id]));
  const cast = placed.flatMap(({ row, vote, post }) => {
    const key = keyOf({ row, vote, post });
    const id = ids.get(key);
    outcomes.set(row, id === undefined ? ALREADY_THERE : WRITTEN);
    ids.delete(key);
    return id === undefined ? [] : [{ id, post, isUp: vote.kind === 'up', createdAt: vote.createdAt }];
  });
  await countVotes(run, cast);
  await recordVotes(run, cast);
}

async function acceptPlaced(run: ImportRun, placed: PlacedVote[], outcomes: Outcomes): Promise<void> {
  if (placed.length === 0) return;
  const acceptable = await findAcceptable(
    run,
    placed.map(({ post }) => post.postId),
  );
  const accepted = placed.filter(({ row, post }) => {
    const state = acceptable.get(post.postId);
    if (state === 'open') {
      acceptable.set(post.postId, 'accepted');
      outcomes.set(row, WRITTEN);
      return true;
    }
    if (state === 'accepted') outcomes.set(row, ALREADY_THERE);
    else outcomes.set(row, { leftOut: 'An acceptance that does not stand any more.' });
    return false;
  });
  await acceptAnswers(
    run,
    accepted.map(({ vote, post }) => ({ answerId: post.postId, at: vote.createdAt })),
  );
}
