import { ALREADY_THERE } from '../../report.js';
import { type HistoryRecord, parseHistory } from '../records/history.js';
import { Outcomes } from './outcomes.js';
import { type ImportRun, type Numbered, runPass } from './run.js';

/**
 * Sets the history aside, to be taken up post by post: its rows are in the order of time, so those of one post are far
 * apart. What went into revisions in an earlier run is not set aside again.
 */
export async function stageHistory(run: ImportRun): Promise<void> {
  await run.database.query(`truncate import_history`);
  await runPass(run, {
    file: 'PostHistory',
    parse: parseHistory,
    sizeOf: (part) => part.text.length,
    write: (batch) => stage(run, batch),
  });
  await run.database.query(`analyze import_history`);
}

/** Rows that are set aside have no outcome yet: their post decides it. */
async function stage(run: ImportRun, batch: Numbered<HistoryRecord>[]): Promise<Outcomes> {
  const outcomes = new Outcomes('PostHistory');
  const states = await run.database.query<{ index: number; isDone: boolean }>(
    `select (part.index - 1)::integer as index, coalesce(history_key >= key, false) as "isDone"
       from unnest($2::bigint[], $3::bigint[]) with ordinality as part (post_key, key, index)
       join import_post on source_id = $1 and source_key = post_key
      where history_key is null or history_key >= key`,
    [run.source.id, batch.map(({ item }) => item.postKey), batch.map(({ item }) => item.key)],
  );
  const isDone = new Map(states.map((state) => [state.index, state.isDone]));
  const open = batch.filter((_, index) => !isDone.has(index));
  for (const [index, done] of isDone) {
    outcomes.set(
      batch[index]?.row ?? 0,
      done ? ALREADY_THERE : { leftOut: 'Its post was imported before, without a history.' },
    );
  }

  const items = open.map(({ item }) => item);
  const staged = await run.database.query<{ row: number }>(
    `insert into import_history (post_key, key, row_number, edit, part, created_at, user_key, reason, text)
     select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::timestamptz[],
                          $7::bigint[], $8::text[], $9::text[])
     on conflict do nothing returning row_number as row`,
    [
      items.map((part) => part.postKey),
      items.map((part) => part.key),
      open.map(({ row }) => row),
      items.map((part) => part.edit),
      items.map((part) => part.part),
      items.map((part) => part.createdAt),
      items.map((part) => part.writer.userKey ?? null),
      items.map((part) => part.reason ?? null),
      items.map((part) => part.text),
    ],
  );
  const isStaged = new Set(staged.map(({ row }) => row));
  for (const { row } of open) if (!isStaged.has(row)) outcomes.set(row, ALREADY_THERE);
  return outcomes;
}

/** A part with the number of its row in the file. */
export interface StagedPart extends HistoryRecord {
  row: number;
}

interface StagedRow extends Omit<StagedPart, 'writer' | 'reason'> {
  userKey: number | null;
  reason: string | null;
}

/** Takes the history of these posts back out: by post, in the order of its rows. */
export async function takeHistory(run: ImportRun, postKeys: number[]): Promise<Map<number, StagedPart[]>> {
  const rows = await run.database.query<StagedRow>(
    `delete from import_history where post_key = any($1)
     returning post_key as "postKey", key, row_number as row, edit, part, created_at as "createdAt",
               user_key as "userKey", reason, text`,
    [postKeys],
  );
  const parts = rows.map(({ userKey, reason, ...part }) => ({
    ...part,
    writer: { userKey: userKey ?? undefined },
    reason: reason ?? undefined,
  }));
  return Map.groupBy(
    parts.sort((a, b) => a.key - b.key),
    (part) => part.postKey,
  );
}

const ROWS_AT_ONCE = 5000;

/** What nobody has taken out belongs to posts that are not here. */
export async function leaveHistoryOut(run: ImportRun): Promise<void> {
  for (;;) {
    const rows = await run.database.query<{ row: number }>(
      `delete from import_history where ctid = any(array(select ctid from import_history limit $1))
       returning row_number as row`,
      [ROWS_AT_ONCE],
    );
    const outcomes = new Outcomes('PostHistory');
    for (const { row } of rows)
      outcomes.set(row, { leftOut: 'The history of a post that was left out or is not in the dump.' });
    outcomes.countIn(run.tallies);
    if (rows.length < ROWS_AT_ONCE) return;
  }
}
