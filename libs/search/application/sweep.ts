import { SEARCH_KINDS, numberOf, type SearchDocumentSource, type SearchKind } from '../domain/document.js';
import type { WritableIndex } from '../domain/engine.js';
import type { DirtySet } from '../persistence/dirty-set.js';

/** Where an index and the database differ. */
export interface Differences {
  /** In the database only. */
  missing: string[];
  /** In both, with other content. */
  stale: string[];
  /** In the index only. */
  extra: string[];
}

const PAGE = 500;

/**
 * Compares an index with the database, thing by thing. What changes meanwhile may show as a difference; whatever is
 * in the dirty set is known to differ and is left out.
 */
export async function differences(
  index: WritableIndex,
  source: SearchDocumentSource,
  dirty: DirtySet,
): Promise<Differences> {
  const found: Differences = { missing: [], stale: [], extra: [] };
  for (const kind of SEARCH_KINDS) {
    let after = 0;
    while (after !== Infinity) after = await comparePage(kind, after, index, source, found);
  }
  const known = await dirty.ids();
  const unknown = (id: string) => !known.has(id);
  return {
    missing: found.missing.filter(unknown),
    stale: found.stale.filter(unknown),
    extra: found.extra.filter(unknown),
  };
}

/** Marks every difference for the index, which then mends itself. */
export async function sweep(
  index: WritableIndex,
  source: SearchDocumentSource,
  dirty: DirtySet,
): Promise<Differences> {
  const found = await differences(index, source, dirty);
  const ids = [...found.missing, ...found.stale, ...found.extra];
  for (const kind of SEARCH_KINDS) {
    const prefix = kind === 'question' ? 'q' : 'k';
    const numbers = ids.filter((id) => id.startsWith(prefix)).map(numberOf);
    if (numbers.length > 0) await dirty.mark(kind, numbers);
  }
  return found;
}

async function comparePage(
  kind: SearchKind,
  after: number,
  index: WritableIndex,
  source: SearchDocumentSource,
  found: Differences,
): Promise<number> {
  const documents = await source.page(kind, after, PAGE);
  const last = documents.at(-1);
  const upTo = last && documents.length === PAGE ? numberOf(last.id) : Infinity;
  const digests = await digestsBetween(kind, after, upTo, index);
  for (const { id, digest } of documents) {
    const indexed = digests.get(id);
    if (indexed === undefined) found.missing.push(id);
    else if (indexed !== digest) found.stale.push(id);
    digests.delete(id);
  }
  found.extra.push(...digests.keys());
  return upTo;
}

async function digestsBetween(
  kind: SearchKind,
  after: number,
  upTo: number,
  index: WritableIndex,
): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  let cursor = after;
  for (;;) {
    const states = await index.states(kind, cursor, PAGE);
    for (const { id, digest } of states) if (numberOf(id) <= upTo) digests.set(id, digest);
    const last = states.at(-1);
    if (!last || states.length < PAGE || numberOf(last.id) >= upTo) return digests;
    cursor = numberOf(last.id);
  }
}
