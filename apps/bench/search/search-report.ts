import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Freshness } from './freshness.js';
import type { Quality } from './quality.js';

/** What was measured of one engine. */
export interface Measured {
  engine: 'POSTGRES' | 'MEILISEARCH';
  /** For building the whole index anew. */
  rebuildSeconds: number;
  quality: Quality[];
  freshness?: Freshness;
}

/** What was measured on one corpus. */
export interface Findings {
  corpus: string;
  documents: number;
  engines: Measured[];
  /** The same queries over HTTP, answered by PostgreSQL. */
  overHttp: Quality[];
}

const FOLDER = 'apps/bench/results';
const HEAD = ['', '', 'queries', 'recall@5', 'MRR', 'p50 ms', 'p95 ms', 'lowest p95', 'CPU ms', 'load'];

export function printFindings({ corpus, documents, engines, overHttp }: Findings): void {
  console.log(`\n${corpus}: ${documents.toLocaleString('en')} documents`);
  for (const { engine, rebuildSeconds, quality, freshness } of engines) {
    console.log(`\n${engine}, in process; the index was built in ${rebuildSeconds.toFixed(0)} s`);
    printQuality(quality);
    if (freshness) {
      const { samples, p50Ms, p99Ms, slowestMs, load } = freshness;
      console.log(
        `Found after the commit: p50 ${p50Ms.toFixed(0)} ms, p99 ${p99Ms.toFixed(0)} ms, slowest ${slowestMs.toFixed(0)} ms ` +
          `of ${samples} new questions (load ${load.toFixed(1)}).`,
      );
    }
  }
  console.log('\nPOSTGRES, over HTTP');
  printQuality(overHttp);
}

/** Gives the name of the file. */
export async function writeFindings(findings: Findings): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const file = join(FOLDER, `search-${findings.corpus}.json`);
  // Figures only: the queries may be other people's words.
  const withoutQueries = (name: string, value: unknown) => (name === 'missed' ? undefined : value);
  await writeFile(file, `${JSON.stringify({ node: process.version, ...findings }, withoutQueries, 2)}\n`);
  return file;
}

function printQuality(quality: readonly Quality[]): void {
  const rows = quality.map((line) => [
    line.locale,
    line.kind,
    String(line.queries),
    line.recallAt5.toFixed(3),
    line.meanReciprocalRank.toFixed(3),
    line.p50Ms.toFixed(1),
    line.p95Ms.toFixed(1),
    line.lowestP95Ms.toFixed(1),
    line.cpuMs.toFixed(1),
    line.load.toFixed(1),
  ]);
  const widths = HEAD.map((_, column) => Math.max(...[HEAD, ...rows].map((row) => row[column]?.length ?? 0)));
  for (const row of [HEAD, ...rows]) {
    const cells = row.map((cell, column) =>
      column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(cells.join('  '));
  }
  for (const { locale, kind, missed } of quality) {
    if (missed.length > 0) console.log(`Not among the first five, ${locale}, ${kind}: ${missed.join(' | ')}`);
  }
}
