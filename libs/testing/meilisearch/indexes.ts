import { MeilisearchRefusal, indexNotFound } from './errors.js';
import type { Document } from './filter.js';
import { indexDocument, type IndexedDocument } from './ranking.js';
import { defaultSettings, mergeSettings, type IndexSettings } from './settings.js';

const DOCUMENT_ID = /^[A-Za-z0-9_-]{1,511}$/;

export class StoredIndex {
  settings: IndexSettings = defaultSettings();
  readonly createdAt = new Date().toISOString();
  updatedAt = this.createdAt;
  /** Cut into words when first searched, again after a change of settings. */
  private readonly cut = new Map<string, IndexedDocument>();
  private readonly stored = new Map<string, Document>();

  constructor(
    public uid: string,
    public primaryKey: string | null,
  ) {}

  get documents(): Document[] {
    return [...this.stored.values()];
  }

  get(id: string): Document | undefined {
    return this.stored.get(id);
  }

  *entries(): Iterable<IndexedDocument> {
    for (const [id, document] of this.stored) {
      let entry = this.cut.get(id);
      if (!entry) {
        entry = indexDocument(document, this.settings);
        this.cut.set(id, entry);
      }
      yield entry;
    }
  }

  /** All or nothing: one document without a proper id and none of them goes in. */
  write(documents: readonly Document[], primaryKey: string | null, replace: boolean): void {
    const key = this.primaryKey ?? primaryKey ?? guessPrimaryKey(documents[0]);
    if (primaryKey !== null && this.primaryKey !== null && primaryKey !== this.primaryKey) {
      throw new MeilisearchRefusal(
        'index_primary_key_already_exists',
        `Index \`${this.uid}\`: Index already has a primary key: \`${this.primaryKey}\`.`,
      );
    }
    const ids = documents.map((document) => this.checkedId(document, key));
    this.primaryKey = key;
    documents.forEach((document, position) => {
      const id = ids[position] ?? '';
      this.stored.set(id, replace ? document : { ...this.stored.get(id), ...document });
      this.cut.delete(id);
    });
    this.touch();
  }

  remove(ids: readonly string[]): number {
    this.touch();
    return ids.filter((id) => {
      this.cut.delete(id);
      return this.stored.delete(id);
    }).length;
  }

  clear(): number {
    const count = this.stored.size;
    this.stored.clear();
    this.cut.clear();
    this.touch();
    return count;
  }

  configure(given: Partial<IndexSettings>): void {
    this.settings = mergeSettings(this.settings, given);
    this.cut.clear();
    this.touch();
  }

  resetSettings(): void {
    this.configure(defaultSettings());
  }

  get view() {
    const { uid, createdAt, updatedAt, primaryKey } = this;
    return { uid, createdAt, updatedAt, primaryKey };
  }

  get stats() {
    const fieldDistribution: Record<string, number> = {};
    for (const document of this.stored.values()) {
      for (const name of Object.keys(document)) fieldDistribution[name] = (fieldDistribution[name] ?? 0) + 1;
    }
    return {
      numberOfDocuments: this.stored.size,
      indexSize: 0,
      usedIndexSize: 0,
      rawDocumentDbSize: 0,
      avgDocumentSize: 0,
      isIndexing: false,
      fieldDistribution,
    };
  }

  private touch(): void {
    this.updatedAt = new Date().toISOString();
  }

  private checkedId(document: Document, key: string): string {
    const id = document[key];
    if (id === undefined) {
      throw new MeilisearchRefusal(
        'missing_document_id',
        `Index \`${this.uid}\`: Document doesn't have a \`${key}\` attribute: \`${JSON.stringify(document)}\`.`,
      );
    }
    const proper =
      (typeof id === 'number' && Number.isInteger(id)) || (typeof id === 'string' && DOCUMENT_ID.test(id));
    if (!proper) {
      throw new MeilisearchRefusal(
        'invalid_document_id',
        `Index \`${this.uid}\`: Document identifier \`${JSON.stringify(id)}\` is invalid. A document identifier can be of type ` +
          'integer or string, only composed of alphanumeric characters (a-z A-Z 0-9), hyphens (-) and underscores (_), ' +
          'and can not be more than 511 bytes.',
      );
    }
    return String(id);
  }
}

function guessPrimaryKey(document: Document | undefined): string {
  const names = Object.keys(document ?? {}).filter((name) => name.toLowerCase().endsWith('id'));
  const [only] = names;
  if (names.length === 1 && only !== undefined) return only;
  throw names.length === 0
    ? new MeilisearchRefusal(
        'index_primary_key_no_candidate_found',
        'The primary key inference failed as the engine did not find any field ending with `id` in its name.',
      )
    : new MeilisearchRefusal(
        'index_primary_key_multiple_candidates_found',
        `The primary key inference failed as the engine found ${names.length} fields ending with \`id\` in their names.`,
      );
}

/** All indexes by name. */
export class IndexStore {
  private readonly byUid = new Map<string, StoredIndex>();
  /** Documents that make their task fail. */
  refusing: (id: string) => boolean = () => false;

  find(uid: string): StoredIndex | undefined {
    return this.byUid.get(uid);
  }

  get(uid: string): StoredIndex {
    const index = this.byUid.get(uid);
    if (!index) throw indexNotFound(uid);
    return index;
  }

  list(): StoredIndex[] {
    return [...this.byUid.values()].sort((a, b) => (a.uid < b.uid ? -1 : 1));
  }

  create(uid: string, primaryKey: string | null): StoredIndex {
    if (this.byUid.has(uid)) {
      throw new MeilisearchRefusal('index_already_exists', `Index \`${uid}\` already exists.`);
    }
    const index = new StoredIndex(uid, primaryKey);
    this.byUid.set(uid, index);
    return index;
  }

  clear(): void {
    this.byUid.clear();
  }

  /** Writing to a missing index makes it, with the settings of the factory, where the key may create indexes. */
  getOrCreate(uid: string, mayCreate: boolean): StoredIndex {
    return this.byUid.get(uid) ?? (mayCreate ? this.create(uid, null) : this.get(uid));
  }

  delete(uid: string): number {
    const count = this.get(uid).documents.length;
    this.byUid.delete(uid);
    return count;
  }

  /** All pairs or none. Renaming needs the second name to be free, swapping needs both to exist. */
  swap(swaps: readonly { indexes: string[]; rename?: boolean }[]): void {
    for (const { indexes, rename } of swaps) {
      const [from = '', to = ''] = indexes;
      this.get(from);
      if (!rename) this.get(to);
      else if (this.byUid.has(to)) {
        throw new MeilisearchRefusal(
          'index_already_exists',
          `Cannot rename \`${from}\` to \`${to}\` as the index already exists.`,
        );
      }
    }
    for (const { indexes, rename } of swaps) {
      const [from = '', to = ''] = indexes;
      const left = this.get(from);
      const right = this.byUid.get(to);
      this.byUid.set(to, left);
      left.uid = to;
      if (rename || !right) this.byUid.delete(from);
      else {
        this.byUid.set(from, right);
        right.uid = from;
      }
    }
  }
}
