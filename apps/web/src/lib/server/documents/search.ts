import type { SearchHit } from '#lib/model.ts';
import { document } from '../document.ts';
import { hit } from './fragments.ts';

export type SearchScope = 'ALL' | 'FAQ' | 'QUESTIONS';

export const search = document<
  {
    search: {
      hits: SearchHit[];
      estimatedTotal: number;
      engine: 'MEILISEARCH' | 'POSTGRES';
      fellBack: boolean;
      tookMs: number;
    };
  },
  { query: string; filter: { scope: SearchScope; tags?: string[]; accepted?: boolean } }
>(
  `
query Search($query: String!, $filter: SearchFilter) {
  search(query: $query, first: 30, filter: $filter) {
    hits { ...Hit }
    estimatedTotal engine fellBack tookMs
  }
}`,
  hit,
);
