import type { Database } from '#libs/platform';
import { inFacetOrder, noFacets, type FacetCounts, type FacetName } from '../domain/facets.js';

const COUNTED = `
  with found as materialized (
    select d.kind, d.tags, d.products, d.versions, d.accepted, d.official, d.answered,
           lower(split_part(replace(d.locale, '_', '-'), '-', 1)) as language
    from search_document d where d.id = any($1)
  )
  select 'tags' as facet, value, count(*)::integer as count from found, unnest(tags) as value group by value
  union all
  select 'products', value, count(*)::integer from found, unnest(products) as value group by value
  union all
  select 'versions', value, count(*)::integer from found, unnest(versions) as value group by value
  union all
  select 'languages', language, count(*)::integer from found group by language
  union all
  select 'kinds', kind, count(*)::integer from found group by kind
  union all
  select 'states', value, count(*)::integer
  from found, unnest(array[
    case when accepted then 'accepted' end, case when official then 'official' end,
    case when answered then 'answered' else 'unanswered' end]) as value
  where value is not null group by value`;

/** What these documents have in common. Of a search with more matches than are counted, it is of as many of them. */
export async function facetsOf(database: Database, ids: readonly string[]): Promise<FacetCounts> {
  const facets = noFacets();
  if (ids.length === 0) return facets;
  const rows = await database.query<{ facet: FacetName; value: string; count: number }>(COUNTED, [ids]);
  for (const { facet, value, count } of rows) facets[facet].push({ value, count });
  for (const facet of Object.keys(facets) as FacetName[]) facets[facet] = inFacetOrder(facets[facet]);
  return facets;
}
