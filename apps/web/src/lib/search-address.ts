import type { FacetName, FacetValue, SearchCondition } from './model/search.ts';

/** Of these a result has one, so that choosing another means instead of the first and not beside it. */
const single = {
  kinds: 'KIND',
  products: 'PRODUCT',
  languages: 'LOCALE',
} as const satisfies Partial<Record<FacetName, SearchCondition['field']>>;

export interface Searched {
  words: string;
  /** `relevance` is not written into the address. */
  order: string;
}

/** The address of a search; it begins anew, so a page further on is left behind. */
export function searchAddress({ words, order }: Searched): string {
  const search = new URLSearchParams({ q: words });
  if (order !== 'relevance') search.set('sort', order);
  return `/search?${search}`;
}

/** What the box says after somebody chose a value, or took it back. */
export function chosen(
  words: string,
  conditions: readonly SearchCondition[],
  facet: FacetName,
  { operator, selected }: Pick<FacetValue, 'operator' | 'selected'>,
): string {
  const field = facet in single ? single[facet as keyof typeof single] : undefined;
  const sameField = conditions.find((one) => one.field === field && !one.excluded);
  if (selected) {
    const typed = conditions.find((one) => one.operator.toLowerCase() === operator.toLowerCase());
    return (typed ?? sameField)?.queryWithout ?? words;
  }
  return `${sameField?.queryWithout ?? words} ${operator}`.trim();
}

/** What the box says without any condition of this kind. */
export function withoutField(
  words: string,
  conditions: readonly SearchCondition[],
  field: SearchCondition['field'],
): string {
  return conditions.find((one) => one.field === field)?.queryWithout ?? words;
}
