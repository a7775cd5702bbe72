import 'reflect-metadata';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allMigrations } from '#libs/assembly/migrations';
import { Database, DomainEvents, createDataSource, migrate } from '#libs/platform';
import { startEmbeddedPostgres } from '#libs/platform/postgres';
import { ForumCredits, Ledger, StandingAwards } from '#libs/reputation';
import { forumOn } from '#libs/testing';
import { HotQuestion } from './hot-question.js';
import { LockWatch } from './lock-watch.js';
import { medianOf, printRows } from './contention-report.js';
import type { Row } from './contention-report.js';
import { measureRound } from './rounds.js';
import type { Round } from './rounds.js';

/**
 * npm run bench -- contention: how many votes, and how many acceptances, fifty writers get through a second who all
 * want the same question, with the ledger and without it. Both in one run, in turns, over the use cases: HTTP and
 * GraphQL cost the same on either side, and would only make the difference look smaller.
 */
const { values: options } = parseArgs({
  args: process.argv.slice(3),
  options: {
    writers: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '3' },
  },
});
const [writers, rounds, seconds] = [options.writers, options.rounds, options.seconds].map(Number) as [
  number,
  number,
  number,
];
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
  const postgres = await startEmbeddedPostgres({
    dataDir: directory,
    log: () => undefined,
    settings: { max_connections: String(writers + 30) },
  });
  stops.push(() => postgres.stop());
  // A connection for each writer: nobody waits for anything but locks.
  const dataSource = createDataSource({ url: postgres.url, migrations: allMigrations, poolSize: writers });
  await dataSource.initialize();
  stops.push(() => dataSource.destroy());
  await migrate(dataSource);
  const database = new Database(dataSource);
  const watchSource = createDataSource({ url: postgres.url, migrations: [], poolSize: 1 });
  await watchSource.initialize();
  stops.push(() => watchSource.destroy());
  const watch = new LockWatch(new Database(watchSource));

  const sides = {
    'with the ledger': await HotQuestion.ask(database, siteOn(database, true), writers),
    'without it': await HotQuestion.ask(database, siteOn(database, false), writers),
  };
  const measured = new Map<string, Round[]>();
  console.error(`${rounds} rounds of ${seconds} s for each of four lines …`);
  // The first round warms up, and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const act of ['vote', 'accept'] as const) {
      for (const [side, hot] of Object.entries(sides)) {
        const line = `${act}, ${side}`;
        const result = await measureRound((writer) => hot[act](writer), { writers, seconds, watch });
        if (round > 0) measured.set(line, [...(measured.get(line) ?? []), result]);
      }
    }
  }
  await report([...measured].map(([name, results]) => ({ name, ...medianOf(results) })));
}

/** The forum as the application wires it; with the listener that enters all that happens into the ledger, or without. */
function siteOn(database: Database, hasLedger: boolean) {
  const events = new DomainEvents();
  const forum = forumOn(database, events);
  if (hasLedger) new ForumCredits(events, new Ledger(database), new StandingAwards(database));
  return forum;
}

async function report(rows: readonly Row[]): Promise<void> {
  printRows(rows);
  const folder = 'apps/bench/results';
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'contention.json');
  const setting = { writers, rounds, seconds, node: process.version };
  await writeFile(file, `${JSON.stringify({ ...setting, results: rows }, null, 2)}\n`);
  console.log(`\nWritten to ${file}`);
}

async function end(code: number): Promise<never> {
  for (const stop of stops.reverse()) await stop().catch(() => undefined);
  process.exit(code);
}
