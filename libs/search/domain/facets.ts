import type { Condition, ConditionField } from './conditions.js';
import { languageOf } from './language.js';

/** What a search can be narrowed by, with how many of its results have it. */
export const FACETS = ['tags', 'products', 'versions', 'languages', 'kinds', 'states'] as const;
export type FacetName = (typeof FACETS)[number];

export interface FacetCount {
  /**
   * A tag, a slug, the name of a version, a language (ISO 639), `article` or `question`, or one of accepted,
   * official, answered and unanswered.
   */
  value: string;
  count: number;
}

export type FacetCounts = Record<FacetName, FacetCount[]>;

const FIELD_OF: Record<Exclude<FacetName, 'states'>, ConditionField> = {
  tags: 'tag',
  products: 'product',
  versions: 'version',
  languages: 'locale',
  kinds: 'kind',
};

/** More values than this nobody reads. */
export const MOST_VALUES = 30;

export function noFacets(): FacetCounts {
  return { tags: [], products: [], versions: [], languages: [], kinds: [], states: [] };
}

/** The most frequent values first, those of one count by name. */
export function inFacetOrder(counts: readonly FacetCount[]): FacetCount[] {
  return [...counts].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST_VALUES);
}

/** The condition that a value of a facet stands for. */
export function conditionOf(facet: FacetName, value: string): Condition {
  if (facet === 'states') {
    return value === 'unanswered'
      ? { field: 'answered', value: 'true', wanted: false }
      : { field: value as ConditionField, value: 'true', wanted: true };
  }
  return { field: FIELD_OF[facet], value, wanted: true };
}

/** Also those that nothing has any more, if they were chosen: somebody wants to take them back. */
export function withChosen(counts: FacetCounts, conditions: readonly Condition[]): FacetCounts {
  const complete = noFacets();
  for (const facet of FACETS) {
    const missing = conditions
      .map((condition) => valueIn(facet, condition))
      .filter((value) => value !== undefined && !counts[facet].some((one) => one.value === value));
    complete[facet] = [
      ...counts[facet],
      ...[...new Set(missing)].map((value) => ({ value: value ?? '', count: 0 })),
    ];
  }
  return complete;
}

/** The value of a facet that a condition chooses; undefined when it speaks of something else. */
export function valueIn(facet: FacetName, { field, value, wanted }: Condition): string | undefined {
  if (facet === 'states') {
    if (field === 'answered') return wanted ? 'answered' : 'unanswered';
    return wanted && (field === 'accepted' || field === 'official') ? field : undefined;
  }
  if (!wanted || FIELD_OF[facet] !== field) return undefined;
  return facet === 'languages' ? languageOf(value) : value;
}
