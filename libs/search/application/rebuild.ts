import { ConflictError } from '#libs/kernel';
import type { Database } from '#libs/platform';
import {
  SEARCH_KINDS,
  numberOf,
  type SearchDocument,
  type SearchDocumentSource,
} from '../domain/document.js';
import { BatchRefused, EngineUnavailable, type Rebuilding, type WritableIndex } from '../domain/engine.js';
import type { DirtySet } from '../persistence/dirty-set.js';
import { changesSettled, Seat } from '../persistence/seat.js';
import { Indexer } from './indexer.js';

export interface RebuildParts {
  database: Database;
  source: SearchDocumentSource;
  rebuilding: Rebuilding;
  /** What the index that answers does not know yet. */
  live: DirtySet;
  /** The same of the new index. */
  next: DirtySet;
  seat: number;
  batchesInFlight: number;
}

export interface RebuildReport {
  documents: number;
  /** Changes that came while it was built, and were brought in too. */
  replayed: number;
  seconds: number;
}

const PAGE = 500;
const SAMPLES = 5;
const MOST_ROUNDS = 50;
const CLOSE_ENOUGH = 100;

/**
 * Builds an index anew from the database beside the one that answers. Changes meanwhile are noted for both; the new
 * one takes them in after it was filled, and then takes the old one's place.
 *
 * @throws ConflictError if another rebuild is under way
 */
export async function rebuild(
  parts: RebuildParts,
  onProgress: (documents: number) => void = () => undefined,
): Promise<RebuildReport> {
  const seat = await Seat.take(parts.database, parts.seat);
  if (!seat) throw new ConflictError('The search index is being rebuilt already.');
  try {
    return await rebuildAlone(parts, onProgress);
  } finally {
    await seat.leave();
  }
}

async function rebuildAlone(
  parts: RebuildParts,
  onProgress: (documents: number) => void,
): Promise<RebuildReport> {
  const { database, source, rebuilding, live, next } = parts;
  const started = performance.now();
  await next.unregister();
  await live.register();
  await next.register();
  await changesSettled(database);
  try {
    const index = await rebuilding.begin();
    const documents = await fill(index, source, next, onProgress);
    await rebuilding.filled();
    const indexer = new Indexer({ dirty: next, index, source, batchesInFlight: parts.batchesInFlight });
    const replayed = await catchUp(indexer);
    await compareSamples(index, source, next);
    await rebuilding.swap(() => next.handOverTo(live.target));
    await live.declareReady();
    return { documents, replayed, seconds: (performance.now() - started) / 1_000 };
  } catch (error) {
    await rebuilding.abandon();
    throw error;
  } finally {
    await next.unregister();
  }
}

/** Not to the last change: on a busy site there is always one more. The rest is handed over. */
async function catchUp(indexer: Indexer): Promise<number> {
  let replayed = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const written = await indexer.round();
    replayed += written ?? 0;
    if (written === undefined || written < CLOSE_ENOUGH) break;
  }
  return replayed;
}

async function fill(
  index: WritableIndex,
  source: SearchDocumentSource,
  next: DirtySet,
  onProgress: (documents: number) => void,
): Promise<number> {
  let documents = 0;
  for (const kind of SEARCH_KINDS) {
    for (let after = 0; ;) {
      const page = await source.page(kind, after, PAGE);
      await bring(index, page, next);
      documents += page.length;
      onProgress(documents);
      const last = page.at(-1);
      if (!last || page.length < PAGE) break;
      after = numberOf(last.id);
    }
  }
  return documents;
}

/** One bad document fails all that come with it: halves are tried, and the bad one is left for later. */
async function bring(
  index: WritableIndex,
  documents: readonly SearchDocument[],
  next: DirtySet,
): Promise<void> {
  try {
    await index.apply({ upserts: documents, deletes: [] });
  } catch (error) {
    if (!(error instanceof BatchRefused)) throw error;
    const [only] = documents;
    if (documents.length === 1 && only) return next.mark(only.kind, [numberOf(only.id)]);
    const half = Math.ceil(documents.length / 2);
    if (half === 0) throw error;
    await bring(index, documents.slice(0, half), next);
    await bring(index, documents.slice(half), next);
  }
}

/** Looks into the new index here and there before anybody relies on it. */
async function compareSamples(
  index: WritableIndex,
  source: SearchDocumentSource,
  next: DirtySet,
): Promise<void> {
  for (const kind of SEARCH_KINDS) {
    const newest = (await source.last(kind)) ?? 0;
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const after = Math.floor((newest / SAMPLES) * sample);
      const wanted = await source.page(kind, after, SAMPLES);
      const states = new Map(
        (await index.states(kind, after, SAMPLES * 4)).map(({ id, digest }) => [id, digest] as const),
      );
      const known = await next.ids();
      const lost = wanted.find(({ id, digest }) => states.get(id) !== digest && !known.has(id));
      if (lost)
        throw new EngineUnavailable(
          `The new search index has not the current ${lost.id}; the old one stays.`,
        );
    }
  }
}
