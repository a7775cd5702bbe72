import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Meilisearch } from 'meilisearch';
import { allMigrations } from '#libs/assembly/migrations';
import { importStackExchange } from '#libs/importer';
import { Database, createDataSource, createLogger, migrate } from '#libs/platform';
import { startEmbeddedPostgres } from '#libs/platform/postgres';
import { assembleSearch } from '#libs/search';
import { postmasterPid } from '../postmaster.js';
import { startPeerdesk } from '../servers.js';
import { inProcess, overHttp } from './askers.js';
import { measureFreshness } from './freshness.js';
import { KnownItems, type QuerySet, type Titled } from './known-items.js';
import { loadGenerated } from './load-corpus.js';
import { measureQuality } from './quality.js';
import { Random } from './random.js';
import { printFindings, writeFindings, type Findings, type Measured } from './search-report.js';

const HELP = `npm run bench -- search [options]: what search finds, how fast, and how soon it finds what is new.

  --documents N   of the generated corpus (100000; 0: without it)
  --dump DIR      measure on an imported Stack Exchange dump too
  --queries N     of each kind and language (300)
  --samples N     new questions to wait for (200; 0: none)

PostgreSQL is measured always, Meilisearch where MEILI_HOST (and MEILI_API_KEY) name one. Talks to this machine only,
but for that, and ends by itself.`;

interface Corpus {
  name: string;
  load: (database: Database) => Promise<unknown>;
}

const SEED = 7;
/** Over HTTP the engine finds the same; a part of the queries tells how fast. */
const SHARE_OVER_HTTP = 1 / 3;

const { values: options } = parseArgs({
  args: process.argv.slice(3),
  options: {
    documents: { type: 'string', default: '100000' },
    dump: { type: 'string' },
    queries: { type: 'string', default: '300' },
    samples: { type: 'string', default: '200' },
    help: { type: 'boolean', default: false },
  },
});
const stops: (() => unknown)[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(130));

try {
  if (options.help) console.log(HELP);
  else for (const corpus of corpora()) await measureOn(corpus);
  await end(0);
} catch (error) {
  console.error(error);
  await end(1);
}

function corpora(): Corpus[] {
  const { dump, documents } = options;
  const chosen: Corpus[] = [];
  if (dump !== undefined) {
    chosen.push({ name: 'dump', load: (database) => importStackExchange({ directory: dump, database }) });
  }
  if (documents !== '0') {
    chosen.push({
      name: `generated-${documents}`,
      load: (database) => loadGenerated(database, Number(documents)),
    });
  }
  return chosen;
}

async function measureOn({ name, load }: Corpus): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'peerdesk-bench-'));
  stops.push(() => rm(directory, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataDir: directory, log: () => undefined });
  stops.push(() => postgres.stop());
  const dataSource = createDataSource({ url: postgres.url, migrations: allMigrations });
  await dataSource.initialize();
  stops.push(() => dataSource.destroy());
  await migrate(dataSource);
  const database = new Database(dataSource);

  console.error(`${name}: loading …`);
  await load(database);
  await database.query('analyze');
  const findings = await measure(name, database);
  // Without this process: its own writer would be in the way of the server's.
  findings.overHttp = await measureOverHttp(database, postgres.url, directory);
  printFindings(findings);
  console.log(`Written to ${await writeFindings(findings)}\n`);
  await stopAll();
}

async function measure(corpus: string, database: Database): Promise<Findings> {
  const logger = createLogger('error');
  const meili = process.env['MEILI_HOST']
    ? { host: process.env['MEILI_HOST'], apiKey: process.env['MEILI_API_KEY'] ?? null }
    : null;
  const indexPrefix = `bench_${randomBytes(4).toString('hex')}_`;
  if (meili) stops.push(() => dropIndexes(meili, indexPrefix));
  const whole = assembleSearch({ database, logger, meili, indexPrefix });
  const alone = assembleSearch({ database, logger, meili: null });

  console.error(`${corpus}: building the index …`);
  const reports = await whole.indexing.rebuild();
  const processes = [process.pid, await postmasterPid(database)];
  const sets = new KnownItems(await things(database), new Random(SEED)).sets(Number(options.queries));
  const findings: Findings = {
    corpus,
    documents: reports['POSTGRES']?.documents ?? 0,
    engines: [],
    overHttp: [],
  };
  for (const [engine, { search }] of [
    ['POSTGRES', alone],
    ['MEILISEARCH', whole],
  ] as const) {
    if (engine === 'MEILISEARCH' && !meili) continue;
    console.error(`${corpus}: asking ${engine} …`);
    const ask = inProcess(search, engine);
    const rebuildSeconds = reports[engine]?.seconds ?? 0;
    findings.engines.push({ engine, rebuildSeconds, quality: await measureQuality(ask, sets, processes) });
  }
  if (options.samples === '0') return findings;
  await whole.indexing.start();
  try {
    for (const measured of findings.engines) {
      console.error(`${corpus}: waiting for new questions in ${measured.engine} …`);
      measured.freshness = await freshnessOf(
        measured,
        measured.engine === 'POSTGRES' ? alone : whole,
        database,
      );
    }
  } finally {
    await whole.indexing.stop();
  }
  return findings;
}

function freshnessOf(
  { engine }: Measured,
  { search }: ReturnType<typeof assembleSearch>,
  database: Database,
) {
  const random = new Random(SEED);
  return measureFreshness(database, inProcess(search, engine), random, Number(options.samples));
}

/** The whole way of a search: HTTP, GraphQL, policies, engine, and reading what was found. PostgreSQL answers. */
async function measureOverHttp(database: Database, url: string, directory: string) {
  console.error('Asking over HTTP …');
  const server = await startPeerdesk(url, directory);
  stops.push(() => server.stop());
  const { ask, close } = overHttp(server.port);
  stops.push(close);
  const count = Math.ceil(Number(options.queries) * SHARE_OVER_HTTP);
  const sets = new KnownItems(await things(database), new Random(SEED)).sets(Number(options.queries));
  const some = sets.map((set): QuerySet => ({ ...set, items: set.items.slice(0, count) }));
  return measureQuality(ask, some, [server.pid, await postmasterPid(database)]);
}

/** Everything that can be found, with the language that it is in. */
function things(database: Database): Promise<Titled[]> {
  return database.query<Titled>(
    `select 'q_' || id as id, locale, title from post
     where kind = 'question' and deleted_at is null and title not like 'Something new about %'
     union all
     select 'k_' || id, locale, title from article where status = 'PUBLISHED'
     order by id`,
  );
}

async function dropIndexes({ host, apiKey }: { host: string; apiKey: string | null }, prefix: string) {
  const client = new Meilisearch({ host, apiKey: apiKey ?? undefined });
  const { results } = await client.getRawIndexes({ limit: 1_000 });
  for (const { uid } of results) if (uid.startsWith(prefix)) await client.deleteIndex(uid);
}

async function stopAll(): Promise<void> {
  for (const stop of stops.splice(0).reverse()) {
    try {
      await stop();
    } catch (error) {
      console.error(error);
    }
  }
}

async function end(code: number): Promise<never> {
  await stopAll();
  process.exit(code);
}
