import { compileFilter, type Document } from './filter.js';
import { formatDocument } from './format.js';
import { parseQuery, type ParsedQuery, type Term } from './query.js';
import {
  compareRanked,
  compareValues,
  placesOf,
  rank,
  rankingScore,
  textOf,
  type Ranked,
  type Step,
} from './ranking.js';
import { MeilisearchRefusal } from './errors.js';
import type { StoredIndex } from './indexes.js';
import type { FederationRequest, SearchRequest } from './search-request.js';

interface Found {
  index: StoredIndex;
  request: SearchRequest;
  query: ParsedQuery;
  ranked: Ranked[];
}

function find(index: StoredIndex, request: SearchRequest): Found {
  const { settings } = index;
  refuseUnsortable(index, request.sort ?? []);
  const query = parseQuery(request.q, settings);
  const keep = compileFilter(request.filter, settings, 'invalid_search_filter');
  const strategy = request.matchingStrategy ?? 'last';
  if (strategy === 'frequency') putRarestFirst(query.terms, index);
  const options = {
    strategy,
    sort: request.sort ?? [],
    ...(request.attributesToSearchOn ? { attributes: request.attributesToSearchOn } : {}),
  };
  const ranked: Ranked[] = [];
  for (const entry of index.entries()) {
    if (!keep(entry.document)) continue;
    const result = rank(entry, query, options, settings);
    if (result === undefined) continue;
    if (rankingScore(result.steps) >= (request.rankingScoreThreshold ?? 0)) ranked.push(result);
  }
  return { index, request, query, ranked: ranked.sort(compareRanked) };
}

/** Strategy `frequency` gives up the words that most documents have before the telling ones. */
function putRarestFirst(terms: Term[], index: StoredIndex): void {
  const frequencies = new Map(terms.map((term) => [term, documentsWith(term, index)] as const));
  // A word that no document has is of no help in any position, so it is given up like the most common one.
  const cost = (term: Term) => frequencies.get(term) || Infinity;
  terms.sort((a, b) => cost(a) - cost(b));
}

function documentsWith(term: Term, index: StoredIndex): number {
  let count = 0;
  for (const { attributes } of index.entries()) {
    if (attributes.some(({ words, typoTolerant }) => placesOf(term, words, 0, typoTolerant).length > 0))
      count += 1;
  }
  return count;
}

function refuseUnsortable(index: StoredIndex, sort: readonly string[]): void {
  for (const order of sort) {
    const field = order.slice(0, order.lastIndexOf(':'));
    if (index.settings.sortableAttributes.includes(field)) continue;
    throw new MeilisearchRefusal(
      'invalid_search_sort',
      `Index \`${index.uid}\`: Attribute \`${field}\` is not sortable.`,
    );
  }
}

/** One search in one index. */
export function searchIndex(index: StoredIndex, request: SearchRequest, started: number): Document {
  const { ranked, query } = find(index, request);
  const most = index.settings.pagination.maxTotalHits;
  const reachable = ranked.slice(0, most);
  const finite = request.page != null || request.hitsPerPage != null;
  const perPage = request.hitsPerPage ?? 20;
  const offset = finite ? Math.max(0, (request.page ?? 1) - 1) * perPage : (request.offset ?? 0);
  const limit = finite ? perPage : (request.limit ?? 20);
  const hits = reachable.slice(offset, offset + limit).map((hit) => present(hit, query, request, index));
  const page = { hitsPerPage: perPage, page: request.page ?? 1 };
  return {
    hits,
    query: request.q ?? '',
    processingTimeMs: Math.round(performance.now() - started),
    ...(finite
      ? {
          ...page,
          totalPages: Math.ceil(reachable.length / Math.max(1, perPage)),
          totalHits: reachable.length,
        }
      : { limit, offset, estimatedTotalHits: reachable.length }),
    ...(request.facets ? facetFields(facetsOf(ranked, request.facets, index)) : {}),
  };
}

function present(hit: Ranked, query: ParsedQuery, request: SearchRequest, index: StoredIndex): Document {
  const shown = pick(
    pick(hit.entry.document, index.settings.displayedAttributes),
    request.attributesToRetrieve,
  );
  const result: Document = { ...shown };
  const highlighted = request.attributesToHighlight ?? [];
  const cropped = request.attributesToCrop ?? [];
  if (highlighted.length + cropped.length > 0) {
    const formatted = new Set([
      ...Object.keys(shown),
      ...highlighted,
      ...cropped.map((entry) => entry.split(':')[0]),
    ]);
    const displayed = pick(hit.entry.document, index.settings.displayedAttributes);
    result['_formatted'] = formatDocument(
      pick(
        displayed,
        [...formatted].filter((name) => name !== undefined),
      ),
      query,
      {
        attributesToHighlight: highlighted,
        attributesToCrop: cropped,
        highlightPreTag: request.highlightPreTag ?? '<em>',
        highlightPostTag: request.highlightPostTag ?? '</em>',
        cropLength: request.cropLength ?? 10,
        cropMarker: request.cropMarker ?? '…',
      },
    );
  }
  if (request.showRankingScore) result['_rankingScore'] = rankingScore(hit.steps);
  return result;
}

export function pick(document: Document, names: readonly string[] | null | undefined): Document {
  if (!names || names.includes('*')) return document;
  return Object.fromEntries(Object.entries(document).filter(([name]) => names.includes(name)));
}

function facetFields({ distribution, stats }: Facets): Document {
  return { facetDistribution: distribution, facetStats: stats };
}

interface Facets {
  distribution: Record<string, Record<string, number>>;
  stats: Record<string, { min: number; max: number }>;
}

/** Counts each document once, by whichever query it was found. */
function facetsOf(found: readonly Ranked[], facets: readonly string[], index: StoredIndex): Facets {
  const documents = new Set(found.map(({ entry }) => entry.document));
  const result: Facets = { distribution: {}, stats: {} };
  for (const facet of facets) {
    compileFilter(`${facet} EXISTS`, index.settings, 'invalid_search_facets');
    const counts = new Map<string, number>();
    const numbers: number[] = [];
    for (const document of documents) {
      for (const value of new Set([document[facet]].flat())) {
        if (typeof value === 'number') numbers.push(value);
        const name = textOf(value);
        if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    result.distribution[facet] = Object.fromEntries(shownValues(facet, counts, index));
    if (numbers.length > 0) result.stats[facet] = { min: Math.min(...numbers), max: Math.max(...numbers) };
  }
  return result;
}

/** As many values as the settings allow, in the order that they name. */
function shownValues(
  facet: string,
  counts: ReadonlyMap<string, number>,
  { settings: { faceting } }: StoredIndex,
): [string, number][] {
  const order = faceting.sortFacetValuesBy[facet] ?? faceting.sortFacetValuesBy['*'] ?? 'alpha';
  const byName = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const sorted = order === 'count' ? byName.sort(([, a], [, b]) => b - a) : byName;
  return sorted.slice(0, faceting.maxValuesPerFacet);
}

/** Several searches merged into one list by weighted score. */
export function searchFederated(
  searches: readonly { index: StoredIndex; request: SearchRequest }[],
  federation: FederationRequest,
  started: number,
): Document {
  refuseDifferentRanking(searches.map(({ index }) => index));
  const found = searches.map(({ index, request }) => find(index, request));
  const merged = found.flatMap((result, position) => {
    const weight = result.request.federationOptions?.weight ?? 1;
    return result.ranked.map((hit) => ({
      hit,
      result,
      position,
      keys: federatedKeys(hit.steps, weight),
      weight,
    }));
  });
  merged.sort((a, b) => compareKeys(a.keys, b.keys));
  const unique = new Set<string>();
  const hits = merged.filter(({ hit, result }) => {
    const key = `${result.index.uid}\u0000${String(hit.entry.document[result.index.primaryKey ?? 'id'])}`;
    return unique.has(key) ? false : unique.add(key);
  });
  const offset = federation.offset ?? 0;
  const limit = federation.limit ?? 20;
  const facets = Object.entries(federation.facetsByIndex ?? {}).map(([uid, names]) => {
    const ranked = found.filter(({ index }) => index.uid === uid).flatMap((result) => result.ranked);
    const index = found.find((result) => result.index.uid === uid)?.index;
    return [uid, index ? facetsOf(ranked, names ?? [], index) : { distribution: {}, stats: {} }] as const;
  });
  return {
    hits: hits.slice(offset, offset + limit).map(({ hit, result, position, weight }) => ({
      ...present(hit, result.query, result.request, result.index),
      _federation: {
        indexUid: result.index.uid,
        queriesPosition: position,
        weightedRankingScore: rankingScore(hit.steps) * weight,
      },
    })),
    processingTimeMs: Math.round(performance.now() - started),
    limit,
    offset,
    estimatedTotalHits: hits.length,
    ...(facets.length > 0 ? { facetsByIndex: Object.fromEntries(facets) } : {}),
  };
}

/** Hits of differently ranked indexes cannot be compared: the server refuses such a merger. */
function refuseDifferentRanking(indexes: readonly StoredIndex[]): void {
  const first = indexes[0];
  const other = indexes.find(
    ({ settings }) => settings.rankingRules.join() !== first?.settings.rankingRules.join(),
  );
  if (first && other) {
    throw new MeilisearchRefusal(
      'invalid_multi_search_query_ranking_rules',
      `Inside \`.queries\`: The results of queries on \`${first.uid}\` and \`${other.uid}\` cannot be merged: ` +
        'their ranking rules are incompatible.',
    );
  }
}

type FederatedKey = { score: number } | Extract<Step, { field: string }>;

/** Text ranking becomes one weighted score between (and after) the sorted fields. */
function federatedKeys(steps: readonly Step[], weight: number): FederatedKey[] {
  const keys: FederatedKey[] = [];
  let ranks: Step[] = [];
  for (const part of steps) {
    if ('rank' in part) {
      ranks.push(part);
      continue;
    }
    if (ranks.length > 0) keys.push({ score: rankingScore(ranks) * weight });
    ranks = [];
    keys.push(part);
  }
  if (ranks.length > 0) keys.push({ score: rankingScore(ranks) * weight });
  return keys;
}

function compareKeys(a: readonly FederatedKey[], b: readonly FederatedKey[]): number {
  for (let position = 0; position < Math.min(a.length, b.length); position += 1) {
    const left = a[position];
    const right = b[position];
    if (!left || !right) break;
    let order = 0;
    if ('score' in left && 'score' in right) order = right.score - left.score;
    else if ('field' in left && 'field' in right)
      order = compareValues(left.value, right.value, left.descending);
    if (order !== 0) return order;
  }
  return b.length - a.length;
}
