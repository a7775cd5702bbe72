import {
  aBoolean,
  aCount,
  aFilter,
  aNumber,
  anIndexUid,
  aString,
  listOf,
  mapOf,
  objectOf,
  oneOf,
  orNull,
  type Check,
  type FieldRule,
} from './checks.js';
import { MeilisearchRefusal } from './errors.js';

/** What a search may ask for: the fields of a search body that the stand-in understands. */
export interface SearchRequest {
  q?: string | null;
  offset?: number | null;
  limit?: number | null;
  page?: number | null;
  hitsPerPage?: number | null;
  attributesToRetrieve?: string[] | null;
  attributesToCrop?: string[] | null;
  cropLength?: number;
  cropMarker?: string;
  attributesToHighlight?: string[] | null;
  highlightPreTag?: string;
  highlightPostTag?: string;
  filter?: unknown;
  sort?: string[] | null;
  facets?: string[] | null;
  matchingStrategy?: string;
  attributesToSearchOn?: string[] | null;
  rankingScoreThreshold?: number | null;
  locales?: string[] | null;
  showRankingScore?: boolean;
  federationOptions?: { weight?: number } | null;
}

export interface FederationRequest {
  limit?: number;
  offset?: number;
  facetsByIndex?: Record<string, string[] | null>;
}

const LOCALES = new Set(
  (
    'af ak am ar az be bn bg ca cs da de el en eo et fi fr gu he hi hr hu hy id it jv ja kn ka km ko la lv lt ml mr mk my ne ' +
    'nl nb or pa fa pl pt ro ru si sk sl sn es sr sv ta te tl th tk tr uk ur uz vi yi zh zu afr aka amh ara aze bel ben bul ' +
    'cat ces dan deu ell eng epo est fin fra guj heb hin hrv hun hye ind ita jav jpn kan kat khm kor lat lav lit mal mar mkd ' +
    'mya nep nld nob ori pan pes pol por ron rus sin slk slv sna spa srp swe tam tel tgl tha tuk tur ukr urd uzb vie yid zho zul cmn'
  ).split(' '),
);

const aLocale: Check = (value, at, code) => {
  aString(value, at, code);
  if (!LOCALES.has(value as string)) {
    throw new MeilisearchRefusal(
      code,
      `Unknown value \`${String(value)}\` at \`${at}\`: expected one of the known locales`,
    );
  }
};

const aSort: Check = (value, at, code) => {
  aString(value, at, code);
  if (!/^[^:]+:(asc|desc)$/.test(value as string)) {
    throw new MeilisearchRefusal(
      code,
      `Invalid syntax for the sort parameter: expected expression ending by \`:asc\` or \`:desc\`, found \`${String(value)}\`.`,
    );
  }
};

const aShare: Check = (value, at, code) => {
  aNumber(value, at, code);
  if ((value as number) < 0 || (value as number) > 1) {
    throw new MeilisearchRefusal(code, `Invalid value at \`${at}\`: the value must be between 0.0 and 1.0.`);
  }
};

const aWeight: Check = (value, at, code) => {
  aNumber(value, at, code);
  if ((value as number) < 0) {
    throw new MeilisearchRefusal(code, `Invalid value at \`${at}\`: the value must be positive.`);
  }
};

const names = orNull(listOf(aString));

const searchFields: Record<string, FieldRule> = {
  q: { check: orNull(aString), code: 'invalid_search_q' },
  offset: { check: orNull(aCount), code: 'invalid_search_offset' },
  limit: { check: orNull(aCount), code: 'invalid_search_limit' },
  page: { check: orNull(aCount), code: 'invalid_search_page' },
  hitsPerPage: { check: orNull(aCount), code: 'invalid_search_hits_per_page' },
  attributesToRetrieve: { check: names, code: 'invalid_search_attributes_to_retrieve' },
  attributesToCrop: { check: names, code: 'invalid_search_attributes_to_crop' },
  cropLength: { check: aCount, code: 'invalid_search_crop_length' },
  cropMarker: { check: aString, code: 'invalid_search_crop_marker' },
  attributesToHighlight: { check: names, code: 'invalid_search_attributes_to_highlight' },
  highlightPreTag: { check: aString, code: 'invalid_search_highlight_pre_tag' },
  highlightPostTag: { check: aString, code: 'invalid_search_highlight_post_tag' },
  showMatchesPosition: { check: aBoolean, code: 'invalid_search_show_matches_position' },
  filter: { check: orNull(aFilter), code: 'invalid_search_filter' },
  sort: { check: orNull(listOf(aSort)), code: 'invalid_search_sort' },
  distinct: { check: orNull(aString), code: 'invalid_search_distinct' },
  facets: { check: names, code: 'invalid_search_facets' },
  matchingStrategy: { check: oneOf('last', 'all', 'frequency'), code: 'invalid_search_matching_strategy' },
  attributesToSearchOn: { check: names, code: 'invalid_search_attributes_to_search_on' },
  rankingScoreThreshold: { check: orNull(aShare), code: 'invalid_search_ranking_score_threshold' },
  locales: { check: orNull(listOf(aLocale)), code: 'invalid_search_locales' },
  showRankingScore: { check: aBoolean, code: 'invalid_search_show_ranking_score' },
  showRankingScoreDetails: { check: aBoolean, code: 'invalid_search_show_ranking_score_details' },
};

export const aSearch = objectOf(searchFields);

const federationOptions = objectOf({
  weight: { check: aWeight, code: 'invalid_multi_search_weight' },
  queryPosition: { check: orNull(aCount), code: 'invalid_multi_search_query_position' },
});

const aSearchWithIndex = objectOf(
  {
    indexUid: { check: anIndexUid, code: 'invalid_index_uid' },
    ...searchFields,
    federationOptions: { check: orNull(federationOptions), code: 'invalid_multi_search_federation_options' },
  },
  ['indexUid'],
);

const federation = objectOf({
  limit: { check: aCount, code: 'invalid_search_limit' },
  offset: { check: aCount, code: 'invalid_search_offset' },
  facetsByIndex: { check: mapOf(names), code: 'invalid_multi_search_facets_by_index' },
  mergeFacets: {
    check: orNull(objectOf({ maxValuesPerFacet: { check: orNull(aCount) } })),
    code: 'invalid_multi_search_merge_facets',
  },
});

const aMultiSearch = objectOf(
  {
    queries: { check: listOf(aSearchWithIndex) },
    federation: { check: orNull(federation), code: 'invalid_multi_search_federated' },
  },
  ['queries'],
);

export interface MultiSearchRequest {
  queries: (SearchRequest & { indexUid: string })[];
  federation?: FederationRequest | null;
}

/** With a federation, what belongs to the whole list may not be said in a single query, and without it no weight. */
export function checkMultiSearch(given: unknown): asserts given is MultiSearchRequest {
  aMultiSearch(given, '', 'bad_request');
  const { queries, federation: merged } = given as MultiSearchRequest;
  queries.forEach((query, position) => {
    const at = `Inside \`.queries[${position}]\``;
    if (!merged) {
      if (query.federationOptions) {
        throw new MeilisearchRefusal(
          'invalid_multi_search_federation_options',
          `${at}: Using \`federationOptions\` is not allowed in a non-federated search.`,
        );
      }
      return;
    }
    for (const name of ['limit', 'offset', 'page', 'hitsPerPage'] as const) {
      if (query[name] != null) {
        throw new MeilisearchRefusal(
          'invalid_multi_search_query_pagination',
          `${at}: Using pagination options is not allowed in federated queries. Remove \`${name}\`.`,
        );
      }
    }
    if (query.facets) {
      throw new MeilisearchRefusal(
        'invalid_multi_search_query_facets',
        `${at}: Using facet options is not allowed in federated queries. Use \`federation.facetsByIndex\`.`,
      );
    }
  });
}
