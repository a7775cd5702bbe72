import type { Person } from '#lib/model.ts';

export interface StandingRule {
  path: string;
  value: number;
  unit: 'POINTS' | 'COUNT' | 'DAYS' | 'MONTHS' | 'SHARE' | 'STARS';
  least: number;
  most: number;
  description: string;
}

export interface StandingRuleSection {
  name:
    | 'POINTS'
    | 'PRIVILEGES'
    | 'ABILITIES'
    | 'VOTES'
    | 'SOLUTIONS'
    | 'BOUNTIES'
    | 'RATINGS'
    | 'EXPERTISE'
    | 'SUPERUSERS';
  rules: StandingRule[];
}

export interface RankRules {
  names: { locale: string; name: string }[];
  reputation: number;
  solutions: number;
  articles: number;
}

export type RulePreset = 'NEW' | 'GROWING' | 'ESTABLISHED';

export interface RuleDifference {
  path: string;
  before: number | null;
  after: number | null;
}

/** All figures, and the ladder of ranks. */
export interface StandingFigures {
  sections: StandingRuleSection[];
  ranks: RankRules[];
}

export interface StandingRules extends StandingFigures {
  version: number;
  preset: RulePreset | null;
}

/** As everybody reads them. */
export interface Rulebook extends StandingFigures {
  version: number;
  createdAt: string;
}

export interface StandingRulesVersion {
  version: number;
  note: string;
  createdAt: string;
  author: Person | null;
  changes: RuleDifference[];
}

interface Moved {
  user: Person | null;
  before: number;
  after: number;
}

/** What other rules would have made of the last days. */
export interface RulesOutcome {
  days: number;
  /** Of these days, as they stand. */
  entries: number;
  accounts: number;
  gainers: number;
  losers: number;
  total: number;
  gained: Moved[];
  lost: Moved[];
  privileges: { privilege: string; gained: number; lost: number; gainedBy: Person[]; lostBy: Person[] }[];
  changes: RuleDifference[];
}

export interface Recomputation {
  version: number;
  state: 'RUNNING' | 'DONE' | 'SUPERSEDED';
  accountsDone: number;
  accountsTotal: number;
  changed: number;
  askedAt: string;
}

/** As the API takes rules. */
export interface RulesDraft {
  values: { path: string; value: number }[];
  ranks: RankRules[];
}
