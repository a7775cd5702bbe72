import { randomUUID } from 'node:crypto';
import type { EnqueuedTask, Meilisearch } from 'meilisearch';
import { SEARCH_KINDS, numberOf, type SearchDocument, type SearchKind } from '../domain/document.js';
import type { IndexedState, SearchBatch, WritableIndex } from '../domain/engine.js';
import { languageOf } from '../domain/language.js';
import { understood } from './failures.js';
import type { State } from './filters.js';
import { succeeded, type IndexRegistry } from './index-registry.js';

/** A document as it is kept in Meilisearch. */
interface StoredDocument {
  id: string;
  number: number;
  rev: number;
  digest: string;
}

/** Where a document lies now, and which revision of it. */
interface Place {
  uid: string;
  rev: number;
}

const LARGEST_PAYLOAD = 8 * 1024 * 1024;
/** Ids of each kind begin with a letter of their own. */
const KIND_OF_PREFIX: Record<string, SearchKind> = { q: 'question', k: 'article' };

/** The writing side of the indexes in Meilisearch. */
export class MeilisearchIndex implements WritableIndex {
  constructor(
    private readonly client: Meilisearch,
    private readonly registry: IndexRegistry,
  ) {}

  async apply({ upserts, deletes }: SearchBatch): Promise<void> {
    const batch = randomUUID();
    const tasks: EnqueuedTask[] = [];
    for (const kind of SEARCH_KINDS) {
      const documents = upserts.filter((document) => document.kind === kind);
      const gone = deletes.filter((id) => KIND_OF_PREFIX[id[0] ?? ''] === kind);
      if (documents.length + gone.length > 0) tasks.push(...(await this.send(kind, documents, gone, batch)));
    }
    // Enqueued is not done, and done may be failed.
    for (const { taskUid } of tasks) await succeeded(this.client, taskUid);
  }

  async states(kind: SearchKind, after: number, limit: number): Promise<IndexedState[]> {
    const indexes = (await this.registry.list()).filter((index) => index.kind === kind);
    const found: StoredDocument[] = [];
    for (const { uid } of indexes) {
      const { results } = await understood(() =>
        this.client.index(uid).getDocuments<StoredDocument>({
          filter: [`number > ${after}`],
          sort: ['number:asc'],
          fields: ['id', 'number', 'digest'],
          limit,
        }),
      );
      found.push(...results);
    }
    return found
      .sort((a, b) => a.number - b.number)
      .slice(0, limit)
      .map(({ id, digest }) => ({ id, digest }));
  }

  private async send(
    kind: SearchKind,
    documents: readonly SearchDocument[],
    gone: readonly string[],
    customMetadata: string,
  ): Promise<EnqueuedTask[]> {
    const places = await this.placesOf(kind, [...documents.map(({ id }) => id), ...gone]);
    const newer = documents.filter(
      ({ id, rev }) => places.get(id)?.every((place) => place.rev <= rev) ?? true,
    );
    const tasks: EnqueuedTask[] = [];
    const left = new Map<string, string[]>();
    const leave = (uid: string, id: string) => left.set(uid, [...(left.get(uid) ?? []), id]);
    for (const id of gone) for (const { uid } of places.get(id) ?? []) leave(uid, id);

    for (const [language, group] of Map.groupBy(newer, ({ locale }) => languageOf(locale))) {
      const uid = await this.registry.ensure(kind, language);
      for (const { id } of group) {
        // Its language was corrected: it must not stay in the index of the wrong one.
        for (const place of places.get(id) ?? []) if (place.uid !== uid) leave(place.uid, id);
      }
      for (const chunk of chunks(group.map((document) => stored(document, language)))) {
        const index = this.client.index(uid);
        tasks.push(await understood(() => index.addDocuments(chunk, { primaryKey: 'id', customMetadata })));
      }
    }
    for (const [uid, ids] of left) {
      tasks.push(await understood(() => this.client.index(uid).deleteDocuments(ids, { customMetadata })));
    }
    return tasks;
  }

  private async placesOf(kind: SearchKind, ids: string[]): Promise<Map<string, Place[]>> {
    const places = new Map<string, Place[]>();
    for (const { uid, kind: its } of await this.registry.list()) {
      if (its !== kind) continue;
      // The empty filter makes the client ask by POST: a thousand ids do not fit into an address.
      const { results } = await understood(() =>
        this.client
          .index(uid)
          .getDocuments<StoredDocument>({ ids, filter: [], fields: ['id', 'rev'], limit: ids.length }),
      );
      for (const { id, rev } of results) places.set(id, [...(places.get(id) ?? []), { uid, rev }]);
    }
    return places;
  }
}

function stored(document: SearchDocument, language: string): StoredDocument & Record<string, unknown> {
  const { id, kind, locale, title, tags, text, helpfulness, score, audience, rev, digest } = document;
  const { authors, products, versions } = document;
  return {
    id,
    number: numberOf(id),
    kind,
    locale,
    language,
    title,
    tags,
    text,
    authors,
    products,
    versions,
    states: statesOf(document),
    official: document.official ? 1 : 0,
    helpfulness,
    score,
    createdAt: document.createdAt.getTime(),
    activeAt: document.activeAt.getTime(),
    audience,
    rev,
    digest,
  };
}

function statesOf({ accepted, official, answered }: SearchDocument): State[] {
  const marks: State[] = answered ? ['answered'] : ['unanswered'];
  if (accepted) marks.push('accepted');
  if (official) marks.push('official');
  return marks;
}

/** Parts of at most 8 MB. */
function chunks<Entry extends object>(documents: readonly Entry[]): Entry[][] {
  const parts: Entry[][] = [];
  let size = Infinity;
  for (const document of documents) {
    const bytes = Buffer.byteLength(JSON.stringify(document));
    if (size + bytes > LARGEST_PAYLOAD) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(document);
    size += bytes;
  }
  return parts;
}
