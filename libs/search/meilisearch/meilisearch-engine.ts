import type { Meilisearch, MultiSearchQuery, MultiSearchQueryWithFederation } from 'meilisearch';
import type { Condition } from '../domain/conditions.js';
import { COUNTED_UP_TO, EngineRefusesKey, EngineUnavailable } from '../domain/engine.js';
import type { Draft, EngineHit, EngineResult, EngineStatus, SearchEngine } from '../domain/engine.js';
import { inFacetOrder, noFacets, type FacetCounts, type FacetName } from '../domain/facets.js';
import { languageOf } from '../domain/language.js';
import { asksForNothing, type Asked } from '../domain/query.js';
import type { BoostRule, RuleBook } from '../domain/rules.js';
import type { StopWords } from '../persistence/languages.js';
import { understood } from './failures.js';
import { boosted, filterOf } from './filters.js';
import { exactTitlesFirst, inOrder, searchIn, type FoundDocument } from './hits.js';
import type { IndexRegistry, RegisteredIndex } from './index-registry.js';
import { questionsOf, suggestions } from './meilisearch-suggestions.js';

/** An exact title further down than this is not an answer to what was typed. */
const EXACT_TITLE_WITHIN = 20;
/** Short: the first document of a language makes an index that nobody knows of yet. */
const INDEXES_KNOWN_FOR_MS = 500;
const SORTED_BY = {
  // Nothing but conditions was asked for: there is no relevance.
  RELEVANCE: 'createdAt:desc',
  NEWEST: 'createdAt:desc',
  VOTES: 'score:desc',
  ACTIVITY: 'activeAt:desc',
} as const;
const ATTRIBUTE_OF: Record<FacetName, string> = {
  tags: 'tags',
  products: 'products',
  versions: 'versions',
  languages: 'language',
  kinds: 'kind',
  states: 'states',
};
const FACET_ATTRIBUTES = Object.values(ATTRIBUTE_OF);

/** Searches in Meilisearch: all its indexes in one federated request. */
export class MeilisearchEngine implements SearchEngine {
  readonly name = 'MEILISEARCH';
  private known: { indexes: RegisteredIndex[]; until: number } | undefined;

  constructor(
    private readonly client: Meilisearch,
    private readonly registry: IndexRegistry,
    private readonly stopWords: Pick<StopWords, 'withoutThem'>,
  ) {}

  async search(asked: Asked, rules: RuleBook): Promise<EngineResult> {
    const { first, offset, withFacets, titleKey } = asked;
    const indexes = await this.indexesFor(asked.conditions ?? []);
    if (asksForNothing(asked) || indexes.length === 0) return nothing(withFacets);
    const isRanked = asked.order === 'RELEVANCE' && asked.terms.length > 0;
    const filter = filterOf(asked.conditions ?? [], asked.except);
    const how = isRanked
      ? { matchingStrategy: 'last' as const }
      : // What is sorted by something else is not to be mixed with what matches badly.
        { matchingStrategy: 'all' as const, sort: [SORTED_BY[asked.order]] };
    const queries = indexes.flatMap((index) => [
      ...weighted(
        { ...searchIn(index, asked.free, asked.preferred), ...how },
        filter,
        rules.of(index.language).boosts,
      ),
    ]);
    // Only among the first ones an exact title is put before the others, so they are always looked at together.
    const isReordered = isRanked && offset < EXACT_TITLE_WITHIN;
    const from = isReordered ? 0 : offset;
    // One more than is shown, to know whether there are others.
    const limit = (isReordered ? Math.max(offset + first, EXACT_TITLE_WITHIN) : first) + 1;
    const found = await this.federated(queries, { offset: from, limit }, withFacets ? indexes : []);
    const window = isReordered ? exactTitlesFirst(found.hits, titleKey) : inOrder(found.hits, isRanked);
    const start = offset - from;
    return {
      hits: window.slice(start, start + first),
      estimatedTotal: Math.min(found.estimatedTotalHits, COUNTED_UP_TO),
      hasMore: window.length > start + first,
      ...(withFacets && { facets: mergedFacets(found.facets) }),
    };
  }

  async suggest(drafts: readonly Draft[]): Promise<EngineHit[][]> {
    const questions = await questionsOf(drafts, await this.indexesFor([]), this.stopWords);
    if (questions.length === 0) return drafts.map(() => []);
    const { results } = await this.asking(() =>
      this.client.multiSearch<{ queries: MultiSearchQuery[] }, FoundDocument>({
        queries: questions.map(({ query }) => query),
      }),
    );
    return suggestions(
      drafts,
      questions,
      results.map(({ hits }) => hits as FoundDocument[]),
    );
  }

  async status(): Promise<EngineStatus> {
    const stats = await understood(() => this.client.getStats());
    const indexes = await this.registry.list();
    const documents = indexes.reduce((sum, { uid }) => sum + (stats.indexes[uid]?.numberOfDocuments ?? 0), 0);
    return { engine: this.name, documents, ready: true };
  }

  private async federated(
    queries: MultiSearchQueryWithFederation[],
    page: { offset?: number; limit: number },
    counted: readonly RegisteredIndex[] = [],
  ) {
    const facetsByIndex = Object.fromEntries(counted.map(({ uid }) => [uid, FACET_ATTRIBUTES]));
    const found = await this.asking(() =>
      this.client.multiSearch<{ federation: object; queries: typeof queries }, FoundDocument>({
        federation: { ...page, ...(counted.length > 0 ? { facetsByIndex } : {}) },
        queries,
      }),
    );
    return {
      hits: found.hits as FoundDocument[],
      estimatedTotalHits: found.estimatedTotalHits ?? 0,
      facets: Object.values(found.facetsByIndex ?? {}).map(({ distribution }) => distribution ?? {}),
    };
  }

  private async asking<Result>(call: () => Promise<Result>): Promise<Result> {
    try {
      return await understood(call);
    } catch (error) {
      // Perhaps an index went away: look again at the next search.
      this.known = undefined;
      if (error instanceof EngineUnavailable || error instanceof EngineRefusesKey) throw error;
      throw new EngineUnavailable('the search was refused', { cause: error });
    }
  }

  private async indexesFor(conditions: readonly Condition[]): Promise<RegisteredIndex[]> {
    if (!this.known || this.known.until < Date.now()) {
      this.known = { indexes: await this.registry.list(), until: Date.now() + INDEXES_KNOWN_FOR_MS };
    }
    return this.known.indexes.filter((index) =>
      conditions.every(({ field, value, wanted }) => {
        if (field === 'kind') return (index.kind === value) === wanted;
        return field !== 'locale' || !wanted || index.language === languageOf(value);
      }),
    );
  }
}

function nothing(withFacets: boolean): EngineResult {
  return { hits: [], estimatedTotal: 0, hasMore: false, ...(withFacets && { facets: noFacets() }) };
}

/**
 * One query for what no rule raises or lowers, and one for what each rule does. They have no document in common, for
 * of a document that is found twice the better score counts, and nothing could ever be lowered.
 */
function weighted(
  query: MultiSearchQueryWithFederation,
  filter: readonly string[],
  boosts: readonly BoostRule[],
): MultiSearchQueryWithFederation[] {
  const rules = boosts.map(boosted);
  const none = (upTo: number) => rules.slice(0, upTo).map((rule) => `NOT (${rule})`);
  const weight = query.federationOptions?.weight ?? 1;
  return [
    { ...query, filter: [...filter, ...none(rules.length)] },
    ...boosts.map(({ factor }, turn) => ({
      ...query,
      filter: [...filter, ...none(turn), rules[turn] ?? ''],
      federationOptions: { weight: weight * factor },
    })),
  ];
}

/** Each index counts for itself. */
function mergedFacets(distributions: readonly Record<string, Record<string, number>>[]): FacetCounts {
  const facets = noFacets();
  for (const [name, attribute] of Object.entries(ATTRIBUTE_OF) as [FacetName, string][]) {
    const counts = new Map<string, number>();
    for (const distribution of distributions) {
      for (const [value, count] of Object.entries(distribution[attribute] ?? {})) {
        counts.set(value, (counts.get(value) ?? 0) + count);
      }
    }
    facets[name] = inFacetOrder([...counts].map(([value, count]) => ({ value, count })));
  }
  return facets;
}
