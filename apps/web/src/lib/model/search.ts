import type { QuestionRow } from '../model.ts';

/** What searches find, and what they can be narrowed by. */

export type SearchOrder = 'RELEVANCE' | 'NEWEST' | 'VOTES' | 'ACTIVITY';

export interface SearchHit {
  titleHtml: string;
  excerptHtml: string;
  /** False: it speaks of other versions than the reader’s. Null: nobody knows. */
  appliesToReader?: boolean | null;
  subject:
    | {
        __typename: 'Article';
        id: string;
        title: string;
        path: string;
        locale: string;
        helpfulCount: number;
        /** Only of the article that is shown open. */
        bodyHtml?: string;
      }
    | ({ __typename: 'Question' } & Pick<
        QuestionRow,
        | 'id'
        | 'title'
        | 'path'
        | 'locale'
        | 'score'
        | 'answerCount'
        | 'hasAcceptedAnswer'
        | 'hasOfficialAnswer'
      >);
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
  selected: boolean;
  /** How it is typed into the search box. */
  operator: string;
}

export const facetNames = ['kinds', 'states', 'tags', 'products', 'versions', 'languages'] as const;
export type FacetName = (typeof facetNames)[number];
export type SearchFacets = Record<FacetName, FacetValue[]>;

export type ConditionField =
  'KIND' | 'TAG' | 'LOCALE' | 'ACCEPTED' | 'OFFICIAL' | 'ANSWERED' | 'AUTHOR' | 'PRODUCT' | 'VERSION';

/** A condition that was typed into the search box. */
export interface SearchCondition {
  field: ConditionField;
  value: string;
  excluded: boolean;
  operator: string;
  /** The text of the box without it. */
  queryWithout: string;
}

export interface SearchResult {
  hits: SearchHit[];
  estimatedTotal: number;
  fellBack: boolean;
  hasMore: boolean;
  endCursor: string | null;
  facets: SearchFacets | null;
  didYouMean: { query: string; html: string } | null;
  interpreted: { conditions: SearchCondition[]; isContradictory: boolean };
}

/** One line below a search box while somebody types. */
export interface QuickHit {
  kind: 'Article' | 'Question';
  id: string;
  path: string;
  titleHtml: string;
  isSolved: boolean;
  /** It speaks of other versions than the reader’s. */
  isForOtherVersion: boolean;
}
