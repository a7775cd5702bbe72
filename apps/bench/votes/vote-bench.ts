import 'reflect-metadata';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allMigrations } from '#libs/assembly/migrations';
import { Database, createDataSource, migrate } from '#libs/platform';
import { startEmbeddedPostgres } from '#libs/platform/postgres';
import { Builders } from '#libs/testing';
import { postmasterPid } from '../postmaster.js';
import { SIDES, siteOn } from './sides.js';
import type { Side } from './sides.js';
import { measureVotes, printVotes, summaryOf } from './voting.js';
import type { VoteCosts } from './voting.js';

/**
 * npm run bench -- votes: what each listener adds to a vote, one vote after the other, so that nobody waits for anybody:
 * the forum alone, with the ledger, with the limits of votes a day, with the signals of arranged votes. In turns, on one
 * database, over the use cases. Ends by itself.
 */
const { values: options } = parseArgs({
  args: process.argv.slice(3),
  options: {
    /** In each round and line; a voter casts ten of them. */
    votes: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '6' },
  },
});
const [votes, rounds] = [options.votes, options.rounds].map(Number) as [number, number];
const directory = await mkdtemp(join(tmpdir(), 'peerdesk-bench-'));
const stops: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true, force: true })];
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(130));

try {
  await run();
  await end(0);
} catch (error) {
  console.error(error);
  await end(1);
}

async function run(): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir: directory, log: () => undefined });
  stops.push(() => postgres.stop());
  const dataSource = createDataSource({ url: postgres.url, migrations: allMigrations });
  await dataSource.initialize();
  stops.push(() => dataSource.destroy());
  await migrate(dataSource);
  const database = new Database(dataSource);
  const processes = [process.pid, await postmasterPid(database)];

  // One for all: the names that it gives are unique for each.
  const make = new Builders(database);
  const sites = new Map(SIDES.map((side) => [side, siteOn(database, side)]));
  const measured = new Map<Side, VoteCosts[]>();
  console.error(`${rounds} rounds of ${votes} votes for each of ${SIDES.length} lines …`);
  // The first round warms up, and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const [side, site] of sites) {
      const costs = await measureVotes(make, site, { votes, processes });
      if (round > 0) measured.set(side, [...(measured.get(side) ?? []), costs]);
    }
  }
  const rows = summaryOf(measured);
  printVotes(rows);
  const folder = 'apps/bench/results';
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'votes.json');
  const setting = { votes, rounds, node: process.version };
  await writeFile(file, `${JSON.stringify({ ...setting, results: rows }, null, 2)}\n`);
  console.log(`\nWritten to ${file}`);
}

async function end(code: number): Promise<never> {
  for (const stop of stops.reverse()) await stop().catch(() => undefined);
  process.exit(code);
}
