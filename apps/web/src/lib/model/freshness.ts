import type { ArticleRow, Person } from '../model.ts';
import type { AppliesTo, OfferedVersion } from './catalogue.ts';

/** Whether articles are still true, and what readers say of them. */

export type StaleKind = 'FEEDBACK' | 'DRIFT' | 'AGE' | 'VERSION' | 'MANUAL';

export interface StaleReason {
  kind: StaleKind;
  since: string;
  votes: number | null;
  notHelpful: number | null;
  answers: number | null;
  /** A day such as 2027-05-01. */
  dueOn: string | null;
  lookedAt: string | null;
  versions: (OfferedVersion & { product: { id: string; name: string } })[];
  /** For curators only. */
  remark: string | null;
}

export interface ArticleFreshness {
  confirmedAt: string | null;
  reviewDueOn: string | null;
  owner: Person | null;
  appliesTo: AppliesTo[];
  staleReasons: StaleReason[];
}

export type StaleArticle = ArticleRow & {
  version: number;
  owner: Person | null;
  staleReasons: StaleReason[];
};

export interface AnswerToReview {
  version: OfferedVersion & { product: { id: string; name: string } };
  answer: {
    id: string;
    path: string;
    appliesTo: { label: string } | null;
    question: { title: string; locale: string; appliesTo: { label: string } | null };
  };
}

export const feedbackReasons = [
  'OUTDATED',
  'UNCLEAR',
  'INCOMPLETE',
  'WRONG',
  'DID_NOT_APPLY',
  'OTHER',
] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];

export interface Remark {
  id: string;
  helpful: boolean;
  reason: FeedbackReason | null;
  comment: string | null;
  version: number | null;
  saidAt: string;
  resolvedAt: string | null;
  article: Pick<ArticleRow, 'title' | 'path' | 'locale'> & { version: number };
}

export interface StaleRules {
  feedback: { isOn: boolean; minVotes: number; share: number };
  drift: boolean;
  ageMonths: number | null;
  version: boolean;
}

/** The article that an asker had read. */
export type ArticleRead = Pick<ArticleRow, 'id' | 'title' | 'path' | 'locale'>;
