import type { SearchOutcome } from '../application/search.js';
import type { Condition } from '../domain/conditions.js';
import {
  FACETS,
  conditionOf,
  valueIn,
  withChosen,
  type FacetCounts,
  type FacetName,
} from '../domain/facets.js';
import { writeOperator } from '../domain/operators.js';
import type { Asked } from '../domain/query.js';
import { parseQuery } from '../domain/query.js';
import type {
  SearchConditionFieldEnum,
  SearchFacets,
  SearchFacetValue,
  SearchInterpretation,
} from './facet.types.js';

/** Kinds are chosen by the filter `scope`, so they are called as there. */
const SCOPES: Record<string, string> = { article: 'FAQ', question: 'QUESTIONS' };

/** What the box was understood as, for people. */
export function toInterpretation({ text, terms, excluded, conditions }: Asked): SearchInterpretation {
  return {
    words: terms.filter(({ phrase }) => !phrase).flatMap(({ words }) => words),
    phrases: terms.filter(({ phrase }) => phrase).map(({ words }) => words.join(' ')),
    excluded: excluded.map((words) => words.join(' ')),
    conditions: parseQuery(text).conditions.map((condition) => ({
      field: condition.field.toUpperCase() as keyof typeof SearchConditionFieldEnum,
      value: condition.value,
      excluded: !condition.wanted,
      operator: writeOperator(condition),
      queryWithout: `${text.slice(0, condition.start)}${text.slice(condition.end)}`
        .replace(/\s+/g, ' ')
        .trim(),
    })),
    isContradictory: conditions === undefined,
  };
}

/** The counts with what people call them and how they are chosen. */
export function toFacets(
  { facets, conditions }: Pick<SearchOutcome, 'facets' | 'conditions'>,
  products: ReadonlyMap<string, string>,
): SearchFacets | null {
  if (!facets) return null;
  const complete: FacetCounts = withChosen(facets, conditions);
  const values = (facet: FacetName): SearchFacetValue[] =>
    complete[facet].map(({ value, count }) => ({
      ...named(facet, value, products),
      count,
      selected: isChosen(facet, value, conditions),
      operator: writeOperator(conditionOf(facet, value)),
    }));
  const shown = FACETS.map((facet): [FacetName, SearchFacetValue[]] => [facet, values(facet)]);
  return Object.fromEntries(shown) as unknown as SearchFacets;
}

function named(
  facet: FacetName,
  value: string,
  products: ReadonlyMap<string, string>,
): Pick<SearchFacetValue, 'value' | 'label'> {
  if (facet === 'products') return { value, label: products.get(value) ?? value };
  const shown = facet === 'kinds' ? (SCOPES[value] ?? value) : value;
  return { value: shown, label: shown };
}

function isChosen(facet: FacetName, value: string, conditions: readonly Condition[]): boolean {
  return conditions.some((condition) => valueIn(facet, condition)?.toLowerCase() === value.toLowerCase());
}
