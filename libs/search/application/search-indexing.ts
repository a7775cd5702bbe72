import type { Database, Logger } from '#libs/platform';
import type { SearchDocumentSource } from '../domain/document.js';
import type {
  EngineStatus,
  Rebuilding,
  SearchEngine,
  SearchEngineName,
  WritableIndex,
} from '../domain/engine.js';
import { DirtySet, markOutdatedOrder, type TargetName } from '../persistence/dirty-set.js';
import { Indexer } from './indexer.js';
import { IndexWriter, type WriterState } from './index-writer.js';
import { rebuild, type RebuildReport } from './rebuild.js';
import { differences, sweep, type Differences } from './sweep.js';

/** One engine with everything that keeps its index true. */
export interface IndexedEngine {
  engine: SearchEngine;
  index: WritableIndex;
  rebuilding: Rebuilding;
  target: Extract<TargetName, 'postgres' | 'meilisearch'>;
  batchesInFlight: number;
  seats: { writer: number; rebuild: number };
  /** What has to be so before anything is written; looked after whenever the writer looks for changes. */
  prepare: () => Promise<void>;
  /** What there is to tidy up at night. */
  tidy: () => Promise<void>;
}

/** How an index stands: for the admin page, metrics and checks. */
export interface IndexStatus extends EngineStatus {
  /** Things that changed and are not in the index yet. */
  dirty: number;
  /** Age of the oldest such change. */
  lagSeconds: number;
  /** Things that the engine would not take. */
  setAside: number;
  writer: WriterState;
  /** When it was last compared with the database. */
  sweptAt: Date | null;
}

export interface SearchIndexingParts {
  database: Database;
  source: SearchDocumentSource;
  engines: readonly IndexedEngine[];
  logger: Logger;
}

interface Kept extends IndexedEngine {
  dirty: DirtySet;
  writer: IndexWriter;
}

/** Keeps the indexes of all engines true: writes what changed, builds anew, compares. */
export class SearchIndexing {
  private readonly kept: Kept[];

  constructor(private readonly parts: SearchIndexingParts) {
    this.kept = parts.engines.map((one) => this.keep(one));
  }

  /** Starts writing what changes, for as long as the process lives. */
  async start(): Promise<void> {
    const wanted = new Set(this.kept.map(({ target }) => target));
    // A Meilisearch that was taken out of the configuration would otherwise gather changes for ever.
    if (!wanted.has('meilisearch')) await new DirtySet(this.parts.database, 'meilisearch').unregister();
    for (const { dirty, writer } of this.kept) {
      await dirty.register();
      writer.start();
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.kept.map(({ writer }) => writer.stop()));
  }

  /** Brings everything in that is due, here and now: for commands and specs that do not wait for a writer. */
  async drain(): Promise<number> {
    let total = 0;
    for (const one of this.kept) {
      await one.prepare();
      total += await this.indexerOf(one).drain();
    }
    return total;
  }

  /**
   * Builds the indexes anew beside the old ones and swaps them in.
   *
   * @throws ConflictError while another process does so
   */
  async rebuild(
    onProgress: (engine: SearchEngineName, documents: number) => void = () => undefined,
  ): Promise<Record<string, RebuildReport>> {
    const reports: Record<string, RebuildReport> = {};
    for (const one of this.kept) {
      reports[one.engine.name] = await this.rebuildOne(one, (documents) =>
        onProgress(one.engine.name, documents),
      );
    }
    return reports;
  }

  /** Where indexes and database differ. With `repair` the differences are marked and will be mended. */
  async compare(options: { repair?: boolean } = {}): Promise<Record<string, Differences>> {
    const { source } = this.parts;
    const found: Record<string, Differences> = {};
    for (const { engine, index, dirty } of this.kept) {
      found[engine.name] = await (options.repair ? sweep : differences)(index, source, dirty);
    }
    return found;
  }

  /** Mends what differs and tidies up; does nothing for an index that was swept within the last 20 hours. */
  async sweep(): Promise<void> {
    for (const { engine, index, dirty, tidy } of this.kept) {
      if (!(await dirty.claimSweep())) continue;
      const { missing, stale, extra } = await sweep(index, this.parts.source, dirty);
      const [missed, outdated, left] = [missing.length, stale.length, extra.length];
      if (missed + outdated + left > 0) {
        const found = { engine: engine.name, missed, outdated, left };
        this.parts.logger.warn(found, 'The search index differed from the database and is being mended.');
      }
      await tidy();
    }
  }

  /** Brings in votes and activity, by which results can be sorted, and which do not mark anything by themselves. */
  async refreshOrder(): Promise<number> {
    return markOutdatedOrder(this.parts.database);
  }

  async status(): Promise<IndexStatus[]> {
    return Promise.all(
      this.kept.map(async ({ engine, dirty, writer }) => {
        const [status, backlog, ready, sweptAt] = await Promise.all([
          engine.status().catch((error: unknown) => unreachable(engine.name, error)),
          dirty.backlog(),
          dirty.isReady(),
          dirty.sweptAt(),
        ]);
        const problem = status.problem ?? writer.problem ?? (ready ? undefined : 'It is being built.');
        return {
          ...status,
          ...backlog,
          problem,
          ready: status.ready && ready,
          writer: writer.state,
          sweptAt,
        };
      }),
    );
  }

  private keep(one: IndexedEngine): Kept {
    const { database, source, logger } = this.parts;
    const dirty = new DirtySet(database, one.target);
    const { index, batchesInFlight } = one;
    const indexer = new Indexer({ dirty, index, source, batchesInFlight });
    const writer: IndexWriter = new IndexWriter({
      database,
      dirty,
      indexer,
      rebuild: () => this.rebuildOne(kept),
      prepare: one.prepare,
      seat: one.seats.writer,
      logger,
    });
    const kept: Kept = { ...one, dirty, writer };
    return kept;
  }

  private indexerOf({ dirty, index, batchesInFlight }: Kept): Indexer {
    return new Indexer({ dirty, index, source: this.parts.source, batchesInFlight });
  }

  private rebuildOne(one: Kept, onProgress?: (documents: number) => void): Promise<RebuildReport> {
    const { database, source } = this.parts;
    const next = new DirtySet(database, `${one.target}_next`);
    const { rebuilding, batchesInFlight, dirty: live } = one;
    return rebuild(
      { database, source, rebuilding, live, next, seat: one.seats.rebuild, batchesInFlight },
      onProgress,
    );
  }
}

function unreachable(engine: SearchEngineName, error: unknown): EngineStatus {
  const problem = error instanceof Error ? error.message : String(error);
  return { engine, documents: 0, ready: false, problem };
}
