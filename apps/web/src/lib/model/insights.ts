import type { ArticleStatus, Person } from '../model.ts';

/** One step of somebody who looks for a solution, as the API takes it. */
export interface IntentEvent {
  kind: 'SEARCHED' | 'SUGGESTED' | 'OPENED' | 'SOLVED' | 'ASKED' | 'ABANDONED';
  query?: string;
  hits?: number;
  subjectId?: string;
  position?: number;
}

export interface ConfidenceInterval {
  low: number;
  high: number;
}

export interface DeflectionGroup {
  people: number;
  asked: number;
  notAsked: number;
  solved: number;
  /** Null while there is nobody. */
  askedShare: number | null;
  interval: ConfidenceInterval | null;
}

export interface Deflection {
  from: string;
  to: string;
  verdict: 'NOT_ENOUGH_DATA' | 'NO_DIFFERENCE_SHOWN' | 'FEWER_ASKED' | 'MORE_ASKED';
  rate: number | null;
  interval: ConfidenceInterval | null;
  confidence: number;
  avoided: { estimate: number; low: number; high: number } | null;
  withSuggestions: DeflectionGroup;
  withoutSuggestions: DeflectionGroup;
  leastPeople: number;
}

export interface SearchActivity {
  intents: number;
  searches: number;
  searchesWithoutResults: number;
  searchesWithoutClick: number;
  opened: number;
}

export interface InsightsSettings {
  holdoutPercent: number;
  retentionDays: number;
}

export interface ArticleDeflection {
  since: string;
  opened: number;
  solved: number;
  askedAnyway: number;
}

export type GapState = 'OPEN' | 'TAKEN' | 'DONE' | 'DISMISSED';

export interface GapExample {
  kind: 'SEARCH_WITHOUT_RESULT' | 'SEARCH_WITHOUT_CLICK' | 'SUGGESTION_FAILED' | 'REPEATED_QUESTION';
  text: string;
  count: number;
  question: { id: string; path: string } | null;
}

export interface GapStep {
  kind: 'TAKEN' | 'GIVEN_BACK' | 'ARTICLE_BEGUN' | 'ANSWERED' | 'DISMISSED' | 'REOPENED' | 'MISSED_AGAIN';
  at: string;
  /** How many looked in vain since it was answered. */
  needs: number | null;
  /** Null: the site itself. */
  by: Person | null;
  article: { id: string; title: string; path: string } | null;
}

export interface Gap {
  id: string;
  title: string;
  words: string[];
  locale: string;
  needs: number;
  searchesWithoutResults: number;
  searchesWithoutClick: number;
  failedSuggestions: number;
  repeatedQuestions: number;
  recent: number;
  before: number;
  lastAt: string;
  state: GapState;
  reason: string | null;
  /** When it was opened again because people went on looking in vain. */
  missedAgainAt: string | null;
  assignee: Person | null;
  article: {
    id: string;
    title: string;
    path: string;
    status: ArticleStatus;
    deflected: ArticleDeflection | null;
  } | null;
  /** In the order of time. */
  history: GapStep[];
  examples: GapExample[];
}
