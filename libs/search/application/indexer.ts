import { globalId } from '#libs/kernel';
import { SEARCH_KINDS, type SearchDocumentSource } from '../domain/document.js';
import { BatchRefused, type SearchBatch, type WritableIndex } from '../domain/engine.js';
import type { DirtyRow, DirtySet } from '../persistence/dirty-set.js';

export interface IndexerParts {
  dirty: DirtySet;
  index: WritableIndex;
  source: SearchDocumentSource;
  /** Batches on their way at once. More than one only where a batch is mostly waiting for somebody else. */
  batchesInFlight: number;
}

/** Brings what changed into one index. Only one may do so for an index at a time. */
export class Indexer {
  constructor(private readonly parts: IndexerParts) {}

  /**
   * Goes on until nothing is left that can be brought in now; gives how many things were.
   *
   * @param gather waits between two rounds, so that changes come in together: a round takes a dozen statements,
   * whether it brings in one thing or a hundred
   * @throws EngineUnavailable, EngineRefusesKey: what was not confirmed is still in the dirty set
   */
  async drain(
    stopped: () => boolean = () => false,
    gather: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<number> {
    let total = 0;
    for (;;) {
      const written = await this.round(stopped);
      if (written === undefined || stopped()) return total + (written ?? 0);
      total += written;
      await gather();
    }
  }

  /** Everything that is due now, once; gives how many things were brought in, undefined when nothing was due. */
  async round(stopped: () => boolean = () => false): Promise<number | undefined> {
    const { dirty, batchesInFlight } = this.parts;
    const newest = await dirty.newest();
    if (newest === undefined) return undefined;
    const inFlight: Promise<number>[] = [];
    let written = 0;
    let after = 0;
    try {
      while (!stopped()) {
        const rows = await dirty.take(after, newest);
        if (rows.length === 0) break;
        after = Math.max(...rows.map(({ rev }) => rev));
        const brought = this.bring(rows);
        // It may fail while the next rows are read, before anybody waits for it: Node.js would end the process.
        brought.catch(() => undefined);
        inFlight.push(brought);
        if (inFlight.length >= batchesInFlight) written += (await inFlight.shift()) ?? 0;
      }
    } finally {
      // Also after a failure: nobody may go on writing once this has returned.
      const settled = await Promise.allSettled(inFlight);
      for (const result of settled) if (result.status === 'fulfilled') written += result.value;
      const failed = settled.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    }
    return written;
  }

  private async bring(rows: readonly DirtyRow[]): Promise<number> {
    const { dirty, index } = this.parts;
    try {
      await index.apply(await this.batchOf(rows));
    } catch (error) {
      if (!(error instanceof BatchRefused)) throw error;
      await dirty.refused(rows, error.message);
      return 0;
    }
    await dirty.clear(rows);
    return rows.length;
  }

  /** The rows as they are now: whoever was marked may have changed again, or be gone. */
  private async batchOf(rows: readonly DirtyRow[]): Promise<SearchBatch> {
    const upserts = [];
    const deletes = [];
    for (const kind of SEARCH_KINDS) {
      const ids = rows.filter((row) => row.kind === kind).map(({ id }) => id);
      if (ids.length === 0) continue;
      const documents = await this.parts.source.read(kind, ids);
      const present = new Set(documents.map(({ id }) => id));
      upserts.push(...documents);
      deletes.push(...ids.map((id) => globalId(kind, id)).filter((id) => !present.has(id)));
    }
    return { upserts, deletes };
  }
}
