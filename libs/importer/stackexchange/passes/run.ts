import type { Database } from '#libs/platform';
import type { Dump, DumpFile } from '../dump.js';
import { LeftOut } from '../records/fields.js';
import type { Tally } from '../../report.js';
import type { Outcomes } from './outcomes.js';
import { type Attributes, readRows } from '../rows.js';
import type { Source } from '../source.js';

/** How far an import is, for whoever waits for it. */
export interface ImportProgress {
  /** What is being read. */
  kind: string;
  rows: number;
  /** From 0 to 1, by the bytes of all files. */
  done: number;
}

/** What all passes of one import share. */
export interface ImportRun {
  database: Database;
  dump: Dump;
  source: Source;
  tallies: Record<DumpFile, Tally>;
  /** Remarks about whole files. */
  notes: Set<string>;
  signal?: AbortSignal;
  onBytes: (count: number) => void;
  onRows: (kind: DumpFile, rows: number) => void;
}

/** A record with the number of the row that it was read from. */
export interface Numbered<Item> {
  row: number;
  item: Item;
}

export interface Pass<Item> {
  file: DumpFile;
  /** Null: another pass over the same file looks after this row. */
  parse: (attributes: Attributes) => Item | LeftOut | null;
  /** Writes a batch inside a transaction of its own and says what became of every row of it. */
  write: (batch: Numbered<Item>[]) => Promise<Outcomes>;
  rowsPerBatch?: number;
  /** How much of the batch's size limit an item takes, in characters. */
  sizeOf?: (item: Item) => number;
  /** Set in the second pass over a file, so that broken rows are not counted twice. */
  again?: boolean;
}

const ROWS_PER_BATCH = 1000;
const CHARACTERS_PER_BATCH = 2_000_000;

/** Reads one file and writes it batch by batch; nothing to do when the dump lacks it. */
export async function runPass<Item>(run: ImportRun, pass: Pass<Item>): Promise<void> {
  const path = run.dump.files[pass.file];
  if (path === undefined) return;
  const tally = run.tallies[pass.file];
  const most = pass.rowsPerBatch ?? ROWS_PER_BATCH;
  let batch: Numbered<Item>[] = [];
  let size = 0;

  const flush = async () => {
    const full = batch;
    batch = [];
    size = 0;
    if (full.length > 0) (await run.database.transaction(() => pass.write(full))).countIn(run.tallies);
    run.onRows(pass.file, tally.read);
    run.signal?.throwIfAborted();
  };

  const onBytes = pass.again ? undefined : run.onBytes;
  for await (const result of readRows(path, { onBytes, signal: run.signal })) {
    if ('remark' in result) run.notes.add(`${pass.file}.xml: ${result.remark}`);
    else if ('problem' in result) {
      if (!pass.again) tally.add(result.row, { leftOut: result.problem });
    } else {
      const item = pass.parse(result.attributes);
      if (item === null) continue;
      if (item instanceof LeftOut) {
        tally.add(result.row, { leftOut: item.reason });
        continue;
      }
      if (result.mended !== undefined) tally.remark(result.row, result.mended);
      batch.push({ row: result.row, item });
      size += pass.sizeOf?.(item) ?? 0;
      if (batch.length >= most || size >= CHARACTERS_PER_BATCH) await flush();
    }
  }
  await flush();
}
