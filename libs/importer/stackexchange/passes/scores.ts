import { refreshAnswered } from './count-votes.js';
import type { ImportRun } from './run.js';

const AT_ONCE = 1000;

/** A score that is further from its votes is a mistake in the dump rather than votes that are not listed. */
const MOST_UNLISTED = 100_000;

/**
 * Makes every score what the dump says it is. Dumps may lack votes (or all of them), and a counter here is always the sum of
 * its rows, so the votes that are counted but not listed become rows of their own. They earn nobody reputation: who was
 * voted for and when is not known of them.
 *
 * Gives how many posts had such votes, and the keys of those whose score was not believed.
 */
export async function completeScores(run: ImportRun): Promise<{ completed: number; unbelievable: number[] }> {
  const unbelievable: number[] = [];
  let completed = 0;
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    run.signal?.throwIfAborted();
    const posts = await run.database.query<ComparedPost>(
      `select source_key as key, post_id as "postId", coalesce(question_id, post.id) as "questionId",
              imported.score - listed.sum as unlisted, (imported.score - listed.sum) <> unlisted.sum as "isToDo"
         from (select * from import_post where source_id = $1 and source_key > $2 order by source_key limit $3) as imported
         join post on post.id = post_id,
              lateral (select coalesce(sum(value), 0) as sum from vote
                        where vote.post_id = post.id and voter_id is null and earns_reputation) as listed,
              lateral (select coalesce(sum(value), 0) as sum from vote
                        where vote.post_id = post.id and not earns_reputation) as unlisted
        order by source_key`,
      [run.source.id, after, AT_ONCE],
    );
    const off = posts.filter(({ isToDo }) => isToDo);
    const believed = off.filter(({ unlisted }) => Math.abs(unlisted) <= MOST_UNLISTED);
    unbelievable.push(...off.filter((post) => !believed.includes(post)).map(({ key }) => key));
    if (believed.length > 0) await run.database.transaction(() => storeUnlisted(run, believed));
    completed += believed.length;
    if (posts.length < AT_ONCE) return { completed, unbelievable };
    after = posts.at(-1)?.key ?? after;
  }
}

interface ComparedPost {
  key: number;
  postId: number;
  questionId: number;
  /** What the score has beyond the votes that are listed. */
  unlisted: number;
  isToDo: boolean;
}

async function storeUnlisted(run: ImportRun, posts: ComparedPost[]): Promise<void> {
  const postIds = posts.map(({ postId }) => postId);
  await run.database.query(`delete from vote where post_id = any($1) and not earns_reputation`, [postIds]);
  await run.database.query(
    `insert into vote (post_id, value, created_at, imported_key, earns_reputation)
     select post_id, sign(unlisted), created_at, $1 || ':score:' || key || ':' || number, false
       from unnest($2::bigint[], $3::bigint[], $4::integer[]) as counted (key, post_id, unlisted)
       join post on post.id = post_id, generate_series(1, abs(unlisted)) as number`,
    [run.source.id, posts.map(({ key }) => key), postIds, posts.map(({ unlisted }) => unlisted)],
  );
  await run.database.query(
    `update post set up_count = ups, down_count = downs
       from (select counted_id as post_id, count(*) filter (where value = 1) as ups, count(*) filter (where value = -1) as downs
               from unnest($1::bigint[]) as counted_id
               left join vote on vote.post_id = counted_id and vote.voided_at is null
              group by counted_id) as counted
      where post.id = post_id`,
    [postIds],
  );
  await refreshAnswered(
    run,
    posts.map(({ questionId }) => questionId),
  );
}
