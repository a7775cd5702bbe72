import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';

/** Languages that Meilisearch cuts into words in their own way when it is told so. */
const TOLD = new Set(['ja', 'zh', 'ko', 'th', 'he', 'km', 'de', 'sv', 'tr', 'vi']);

/** The `locales` of a query and of an index: they have to agree, or the words are cut differently. */
export function localesOf(language: string): string[] | undefined {
  return TOLD.has(language) ? [language] : undefined;
}

/** Only asked for equality, and never searched for values: the cheapest kind of filter. */
const FILTERED = { facetSearch: false, filter: { equality: true, comparison: false } };

/**
 * The settings of every index of a language. All indexes have the same ranking rules, for hits of differently ranked
 * ones cannot be merged.
 */
export function settingsFor(language: string): Settings {
  const locales = localesOf(language);
  return {
    searchableAttributes: ['title', 'tags', 'text'],
    displayedAttributes: ['id', 'number', 'kind', 'title', 'text', 'rev', 'digest'],
    filterableAttributes: [
      { attributePatterns: ['tags', 'locale', 'language', 'accepted', 'audience'], features: FILTERED },
      {
        attributePatterns: ['number'],
        features: { facetSearch: false, filter: { equality: true, comparison: true } },
      },
    ],
    sortableAttributes: ['number'],
    rankingRules: [
      'words',
      'typo',
      'proximity',
      'attributeRank',
      'sort',
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
    pagination: { maxTotalHits: 1_000 },
    searchCutoffMs: 300,
    ...(locales ? { localizedAttributes: [{ attributePatterns: ['title', 'text'], locales }] } : {}),
  };
}

/** Settings are applied when this changes, not at every start: applying them makes the server index all anew. */
export function settingsHash(language: string): string {
  return createHash('sha256')
    .update(JSON.stringify(settingsFor(language)))
    .digest('base64url')
    .slice(0, 22);
}
