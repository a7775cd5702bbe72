import {
  aBoolean,
  aCount,
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

/** A rule of `filterableAttributes` in its long form; the short form (a name) allows everything. */
export interface FilterableRule {
  attributePatterns: string[];
  features?: {
    facetSearch?: boolean;
    filter?: { equality?: boolean; comparison?: boolean };
  };
}

export interface IndexSettings {
  displayedAttributes: string[];
  searchableAttributes: string[];
  filterableAttributes: (string | FilterableRule)[];
  sortableAttributes: string[];
  rankingRules: string[];
  stopWords: string[];
  nonSeparatorTokens: string[];
  separatorTokens: string[];
  dictionary: string[];
  synonyms: Record<string, string[]>;
  distinctAttribute: string | null;
  proximityPrecision: string;
  typoTolerance: {
    enabled: boolean;
    minWordSizeForTypos: { oneTypo: number; twoTypos: number };
    disableOnWords: string[];
    disableOnAttributes: string[];
    disableOnNumbers: boolean;
  };
  faceting: { maxValuesPerFacet: number; sortFacetValuesBy: Record<string, string> };
  pagination: { maxTotalHits: number };
  embedders: Record<string, unknown>;
  searchCutoffMs: number | null;
  localizedAttributes: { attributePatterns: string[]; locales: string[] }[] | null;
  facetSearch: boolean;
  prefixSearch: string;
}

export function defaultSettings(): IndexSettings {
  return {
    displayedAttributes: ['*'],
    searchableAttributes: ['*'],
    filterableAttributes: [],
    sortableAttributes: [],
    rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
    stopWords: [],
    nonSeparatorTokens: [],
    separatorTokens: [],
    dictionary: [],
    synonyms: {},
    distinctAttribute: null,
    proximityPrecision: 'byWord',
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
      disableOnWords: [],
      disableOnAttributes: [],
      disableOnNumbers: false,
    },
    faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
    pagination: { maxTotalHits: 1000 },
    embedders: {},
    searchCutoffMs: null,
    localizedAttributes: null,
    facetSearch: true,
    prefixSearch: 'indexingTime',
  };
}

const BUILT_IN_RULES = new Set([
  'words',
  'typo',
  'proximity',
  'attribute',
  'attributeRank',
  'wordPosition',
  'sort',
  'exactness',
]);

const aRankingRule: Check = (value, at, code) => {
  aString(value, at, code);
  const rule = value as string;
  if (BUILT_IN_RULES.has(rule) || /^[^:]+:(asc|desc)$/.test(rule)) return;
  throw new MeilisearchRefusal(
    code,
    `Invalid value at \`${at}\`: \`${rule}\` ranking rule is invalid. Valid ranking rules are words, typo, sort, ` +
      'proximity, attribute, attributeRank, wordPosition, exactness and custom ranking rules.',
  );
};

/** `attribute` is the two newer rules in one: the server refuses them side by side. */
function refuseMixedAttributeRules(value: unknown, at: string, code: string): void {
  const rules = value as string[];
  if (rules.includes('attribute') && (rules.includes('attributeRank') || rules.includes('wordPosition'))) {
    throw new MeilisearchRefusal(
      code,
      `Invalid value at \`${at}\`: \`attribute\` cannot be used with \`attributeRank\` or \`wordPosition\`.`,
    );
  }
}

const aFilterableRule: Check = (value, at, code) => {
  if (typeof value === 'string') return;
  const features = objectOf({
    facetSearch: { check: aBoolean },
    filter: { check: objectOf({ equality: { check: aBoolean }, comparison: { check: aBoolean } }) },
  });
  objectOf({ attributePatterns: { check: listOf(aString) }, features: { check: features } }, [
    'attributePatterns',
  ])(value, at, code);
};

const typoTolerance = objectOf({
  enabled: { check: orNull(aBoolean) },
  minWordSizeForTypos: {
    check: orNull(objectOf({ oneTypo: { check: orNull(aCount) }, twoTypos: { check: orNull(aCount) } })),
  },
  disableOnWords: { check: orNull(listOf(aString)) },
  disableOnAttributes: { check: orNull(listOf(aString)) },
  disableOnNumbers: { check: orNull(aBoolean) },
});

const localizedAttributes = listOf(
  objectOf({ attributePatterns: { check: listOf(aString) }, locales: { check: listOf(aString) } }, [
    'attributePatterns',
    'locales',
  ]),
);

const CHECKS: Record<keyof IndexSettings, Check> = {
  displayedAttributes: listOf(aString),
  searchableAttributes: listOf(aString),
  filterableAttributes: listOf(aFilterableRule),
  sortableAttributes: listOf(aString),
  rankingRules: (value, at, code) => {
    listOf(aRankingRule)(value, at, code);
    refuseMixedAttributeRules(value, at, code);
  },
  stopWords: listOf(aString),
  nonSeparatorTokens: listOf(aString),
  separatorTokens: listOf(aString),
  dictionary: listOf(aString),
  synonyms: mapOf(listOf(aString)),
  distinctAttribute: aString,
  proximityPrecision: oneOf('byWord', 'byAttribute'),
  typoTolerance,
  faceting: objectOf({
    maxValuesPerFacet: { check: orNull(aCount) },
    sortFacetValuesBy: { check: orNull(mapOf(oneOf('alpha', 'count'))) },
  }),
  pagination: objectOf({ maxTotalHits: { check: orNull(aCount) } }),
  embedders: mapOf(mapOf(() => undefined)),
  searchCutoffMs: aCount,
  localizedAttributes,
  facetSearch: aBoolean,
  prefixSearch: oneOf('indexingTime', 'disabled'),
};

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const settingsRules: Record<string, FieldRule> = Object.fromEntries(
  Object.entries(CHECKS).map(([name, check]) => [
    name,
    { check: orNull(check), code: `invalid_settings_${snakeCase(name)}` },
  ]),
);

export function checkSettings(given: unknown): asserts given is Partial<IndexSettings> {
  objectOf(settingsRules)(given, '', 'bad_request');
}

/** What an index looks like after a settings task: `null` resets, objects are merged, lists replaced. */
export function mergeSettings(current: IndexSettings, given: Partial<IndexSettings>): IndexSettings {
  const fresh = defaultSettings();
  return merged(current, given, fresh) as unknown as IndexSettings;
}

/** These two are maps that belong to the operator: giving one replaces it whole. */
const REPLACED_WHOLE = new Set(['synonyms', 'sortFacetValuesBy']);

function merged(current: object, given: object, fresh: object): Record<string, unknown> {
  const result: Record<string, unknown> = { ...current };
  const now = current as Record<string, unknown>;
  const defaults = fresh as Record<string, unknown>;
  for (const [name, value] of Object.entries(given as Record<string, unknown>)) {
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (value === null) result[name] = defaults[name];
    else if (isMap && !REPLACED_WHOLE.has(name) && typeof now[name] === 'object' && now[name] !== null) {
      result[name] = merged(now[name], value, defaults[name] ?? {});
    } else result[name] = value;
  }
  return result;
}
