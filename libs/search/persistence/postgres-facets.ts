import { inFacetOrder, noFacets, type FacetCounts, type FacetName } from '../domain/facets.js';
import { languageOf } from '../domain/language.js';

const COLUMNS = [
  'kind',
  'locale',
  'accepted',
  'official',
  'answered',
  'tags',
  'products',
  'versions',
] as const;

/** What is counted of a document, as a list of columns. */
export function facetColumns(row: string): string {
  return COLUMNS.map((column) => `${row}.${column}`).join(', ');
}

/** Documents that are alike in all of it, and how many they are. */
export type FacetGroup = [
  kind: string,
  locale: string,
  accepted: boolean,
  official: boolean,
  answered: boolean,
  tags: string[],
  products: string[],
  versions: string[],
  count: number,
];

/**
 * The groups in a part of a statement that has these columns, as one value. Most sites have few combinations of tags:
 * to group by all of them at once is one pass, and little comes over.
 */
export function facetGroupsSql(part: string): string {
  const columns = COLUMNS.join(', ');
  return `(select json_agg(json_build_array(${columns}, count))
           from (select ${columns}, count(*) from ${part} group by ${columns}) grouped)`;
}

/** What these documents have in common. */
export function facetsOf(groups: readonly FacetGroup[]): FacetCounts {
  const counts = new Map<FacetName, Map<string, number>>();
  const add = (facet: FacetName, value: string, count: number) => {
    const ofFacet = counts.get(facet) ?? new Map<string, number>();
    counts.set(facet, ofFacet.set(value, (ofFacet.get(value) ?? 0) + count));
  };
  for (const [kind, locale, accepted, official, answered, tags, products, versions, count] of groups) {
    add('kinds', kind, count);
    add('languages', languageOf(locale), count);
    if (accepted) add('states', 'accepted', count);
    if (official) add('states', 'official', count);
    add('states', answered ? 'answered' : 'unanswered', count);
    for (const tag of tags) add('tags', tag, count);
    for (const product of products) add('products', product, count);
    for (const version of versions) add('versions', version, count);
  }
  const facets = noFacets();
  for (const [facet, ofFacet] of counts) {
    facets[facet] = inFacetOrder([...ofFacet].map(([value, count]) => ({ value, count })));
  }
  return facets;
}
