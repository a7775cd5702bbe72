import { ConflictError } from '#libs/kernel';
import type { Database } from '#libs/platform';
import { type ImportReport, Tally } from '../report.js';
import { DUMP_FILES, type Dump, type DumpFile, openDump } from './dump.js';
import { acceptUndated } from './passes/acceptance.js';
import { importBadges } from './passes/badges.js';
import { importComments } from './passes/comments.js';
import { leaveHistoryOut, stageHistory } from './passes/history.js';
import { importLinks } from './passes/links.js';
import { importPosts } from './passes/posts.js';
import type { ImportProgress, ImportRun } from './passes/run.js';
import { completeScores } from './passes/scores.js';
import { importTags } from './passes/tags.js';
import { importUsers } from './passes/users.js';
import { importVotes } from './passes/votes.js';
import { recogniseSource } from './source.js';

export interface ImportOptions {
  /** Where the .xml files of the dump lie. */
  directory: string;
  database: Database;
  /** BCP 47, of the community's text. Guessed from its posts when left out. */
  locale?: string;
  /** Called often; whoever shows it decides how often that is. */
  onProgress?: (progress: ImportProgress) => void;
  /** Stops the import between two batches; what was committed stays and counts when it is run again. */
  signal?: AbortSignal;
}

/** Held by the session of the import; the number only has to differ from other locks. */
const IMPORT_LOCK = 7_337_008;

/**
 * Imports a Stack Exchange dump: people, questions, answers, revisions, comments, tags, links, votes, acceptances and
 * badges. Every batch is one transaction that leaves all counters and the ledger true, so it may be stopped or killed at
 * any moment; run again, it goes on where it was, and a newer dump of the same community adds what is new.
 *
 * @throws UserInputError when the directory holds no dump, ConflictError while another import is running, and the
 *   signal's reason when it was stopped.
 */
export async function importStackExchange(options: ImportOptions): Promise<ImportReport> {
  const dump = await openDump(options.directory);
  return alone(options.database, () => importDump(dump, options));
}

async function importDump(dump: Dump, options: ImportOptions): Promise<ImportReport> {
  const started = performance.now();
  const run: ImportRun = {
    database: options.database,
    dump,
    source: await recogniseSource(options.database, dump, options.locale),
    tallies: Object.fromEntries(DUMP_FILES.map((file) => [file, new Tally(file)])) as Record<DumpFile, Tally>,
    notes: new Set(dump.missing.map((file) => `${file}.xml is missing.`)),
    signal: options.signal,
    ...followProgress(dump, options.onProgress),
  };
  await importUsers(run);
  await importTags(run);
  await stageHistory(run);
  await importPosts(run);
  await leaveHistoryOut(run);
  // Batches that follow look posts up by the thousand, before autovacuum has had its turn.
  await run.database.query(`analyze account, post, import_user, import_post`);
  await importComments(run);
  await importLinks(run);
  await importVotes(run);
  await finish(run);
  await importBadges(run);
  return {
    source: run.source.name,
    locale: run.source.locale,
    kinds: DUMP_FILES.filter((file) => dump.files[file] !== undefined).map((file) =>
      run.tallies[file].report(),
    ),
    notes: [...run.notes],
    seconds: (performance.now() - started) / 1000,
  };
}

/** What can only be said once all posts and votes are in. */
async function finish(run: ImportRun): Promise<void> {
  const { undated, missing } = await acceptUndated(run);
  if (undated > 0) run.notes.add(`Acceptances without a date, dated as their answers: ${undated}.`);
  if (missing.length > 0)
    run.notes.add(`Questions whose accepted answer is not among theirs: ${list(missing)}.`);
  const { completed, unbelievable } = await completeScores(run);
  if (completed > 0) run.notes.add(`Posts with votes that the dump counts but does not list: ${completed}.`);
  if (unbelievable.length > 0) run.notes.add(`Posts whose score cannot be: ${list(unbelievable)}.`);
}

const KEYS_NAMED = 10;

const list = (keys: number[]) =>
  `${keys.length} (${keys.slice(0, KEYS_NAMED).join(', ')}${keys.length > KEYS_NAMED ? ', …' : ''})`;

function followProgress(dump: Dump, onProgress: ImportOptions['onProgress']) {
  let bytes = 0;
  return {
    onBytes: (count: number) => {
      bytes += count;
    },
    onRows: (kind: DumpFile, rows: number) => {
      onProgress?.({ kind, rows, done: Math.min(1, bytes / Math.max(1, dump.bytes)) });
    },
  };
}

/** Two imports at once would not harm the data, but each would wait for the other all the time. */
async function alone<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  const session = database.dataSource.createQueryRunner();
  try {
    const [lock] = (await session.query(`select pg_try_advisory_lock($1) as taken`, [IMPORT_LOCK])) as {
      taken: boolean;
    }[];
    if (!lock?.taken) throw new ConflictError('Another import is running. Please wait until it has ended.');
    try {
      return await work();
    } finally {
      await session.query(`select pg_advisory_unlock($1)`, [IMPORT_LOCK]).catch(() => undefined);
    }
  } finally {
    await session.release();
  }
}
