import type { OwnRank } from './recognition.ts';
import type { Person, Privilege, ReputationReason } from '../model.ts';

export interface OwnPrivilege extends Privilege {
  openedBy: 'REPUTATION' | 'ABILITY' | 'ROLE' | null;
  atRiskUntil: string | null;
}

export interface Ability {
  name: 'POSTS' | 'EDITS' | 'FLAGS';
  good: number;
  bad: number;
  /** From 0 to 1, as `bar`. */
  quality: number;
  bar: number;
  opens: string;
  isOpen: boolean;
}

export interface Source {
  reason: ReputationReason;
  points: number;
  entries: number;
}

export interface VoteAllowance {
  upLeft: number;
  downLeft: number;
  upPerDay: number;
  downPerDay: number;
  upPerAuthor: number;
  downPerAuthor: number;
  opensAt: string;
}

export interface Standing extends Person {
  standing: OwnRank;
  privileges: OwnPrivilege[];
  abilities: Ability[] | null;
  reputationSources: Source[];
  /** Null where votes are not limited. */
  voteAllowance: VoteAllowance | null;
}
