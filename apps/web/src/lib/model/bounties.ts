import type { Page, Person, QuestionRow } from '../model.ts';

/** Reputation that somebody puts up for an answer. */
export interface Bounty {
  id: string;
  amount: number;
  note: string;
  state: 'OPEN' | 'AWARDED' | 'RETURNED';
  endsAt: string;
  decidesAt: string;
  leastScore: number;
  settledAt: string | null;
  awardRule: 'BY_OFFERER' | 'BY_ACCEPTANCE' | 'BY_SCORE' | null;
  returnReason: 'WITHDRAWN' | 'QUESTION_DELETED' | 'NO_ANSWER' | null;
  /** Null once the account was erased. */
  offeredBy: Person | null;
  wonBy: Person | null;
  /** Not asked for on the pages of guests. */
  viewerCan?: { award: boolean; withdraw: boolean };
}

/** An open one in a list, with its question. */
export interface ListedBounty extends Pick<Bounty, 'id' | 'amount' | 'note' | 'endsAt' | 'offeredBy'> {
  question: QuestionRow | null;
}

export type BountyOrder = 'ENDING' | 'AMOUNT' | 'NEWEST';
export type BountyPage = Page<ListedBounty>;

export interface BountyTerms {
  least: number;
  most: number;
  days: number;
  leastScore: number;
  /** What the reader might have to do without after offering so many points. */
  stakes: { name: string; reputationNeeded: number; fromAmount: number }[];
}
