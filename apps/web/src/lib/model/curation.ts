import type { DiffLine, Person, QuestionRow } from '../model.ts';

/** What curators work on. */

export type CandidateReasonKind =
  'VIEWS' | 'VOTES' | 'OFFICIAL' | 'ACCEPTED' | 'DUPLICATES' | 'AFFECTED' | 'SEARCHES' | 'CHANGED';
export type CandidateState = 'OPEN' | 'CLAIMED' | 'DECLINED';

export interface Candidate {
  priority: number;
  reasons: { kind: CandidateReasonKind; value: number; points: number }[];
  state: CandidateState;
  claimedBy: Person | null;
  claimedUntil: string | null;
  declinedBy: Person | null;
  declinedAt: string | null;
  declineReason: string | null;
  question: Pick<QuestionRow, 'id' | 'title' | 'path' | 'viewCount' | 'locale' | 'tags'>;
  answer: {
    id: string;
    path: string;
    bodyHtml: string;
    score: number;
    isAccepted: boolean;
    isOfficial: boolean;
    author: Person | null;
    /** The one that was made of it, before it was edited. */
    article: { id: string; title: string; path: string } | null;
  };
}

export type ReviewState = 'NONE' | 'REQUESTED' | 'APPROVED' | 'CHANGES_REQUESTED';

export interface Review {
  version: number;
  state: ReviewState;
  requestedAt: string;
  requestedBy: Person | null;
  decidedAt: string | null;
  decidedBy: Person | null;
  remark: string | null;
}

export interface Schedule {
  publishAt: string;
  problemKind: 'REVIEW_MISSING' | 'ANSWER_ELSEWHERE' | 'NOT_A_CURATOR' | 'OTHER' | null;
  /** In English. */
  problem: string | null;
  scheduledBy: Person | null;
}

/** An answer behind an article: what it said when the two were last compared, and what it says today. */
export interface SourceComparison {
  answer: { id: string; path: string; author: Person | null };
  question: { id: string; title: string; locale: string };
  pinnedRevision: number;
  pinnedBody: string;
  currentRevision: number;
  currentBody: string;
  hasDrifted: boolean;
  diff: DiffLine[];
}

/** Where an article stands, for those who look after it. */
export interface ArticleLife {
  reviewState: ReviewState;
  reviews: Review[];
  schedule: Schedule | null;
  sources: SourceComparison[];
  /** Who wrote the newest version. */
  versions: { nodes: { author: Person | null }[] };
}

export type AutoPromotionMode = 'OFF' | 'DRAFT' | 'PUBLISH';

export interface KnowledgeSettings {
  requireReview: boolean;
  autoPromotion: { mode: AutoPromotionMode; minScore: number; onOfficial: boolean };
}
