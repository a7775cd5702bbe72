import type { SearchDocument, SearchKind } from './document.js';
import type { FacetCounts } from './facets.js';
import type { KnownWords } from './known-words.js';
import type { Asked } from './query.js';
import type { RuleBook } from './rules.js';

export type SearchEngineName = 'POSTGRES' | 'MEILISEARCH';

export interface EngineHit {
  id: string;
  /** Escaped, matches wrapped in `<mark>`. */
  titleHtml: string;
  excerptHtml: string;
  /** 0 to 1, falling along the list. */
  score: number;
}

export interface EngineResult {
  hits: EngineHit[];
  /** Exact up to `COUNTED_UP_TO`, which stands for "this many or more". */
  estimatedTotal: number;
  /** There are others after these. */
  hasMore: boolean;
  /** Where they were asked for: what the search can be narrowed by. */
  facets?: FacetCounts;
  /** Where the engine looked the words up: what it learned of them. */
  known?: KnownWords;
}

export const COUNTED_UP_TO = 1_000;

/** What a question that is being written says so far. */
export interface Draft {
  title: string;
  body?: string;
  first: number;
  /** The global id of the thing itself, where it is not a draft any more. */
  except?: string;
  /** BCP 47. Of like likeness, what is written in this language comes first. */
  preferLocale?: string;
}

export interface SearchBatch {
  upserts: readonly SearchDocument[];
  /** Global ids; the kind is in the prefix. */
  deletes: readonly string[];
}

/** What an index says about one thing, for comparing it with the database. */
export interface IndexedState {
  id: string;
  digest: string;
}

export interface EngineStatus {
  engine: SearchEngineName;
  documents: number;
  /** False while it cannot answer: not yet built, or out of reach. */
  ready: boolean;
  /** In words, when it is not ready. */
  problem?: string;
}

/** Something that answers searches. */
export interface SearchEngine {
  readonly name: SearchEngineName;

  /** @throws EngineUnavailable when the engine cannot answer now */
  search(asked: Asked, rules: RuleBook): Promise<EngineResult>;

  /** For each draft what is like it, the FAQ first; for a hundred as few requests as for one. Same failures as `search`. */
  suggest(drafts: readonly Draft[], rules: RuleBook): Promise<EngineHit[][]>;

  status(): Promise<EngineStatus>;
}

/** One copy of the index that can be written: the one that answers, or the one that is being built beside it. */
export interface WritableIndex {
  /**
   * Brings documents in and takes ids out; when it resolves, all of it is searchable. May be repeated.
   *
   * @throws EngineUnavailable try again later: nothing is wrong with the batch
   * @throws EngineRefusesKey nothing will work until the operator acts
   * @throws BatchRefused something in the batch is bad: try its parts
   */
  apply(batch: SearchBatch): Promise<void>;

  /** What it holds of a kind, in the order of the numbers, after the number `after`. */
  states(kind: SearchKind, after: number, limit: number): Promise<IndexedState[]>;
}

/** How an engine builds a second index beside the one that answers, and puts it in its place. */
export interface Rebuilding {
  /** Takes away what an unfinished rebuild left, and makes the new index ready for documents. */
  begin(): Promise<WritableIndex>;
  /** All documents are in: whatever is better done afterwards. */
  filled(): Promise<void>;
  /**
   * Puts the new index in the place of the old one; searches find something at every moment.
   *
   * @param handOver leaves what the new index does not know yet to the one it becomes; to be called when nobody
   * writes to the old index any more
   */
  swap(handOver: () => Promise<void>): Promise<void>;
  /** Takes the unfinished new index away. */
  abandon(): Promise<void>;
}

/** The engine is down, slow or overloaded. */
export class EngineUnavailable extends Error {}

/** An index that should be there is gone: it has to be built anew. */
export class IndexLost extends EngineUnavailable {}

/** The key is wrong or may not do this. */
export class EngineRefusesKey extends Error {}

/** The engine took a look and will not have this batch; half of it may be welcome. */
export class BatchRefused extends Error {}
