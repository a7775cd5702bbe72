import type { Person } from '../model.ts';

/** Something that is said of an answer: by whom, since when, and of which version of its text. */
export interface AnswerState {
  /** Null once the account was erased. */
  by: Person | null;
  at: string;
  revision: number;
  /** False once the answer was edited after that. */
  isCurrentRevision: boolean;
}

export interface Acceptance extends AnswerState {
  /** By a moderator, in the name of an asker who kept silent. */
  onBehalf: boolean;
}

export interface Supersession extends AnswerState {
  reason: string | null;
  newer: { id: string; path: string; createdAt: string; author: Person | null } | null;
  /** The last of the chain; the newer one itself where nothing replaces that. */
  newest: { id: string; path: string } | null;
}

export interface AnswerStates {
  isAccepted: boolean;
  isOfficial: boolean;
  /** Of all answers, and above 0; several may share it. */
  isTopVoted: boolean;
  acceptance: Acceptance | null;
  officialMark: AnswerState | null;
  alsoSolved: AnswerState | null;
  supersession: Supersession | null;
}
