import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { synonymMap, type SearchRules } from '../domain/rules.js';
import { spaced } from '../domain/words.js';

/** Languages that Meilisearch cuts into words in their own way when it is told so. */
const TOLD = new Set(['ja', 'zh', 'ko', 'th', 'he', 'km', 'de', 'sv', 'tr', 'vi']);

/** The `locales` of a query and of an index: they have to agree, or the words are cut differently. */
export function localesOf(language: string): string[] | undefined {
  return TOLD.has(language) ? [language] : undefined;
}

/** Only asked for equality, and never searched for values: the cheapest kind of filter. */
const FILTERED = { facetSearch: false, filter: { equality: true, comparison: false } };

const FILTERED_BY = [
  'id',
  'kind',
  'tags',
  'products',
  'versions',
  'authors',
  'states',
  'locale',
  'language',
  'audience',
];

/**
 * The settings of every index of a language. All indexes have the same ranking rules, for hits of differently ranked
 * ones cannot be merged.
 */
export function settingsFor(language: string, { synonyms, stopWords }: SearchRules): Settings {
  const locales = localesOf(language);
  return {
    searchableAttributes: ['title', 'tags', 'text'],
    displayedAttributes: ['id', 'number', 'kind', 'title', 'text', 'rev', 'digest'],
    filterableAttributes: [
      { attributePatterns: FILTERED_BY, features: FILTERED },
      {
        attributePatterns: ['number'],
        features: { facetSearch: false, filter: { equality: true, comparison: true } },
      },
    ],
    sortableAttributes: ['number', 'createdAt', 'score', 'activeAt'],
    rankingRules: [
      // Only where something is asked to be sorted by; then it comes before everything else.
      'sort',
      'words',
      'typo',
      'proximity',
      'attributeRank',
      'wordPosition',
      'exactness',
      'official:desc',
      'helpfulness:desc',
    ],
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
      disableOnAttributes: ['tags'],
      disableOnNumbers: true,
    },
    synonyms: Object.fromEntries(synonymMap(synonyms)),
    stopWords: [...new Set(stopWords.map(spaced))].sort(),
    faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'count' } },
    pagination: { maxTotalHits: 1_000 },
    searchCutoffMs: 300,
    ...(locales ? { localizedAttributes: [{ attributePatterns: ['title', 'text'], locales }] } : {}),
  };
}

/** Settings are applied when this changes, not at every start: applying them makes the server index all anew. */
export function settingsHash(language: string, rules: SearchRules): string {
  return createHash('sha256')
    .update(JSON.stringify(settingsFor(language, rules)))
    .digest('base64url')
    .slice(0, 22);
}
