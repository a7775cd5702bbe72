import type { Meilisearch, MultiSearchQueryWithFederation } from 'meilisearch';
import { COUNTED_UP_TO, EngineUnavailable } from '../domain/engine.js';
import type { Draft, EngineHit, EngineResult, EngineStatus, SearchEngine } from '../domain/engine.js';
import { languageOf } from '../domain/language.js';
import { MATCH_END, MATCH_START, markedHtml } from '../domain/marking.js';
import { parseQuery, type SearchQuery } from '../domain/query.js';
import { spaced, withoutControls } from '../domain/words.js';
import { understood } from './failures.js';
import type { IndexRegistry, RegisteredIndex } from './index-registry.js';
import { localesOf } from './settings.js';

/** Of like relevance, an article comes before a question. */
const ARTICLE_WEIGHT = 1.25;
/** What is less alike than this would only distract from writing. */
const LEAST_LIKENESS = 0.3;
/** An exact title further down than this is not an answer to what was typed. */
const EXACT_TITLE_WITHIN = 20;
/** Short: the first document of a language makes an index that nobody knows of yet. */
const INDEXES_KNOWN_FOR_MS = 500;
const LONGEST_TITLE = 300;

interface FoundDocument extends Record<string, unknown> {
  id: string;
  title: string;
  _formatted?: { title?: string; text?: string };
  _federation?: { weightedRankingScore: number };
}

/** Searches in Meilisearch: all its indexes in one federated request. */
export class MeilisearchEngine implements SearchEngine {
  readonly name = 'MEILISEARCH';
  private known: { indexes: RegisteredIndex[]; until: number } | undefined;

  constructor(
    private readonly client: Meilisearch,
    private readonly registry: IndexRegistry,
  ) {}

  async search(query: SearchQuery): Promise<EngineResult> {
    const { terms, titleKey } = parseQuery(query.text);
    const indexes = await this.indexesFor(query);
    if (terms.length === 0 || indexes.length === 0) return { hits: [], estimatedTotal: 0 };
    const q = withoutControls(query.text).replace(/[“”„«»]/g, '"');
    const filter = filterOf(query);
    const queries = indexes.map((index) => ({
      ...searchIn(index, q),
      filter,
      matchingStrategy: 'last' as const,
    }));
    const found = await this.multiSearch(queries, Math.max(query.first, EXACT_TITLE_WITHIN));
    const hits = exactTitlesFirst(found.hits, titleKey).slice(0, query.first);
    return { hits, estimatedTotal: Math.min(found.estimatedTotalHits, COUNTED_UP_TO) };
  }

  async suggest({ title, first }: Draft): Promise<EngineHit[]> {
    const q = spaced(withoutControls(title)).slice(0, LONGEST_TITLE);
    const indexes = await this.indexesFor({});
    if (q === '' || indexes.length === 0) return [];
    const queries = indexes.map((index) => ({
      ...searchIn(index, q),
      filter: [`audience = public`],
      // The words that are in most documents say least about a question: they are given up first.
      matchingStrategy: 'frequency' as const,
      attributesToSearchOn: ['title', 'tags'],
      rankingScoreThreshold: LEAST_LIKENESS,
    }));
    const { hits } = await this.multiSearch(queries, first);
    return exactTitlesFirst(hits, q);
  }

  async status(): Promise<EngineStatus> {
    const stats = await understood(() => this.client.getStats());
    const indexes = await this.registry.list();
    const documents = indexes.reduce((sum, { uid }) => sum + (stats.indexes[uid]?.numberOfDocuments ?? 0), 0);
    return { engine: this.name, documents, ready: true };
  }

  private async multiSearch(queries: MultiSearchQueryWithFederation[], limit: number) {
    try {
      const found = await understood(() =>
        this.client.multiSearch<{ federation: object; queries: typeof queries }, FoundDocument>({
          federation: { limit },
          queries,
        }),
      );
      return { hits: found.hits as FoundDocument[], estimatedTotalHits: found.estimatedTotalHits ?? 0 };
    } catch (error) {
      // Perhaps an index went away: look again at the next search.
      this.known = undefined;
      if (error instanceof EngineUnavailable) throw error;
      throw new EngineUnavailable('the search was refused', { cause: error });
    }
  }

  private async indexesFor({
    kind,
    locale,
  }: Pick<SearchQuery, 'kind' | 'locale'>): Promise<RegisteredIndex[]> {
    if (!this.known || this.known.until < Date.now()) {
      this.known = { indexes: await this.registry.list(), until: Date.now() + INDEXES_KNOWN_FOR_MS };
    }
    return this.known.indexes.filter(
      (index) =>
        (kind === undefined || index.kind === kind) &&
        (locale === undefined || index.language === languageOf(locale)),
    );
  }
}

function searchIn({ uid, kind, language }: RegisteredIndex, q: string): MultiSearchQueryWithFederation {
  const locales = localesOf(language);
  return {
    indexUid: uid,
    q,
    attributesToRetrieve: ['id', 'title'],
    attributesToHighlight: ['title', 'text'],
    attributesToCrop: ['text:30'],
    cropMarker: ' … ',
    highlightPreTag: MATCH_START,
    highlightPostTag: MATCH_END,
    federationOptions: { weight: kind === 'article' ? ARTICLE_WEIGHT : 1 },
    ...(locales ? { locales } : {}),
  };
}

function filterOf({ tags, locale, accepted }: SearchQuery): string[] {
  const filter = ['audience = public', ...(tags ?? []).map((tag) => `tags = ${literal(tag)}`)];
  if (accepted !== undefined) filter.push(`accepted = ${accepted}`);
  if (locale !== undefined && locale !== languageOf(locale)) filter.push(`locale = ${literal(locale)}`);
  return filter;
}

function literal(text: string): string {
  return `"${withoutControls(text).replace(/[\\"]/g, '\\$&')}"`;
}

function exactTitlesFirst(found: readonly FoundDocument[], titleKey: string): EngineHit[] {
  const isExact = (hit: FoundDocument) => spaced(hit.title) === titleKey;
  const sorted = [...found.filter(isExact), ...found.filter((hit) => !isExact(hit))];
  let ceiling = 1;
  return sorted.map((hit) => {
    const score = isExact(hit) ? 1 : (hit._federation?.weightedRankingScore ?? 0) / ARTICLE_WEIGHT;
    ceiling = Math.min(ceiling, Math.max(0, score));
    return {
      id: hit.id,
      titleHtml: markedHtml(hit._formatted?.title ?? hit.title),
      excerptHtml: markedHtml((hit._formatted?.text ?? '').replace(/\s+/g, ' ').trim()),
      score: ceiling,
    };
  });
}
