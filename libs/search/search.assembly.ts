import { Meilisearch } from 'meilisearch';
import type { Database, Logger } from '#libs/platform';
import { Search } from './application/search.js';
import { SearchIndexing, type IndexedEngine } from './application/search-indexing.js';
import { IndexRegistry } from './meilisearch/index-registry.js';
import { MeilisearchEngine } from './meilisearch/meilisearch-engine.js';
import { MeilisearchIndex } from './meilisearch/meilisearch-index.js';
import { MeilisearchRebuilding } from './meilisearch/meilisearch-rebuilding.js';
import { SqlDocumentSource } from './persistence/document-source.js';
import { DirtySet } from './persistence/dirty-set.js';
import { PostgresEngine } from './persistence/postgres-engine.js';
import { PostgresIndex } from './persistence/postgres-index.js';
import { PostgresRebuilding } from './persistence/postgres-rebuilding.js';
import { KnownNames } from './persistence/known-names.js';
import { StopWords } from './persistence/languages.js';
import { Readable } from './persistence/readable.js';
import { RuleStore } from './persistence/rule-store.js';
import { SEATS } from './persistence/seat.js';
import { Spelling } from './persistence/spelling.js';

export interface SearchAssembly {
  database: Database;
  logger: Logger;
  /** The operator's Meilisearch; null where PostgreSQL searches alone. */
  meili: { host: string; apiKey: string | null } | null;
  /** What the names of the indexes begin with, where several sites share a server. */
  indexPrefix?: string;
}

/** Somebody is waiting; PostgreSQL answers in time if Meilisearch does not. */
const SEARCH_TIMEOUT_MS = 1_500;
const WRITE_TIMEOUT_MS = 30_000;
/** Tasks of the server that may wait at once. */
const MEILISEARCH_BATCHES = 10;

/** Puts search together: the engine that answers, its fallback, and what keeps their indexes true. */
export function assembleSearch(parts: SearchAssembly): {
  search: Search;
  indexing: SearchIndexing;
  rules: RuleStore;
} {
  const { database, logger } = parts;
  const rules = new RuleStore(database);
  const postgres = postgresEngine(database);
  const meilisearch = parts.meili ? meilisearchEngine(parts, parts.meili, rules) : undefined;
  const isReady = () => new DirtySet(database, 'meilisearch').isReady();
  return {
    search: new Search({
      postgres: postgres.engine,
      readable: new Readable(database),
      names: new KnownNames(database),
      rules,
      spelling: new Spelling(database),
      logger,
      ...(meilisearch ? { meilisearch: { engine: meilisearch.engine, isReady } } : {}),
    }),
    indexing: new SearchIndexing({
      database,
      source: new SqlDocumentSource(database),
      engines: meilisearch ? [postgres, meilisearch] : [postgres],
      logger,
    }),
    rules,
  };
}

function postgresEngine(database: Database): IndexedEngine & { engine: PostgresEngine } {
  return {
    engine: new PostgresEngine(database),
    index: new PostgresIndex(database),
    rebuilding: new PostgresRebuilding(database),
    target: 'postgres',
    batchesInFlight: 1,
    seats: { writer: SEATS.postgresWriter, rebuild: SEATS.postgresRebuild },
    prepare: () => Promise.resolve(),
    tidy: () => Promise.resolve(),
  };
}

function meilisearchEngine(
  { database, indexPrefix = 'peerdesk_' }: SearchAssembly,
  { host, apiKey }: { host: string; apiKey: string | null },
  rules: RuleStore,
): IndexedEngine {
  const access = { host, apiKey: apiKey ?? undefined };
  const reader = new Meilisearch({ ...access, timeout: SEARCH_TIMEOUT_MS });
  const writer = new Meilisearch({ ...access, timeout: WRITE_TIMEOUT_MS });
  const book = () => rules.read();
  const rebuilding = new MeilisearchRebuilding(database, writer, indexPrefix, book);
  const registry = new IndexRegistry(database, writer, 'live', indexPrefix, book);
  return {
    engine: new MeilisearchEngine(
      reader,
      new IndexRegistry(database, reader, 'live', indexPrefix, book),
      new StopWords(database),
    ),
    index: new MeilisearchIndex(writer, registry),
    rebuilding,
    target: 'meilisearch',
    batchesInFlight: MEILISEARCH_BATCHES,
    seats: { writer: SEATS.meilisearchWriter, rebuild: SEATS.meilisearchRebuild },
    prepare: () => registry.applySettings(),
    tidy: async () => {
      await rebuilding.dropPrevious();
      await registry.forgetMissing();
      await registry.pruneTasks();
    },
  };
}
