import { ALREADY_THERE, WRITTEN } from '../../report.js';
import { type LinkRecord, parseLink } from '../records/others.js';
import { findPosts } from './find-posts.js';
import { Outcomes } from './outcomes.js';
import { type ImportRun, type Numbered, runPass } from './run.js';

/** Links between questions: duplicates, and what somebody mentioned. A link from or to an answer is one of its question. */
export function importLinks(run: ImportRun): Promise<void> {
  return runPass(run, { file: 'PostLinks', parse: parseLink, write: (batch) => writeLinks(run, batch) });
}

async function writeLinks(run: ImportRun, batch: Numbered<LinkRecord>[]): Promise<Outcomes> {
  const outcomes = new Outcomes('PostLinks');
  const posts = await findPosts(
    run,
    batch.flatMap(({ item }) => [item.fromKey, item.toKey]),
  );
  const links = batch.flatMap(({ row, item }) => {
    const from = posts.get(item.fromKey)?.questionId;
    const to = posts.get(item.toKey)?.questionId;
    if (from === undefined || to === undefined) {
      outcomes.set(row, { leftOut: 'A link from or to a post that was left out or is not in the dump.' });
    } else if (from === to) outcomes.set(row, { leftOut: 'A link from a question to itself.' });
    else return [{ row, item, from, to }];
    return [];
  });
  const made = await run.database.query<{ from: number; to: number; kind: string }>(
    `insert into question_link (question_id, target_id, kind, created_at)
     select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::timestamptz[])
     on conflict do nothing
     returning question_id as "from", target_id as "to", kind`,
    [
      links.map(({ from }) => from),
      links.map(({ to }) => to),
      links.map(({ item }) => item.kind),
      links.map(({ item }) => item.createdAt),
    ],
  );
  const isNew = new Set(made.map(({ from, to, kind }) => `${from} ${to} ${kind}`));
  // Of two rows that say the same the first one wrote it.
  for (const { row, item, from, to } of links) {
    outcomes.set(row, isNew.delete(`${from} ${to} ${item.kind}`) ? WRITTEN : ALREADY_THERE);
  }
  return outcomes;
}
