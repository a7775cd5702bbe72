import type { Person } from '../model.ts';
import type { SearchHit } from './search.ts';

/** What curators tell the search. */

export type BoostField = 'TAG' | 'PRODUCT' | 'KIND';

export interface RulesInput {
  synonyms: { words: string[]; oneWay: boolean }[];
  stopWords: string[];
  pinned: { query: string; ids: string[] }[];
  boosts: { field: BoostField; value: string; factor: number }[];
}

export interface SearchRules extends Omit<RulesInput, 'pinned'> {
  locale: string;
  /** 0 while nobody has made any. */
  version: number;
  /** `subjects` are those that can still be seen. */
  pinned: { query: string; ids: string[]; subjects: { id: string; path: string }[] }[];
  author: Person | null;
  reason: string | null;
  createdAt: string | null;
}

export interface RulesComparison {
  before: SearchHit[];
  after: SearchHit[];
}

export interface SearchHealth {
  answering: 'MEILISEARCH' | 'POSTGRES';
  breakerOpen: boolean;
  indexes: {
    engine: 'MEILISEARCH' | 'POSTGRES';
    ready: boolean;
    problem: string | null;
    documents: number;
    dirty: number;
    lagSeconds: number;
    setAside: number;
    sweptAt: string | null;
  }[];
}
