import type { SearchHit, SearchOrder, SearchResult } from '#lib/model/search.ts';
import { document } from '../document.ts';

export const hit = `
fragment Hit on SearchHit {
  titleHtml excerptHtml
  subject {
    __typename
    ... on Article { id title path locale helpfulCount }
    ... on Question { id title path locale score answerCount hasAcceptedAnswer hasOfficialAnswer }
  }
}`;

/** Takes `$versions: [ID!]`, what a guest uses; of people with an account the API knows it. */
export const hitForReader = `
fragment HitForReader on SearchHit { ...Hit appliesToReader(versionIds: $versions) }
${hit}`;

const facet = `
fragment Facet on SearchFacetValue { value label count selected operator }`;

export const search = document<
  { search: SearchResult },
  { query: string; orderBy: SearchOrder; after: string | null; language: string; versions: string[] }
>(
  `
query Search(
  $query: String!, $orderBy: SearchOrder, $after: String, $language: String, $versions: [ID!]
) {
  search(query: $query, first: 20, orderBy: $orderBy, after: $after, preferLocale: $language) {
    hits { ...HitForReader }
    estimatedTotal fellBack hasMore endCursor
    facets {
      kinds { ...Facet } states { ...Facet } tags { ...Facet }
      products { ...Facet } versions { ...Facet } languages { ...Facet }
    }
    didYouMean { query html }
    interpreted { isContradictory conditions { field value excluded operator queryWithout } }
  }
}`,
  hitForReader,
  facet,
);

/** A handful of lines below the box while somebody types: nothing but what is shown there. */
export const quickSearch = document<
  { search: { hits: SearchHit[] } },
  { query: string; language: string; versions: string[] }
>(`
query QuickSearch($query: String!, $language: String, $versions: [ID!]) {
  search(query: $query, first: 6, preferLocale: $language) {
    hits {
      titleHtml
      appliesToReader(versionIds: $versions)
      subject { __typename ... on Article { id path } ... on Question { id path hasAcceptedAnswer } }
    }
  }
}`);

export const similarQuestions = document<
  { question: { similarQuestions: Pick<SearchHit, 'subject'>[] } | null },
  { id: string; language: string }
>(`
query SimilarQuestions($id: ID!, $language: String) {
  question(id: $id) {
    id
    similarQuestions(first: 5, preferLocale: $language) {
      subject {
        __typename
        ... on Article { id title path locale helpfulCount }
        ... on Question { id title path locale answerCount hasAcceptedAnswer }
      }
    }
  }
}`);
