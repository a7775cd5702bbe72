import { randomBytes } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import { createLogger } from '#libs/platform';
import { createTestDatabase, startMeilisearchStandIn } from '#libs/testing';
import type { MeilisearchStandIn, TestDatabase } from '#libs/testing';
import type { SearchEngine, WritableIndex } from '../domain/engine.js';
import { IndexRegistry } from '../meilisearch/index-registry.js';
import { MeilisearchEngine } from '../meilisearch/meilisearch-engine.js';
import { MeilisearchIndex } from '../meilisearch/meilisearch-index.js';
import { StopWords } from '../persistence/languages.js';
import { PostgresEngine } from '../persistence/postgres-engine.js';
import { PostgresIndex } from '../persistence/postgres-index.js';
import { RuleStore } from '../persistence/rule-store.js';
import { assembleSearch } from '../search.assembly.js';

/** One engine over an empty index of its own. */
export interface EngineUnderTest {
  engine: SearchEngine;
  index: WritableIndex;
  stop(): Promise<void>;
}

/** A server to test against: a real one where `MEILI_HOST` names it, the stand-in otherwise. */
export interface MeilisearchUnderTest {
  host: string;
  apiKey: string | null;
  standIn: MeilisearchStandIn | null;
  stop(): Promise<void>;
}

export async function meilisearchUnderTest(onlyStandIn = false): Promise<MeilisearchUnderTest> {
  const host = onlyStandIn ? undefined : process.env['MEILI_HOST'];
  if (host) {
    return {
      host,
      apiKey: process.env['MEILI_API_KEY'] ?? null,
      standIn: null,
      stop: () => Promise.resolve(),
    };
  }
  const standIn = await startMeilisearchStandIn();
  return { host: standIn.url, apiKey: standIn.apiKey, standIn, stop: () => standIn.stop() };
}

/** Keeps the indexes of specs that run side by side on one server apart. */
export function freshPrefix(): string {
  return `spec_${randomBytes(4).toString('hex')}_`;
}

export const ENGINES: Record<string, () => Promise<EngineUnderTest>> = {
  PostgreSQL: async () => {
    const test = await createTestDatabase();
    return {
      engine: new PostgresEngine(test.database),
      index: new PostgresIndex(test.database),
      stop: () => test.drop(),
    };
  },
  Meilisearch: async () => {
    const test = await createTestDatabase();
    const server = await meilisearchUnderTest();
    const client = new Meilisearch({ host: server.host, apiKey: server.apiKey ?? undefined, timeout: 5_000 });
    const registry = new IndexRegistry(test.database, client, 'live', freshPrefix(), () =>
      new RuleStore(test.database).read(),
    );
    return {
      engine: new MeilisearchEngine(client, registry, new StopWords(test.database)),
      index: new MeilisearchIndex(client, registry),
      async stop() {
        for (const { uid } of await registry.list()) await registry.drop(uid);
        await server.stop();
        await test.drop();
      },
    };
  },
};

/** Search as a site has it: with a database, and with or without a Meilisearch. */
export interface SiteUnderTest extends ReturnType<typeof assembleSearch> {
  test: TestDatabase;
  server: MeilisearchUnderTest | null;
  indexPrefix: string;
  stop(): Promise<void>;
}

/**
 * @param options.meilisearch `stand-in` where the spec makes it go wrong, which a real one cannot be asked to
 * @param options.on the database of another site, to be that site with another configuration
 */
export async function siteUnderTest(options: {
  meilisearch: boolean | 'stand-in';
  on?: TestDatabase;
}): Promise<SiteUnderTest> {
  const test = options.on ?? (await createTestDatabase());
  const server = options.meilisearch ? await meilisearchUnderTest(options.meilisearch === 'stand-in') : null;
  const indexPrefix = freshPrefix();
  const assembled = assembleSearch({
    database: test.database,
    logger: createLogger('silent'),
    meili: server && { host: server.host, apiKey: server.apiKey },
    indexPrefix,
  });
  return {
    ...assembled,
    indexPrefix,
    test,
    server,
    async stop() {
      await assembled.indexing.stop();
      await server?.stop();
      await test.drop();
    },
  };
}
