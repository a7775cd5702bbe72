import 'reflect-metadata';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allMigrations } from '#libs/assembly/migrations';
import { Database, createDataSource, migrate } from '#libs/platform';
import { startEmbeddedPostgres } from '#libs/platform/postgres';
import { generateCommunity } from './community.js';
import { residentMegabytes } from './cpu-time.js';
import { measure } from './load.js';
import type { Measurement } from './load.js';
import { postmasterPid } from './postmaster.js';
import { printTable } from './report.js';
import type { Line } from './report.js';
import { scenarios, signUp } from './scenarios.js';
import { startBareFastify, startBareNode, startPeerdesk } from './servers.js';
import type { RunningServer } from './servers.js';

/**
 * npm run bench [-- questions]: what each screen and act costs, as CPU of all server processes, beside a bare Fastify
 * route that answers as many bytes in the same run, and beside a bare route of 10 kB that says how fast the machine is. Talks to this machine only and ends by itself.
 */
const size = Number(process.argv[2] ?? 5_000);
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
  console.error(`Generating a community of ${size.toLocaleString('en')} questions …`);
  const postgres = await startEmbeddedPostgres({ dataDir: directory, log: () => undefined });
  stops.push(() => postgres.stop());
  const dataSource = createDataSource({ url: postgres.url, migrations: allMigrations });
  await dataSource.initialize();
  stops.push(() => dataSource.destroy());
  await migrate(dataSource);
  const database = new Database(dataSource);
  const community = await generateCommunity(database, size);

  console.error('Starting Peerdesk and waiting until search knows all of it …');
  const peerdesk = await startPeerdesk(postgres.url, directory);
  stops.push(() => peerdesk.stop());
  const bare = await startBareFastify();
  stops.push(() => bare.stop());
  const bareNode = await startBareNode();
  stops.push(() => bareNode.stop());
  // A process that has answered little is several times dearer than one that has warmed up.
  for (let n = 0; n < 4; n++) await yardstickOf(bareNode).measure();
  await searchIsCurrent(database);
  const postmaster = await postmasterPid(database);

  const processes = [peerdesk.pid, postmaster];
  const peer = await signUp(peerdesk.port);
  const lines: Line[] = [];
  for (const scenario of scenarios(community, peer)) {
    console.error(`Measuring: ${scenario.name} …`);
    const yardstick = yardstickOf(bareNode);
    const target = { port: peerdesk.port, processes };
    const measured = await measure(target, scenario.call, scenario.count, yardstick.measure);
    const bareCpuMs = await bareCost(bare, measured);
    lines.push({ ...scenario, measured, bareCpuMs, yardstickCpuMs: yardstick.cpuMs() });
  }
  await report(lines, { startMs: peerdesk.startMs, megabytes: residentMegabytes(processes) });
}

/** What the bare route of 10 kB costs between the rounds of a scenario. */
function yardstickOf(bareNode: RunningServer) {
  const measured: number[] = [];
  return {
    measure: async () => {
      const target = { port: bareNode.port, processes: [bareNode.pid] };
      measured.push((await measure(target, () => ({ path: '/' }), 1_500)).cpuMs);
    },
    cpuMs: () => measured.reduce((sum, cpu) => sum + cpu, 0) / measured.length,
  };
}

/** The same number of bytes from a route that does nothing else. */
async function bareCost(bare: RunningServer, { responseBytes }: Measurement): Promise<number> {
  const call = () => ({ path: `/?bytes=${responseBytes}` });
  return (await measure({ port: bare.port, processes: [bare.pid] }, call, 4_000)).cpuMs;
}

async function report(lines: Line[], server: { startMs: number; megabytes: number }): Promise<void> {
  printTable(lines, server);
  const folder = 'apps/bench/results';
  await mkdir(folder, { recursive: true });
  const file = join(folder, `requests-${size}.json`);
  const results = lines.map(({ call: _, ...line }) => line);
  await writeFile(
    file,
    `${JSON.stringify({ questions: size, node: process.version, ...server, results }, null, 2)}\n`,
  );
  console.log(`\nWritten to ${file}`);
}

async function searchIsCurrent(database: Database): Promise<void> {
  const deadline = Date.now() + 300_000;
  while (await database.one(`select from search_dirty limit 1`)) {
    if (Date.now() > deadline) throw new Error('search did not catch up within five minutes');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function end(code: number): Promise<never> {
  for (const stop of stops.reverse()) await stop().catch(() => undefined);
  process.exit(code);
}
