import type { Page, Person } from '../model.ts';

export type FlagReason = 'SPAM' | 'RUDE' | 'NOT_AN_ANSWER' | 'PLAGIARISM' | 'OTHER';
export type FlagVerdict = 'HELPFUL' | 'DECLINED';

export const flagReasons: readonly FlagReason[] = ['SPAM', 'RUDE', 'NOT_AN_ANSWER', 'PLAGIARISM', 'OTHER'];

/** A question or an answer, as far as a list of them tells. */
export interface PostLine {
  id: string;
  path: string;
  /** Of an answer, that of its question. */
  title?: string;
  question?: { title: string };
  isDeleted: boolean;
  author: Person | null;
}

export interface Flag {
  id: string;
  reason: FlagReason;
  remark: string;
  createdAt: string;
  verdict: FlagVerdict | null;
  note: string | null;
  decidedAt: string | null;
}

export interface OwnFlag extends Flag {
  post: PostLine | null;
}

export interface FlaggedPost {
  post: (PostLine & { bodyHtml: string }) | null;
  flags: (Flag & { flagger: Person | null })[];
  isPriority: boolean;
  since: string;
  viewerCanResolve: boolean;
}

export interface Sanction {
  id: string;
  points: number;
  reason: string;
  createdAt: string;
  liftedAt: string | null;
  liftReason: string | null;
  sanctionedBy: Person | null;
}

export type FraudKind = 'SERIAL_VOTES' | 'RING' | 'RECIPROCAL_ACCEPTANCE' | 'SOCK_PUPPETS';
export type FraudState = 'OPEN' | 'PROPOSED' | 'INVALIDATED' | 'DISMISSED' | 'UNDONE';
export type FraudItemState = 'STANDS' | 'VOID' | 'WITHDRAWN';

export interface FraudCaseRow {
  id: string;
  kind: FraudKind;
  state: FraudState;
  evidence: { name: string; value: number }[];
  voteCount: number;
  acceptanceCount: number;
  foundAt: string;
  grownAt: string;
  people: Person[];
}

export interface FraudEdge {
  from: Person | null;
  to: Person | null;
  upvotes: number;
  downvotes: number;
  acceptances: number;
}

export interface FraudVote {
  id: string;
  isUp: boolean;
  castAt: string;
  isProposed: boolean;
  state: FraudItemState;
  voter: Person | null;
  post: PostLine | null;
}

export interface FraudAcceptance {
  answerId: string;
  mark: 'ACCEPTED' | 'ALSO_SOLVED';
  acceptedAt: string;
  isProposed: boolean;
  state: FraudItemState;
  asker: Person | null;
  answer: PostLine | null;
}

export interface FraudCase extends FraudCaseRow {
  edges: FraudEdge[];
  votes: Page<FraudVote>;
  acceptances: Page<FraudAcceptance>;
  proposedBy: Person | null;
  proposalReason: string | null;
  confirmedBy: Person | null;
  invalidatedAt: string | null;
  dismissedBy: Person | null;
  dismissalReason: string | null;
  undoProposedBy: Person | null;
  undoReason: string | null;
  viewerCan: { propose: boolean; confirm: boolean; dismiss: boolean; undo: boolean };
}

export interface InvalidatedMonth {
  month: string;
  votes: number;
  acceptances: number;
}

/** In the order of the form. */
export const thresholdNames = [
  'windowDays',
  'serialVotes',
  'serialShare',
  'ringVotes',
  'ringShare',
  'reciprocalAcceptances',
  'reciprocalFactor',
  'sharedDays',
  'sharedAccounts',
  'sharedDeeds',
  'regrowth',
] as const;
/** Those that have no decimals. */
export const wholeThresholds: ReadonlySet<string> = new Set([
  'windowDays',
  'serialVotes',
  'ringVotes',
  'reciprocalAcceptances',
  'sharedDays',
  'sharedAccounts',
  'sharedDeeds',
] satisfies (typeof thresholdNames)[number][]);
export type FraudThresholds = Record<(typeof thresholdNames)[number], number>;
