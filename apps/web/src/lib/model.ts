import type { AnswerStates } from './model/answer-states.ts';
import type { Bounty } from './model/bounties.ts';
import type { AppliesTo } from './model/catalogue.ts';
import type { ArticleDeflection } from './model/insights.ts';
import type { ArticleRead } from './model/freshness.ts';
import type { OwnRating, Rating } from './model/ratings.ts';

/** What pages know of the community, as the fragments of the GraphQL documents fetch it. */

export type Role = 'MEMBER' | 'SUPERUSER' | 'MODERATOR' | 'STAFF' | 'ADMIN';
export type VoteValue = 'UP' | 'DOWN' | 'NONE';
export type AnswerOrder = 'BEST' | 'NEWEST' | 'OLDEST';
export type QuestionOrder = 'ACTIVITY' | 'NEWEST' | 'VOTES' | 'UNANSWERED_FIRST';
export type ArticleStatus = 'DRAFT' | 'PUBLISHED' | 'STALE' | 'ARCHIVED';

export interface Person {
  id: string;
  username: string;
  displayName: string;
  path: string;
  role: Role;
  isStaff: boolean;
  reputation: number;
  /** By its place on the ladder, 0 for the lowest; the frame of the page knows the names. */
  rank?: { level: number };
}

export interface TagLink {
  id: string;
  name: string;
  path: string;
}

export interface CountedTag extends TagLink {
  questionCount: number;
}

export interface PageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

export interface Page<Item> {
  nodes: Item[];
  pageInfo: PageInfo;
  totalCount?: number | null;
}

export interface QuestionRow {
  id: string;
  title: string;
  path: string;
  locale: string;
  score: number;
  answerCount: number;
  viewCount: number;
  createdAt: string;
  lastActivityAt: string;
  hasAcceptedAnswer: boolean;
  hasOfficialAnswer: boolean;
  /** The one that can be won. */
  bounty: { id: string; amount: number } | null;
  tags: TagLink[];
  author: Person | null;
}

export interface QuestionLink {
  kind: 'DUPLICATE_OF' | 'HAS_DUPLICATE' | 'RELATED';
  question: Pick<QuestionRow, 'id' | 'title' | 'path' | 'score' | 'answerCount' | 'hasAcceptedAnswer'>;
}

export interface PostPermissions {
  edit: boolean;
  delete: boolean;
  restore: boolean;
  comment: boolean;
  answer: boolean;
  voteUp: boolean;
  voteDown: boolean;
  accept: boolean;
  setOfficial: boolean;
  markAlsoSolved: boolean;
  acceptOnBehalf: boolean;
  supersede: boolean;
  rateHelper: boolean;
  offerBounty: boolean;
  awardBounty: boolean;
  promote: boolean;
}

export interface Comment {
  id: string;
  author: Person | null;
  bodyHtml: string;
  createdAt: string;
  editedAt: string | null;
  isDeleted: boolean;
  /** Like all that is about the viewer, not asked for on the pages of guests. */
  body?: string;
  viewerCan?: { edit: boolean; delete: boolean; restore: boolean };
}

/** What a question and an answer have in common on their page. */
export interface Post {
  id: string;
  author: Person | null;
  bodyHtml: string;
  score: number;
  viewerVote?: VoteValue;
  createdAt: string;
  editedAt: string | null;
  path: string;
  isDeleted: boolean;
  revisionCount: number;
  commentCount: number;
  comments: Page<Comment>;
  viewerCan?: PostPermissions;
}

export interface Answer extends Post, AnswerStates {
  /** They accepted it and might rate whoever wrote it. */
  viewerIsAskedToRate?: boolean;
  viewerRating?: OwnRating | null;
  article: { id: string; path: string; title: string; status: ArticleStatus } | null;
  appliesTo: AppliesTo | null;
  /** In points, of all that it won. */
  bountyWon: number;
}

export interface Question extends Post, Omit<QuestionRow, 'author'> {
  excerpt: string;
  affectedCount: number;
  askedAfter: ArticleRead | null;
  viewerIsAffected?: boolean;
  appliesTo: AppliesTo | null;
  links: QuestionLink[];
  /** The newest first. */
  bounties: Bounty[];
  answers: Page<Answer>;
}

export interface ArticleRow {
  id: string;
  slug: string;
  title: string;
  path: string;
  status: ArticleStatus;
  locale: string;
  helpfulCount: number;
  updatedAt: string;
  tags: TagLink[];
}

export interface Viewer extends Person {
  email: string | null;
  /** Up to 100, which stands for more. */
  unreadNoticeCount: number | null;
}

export interface Site {
  name: string;
  tagline: string;
  locale: string;
  needsSetup: boolean;
  isEmpty: boolean;
}

export interface DiffSpan {
  text: string;
  /** These words are not in the other version. */
  changed: boolean;
}

export interface DiffLine {
  kind: 'SAME' | 'ADDED' | 'REMOVED' | 'SKIPPED';
  /** How many unchanged lines stand for this one; 0 unless SKIPPED. */
  skipped: number;
  spans: DiffSpan[];
}

export interface Revision {
  id: string;
  number: number;
  createdAt: string;
  reason: string | null;
  author: Person | null;
  diff: { title: DiffLine[]; tagsAdded: string[]; tagsRemoved: string[]; body: DiffLine[] };
}

export type ReputationReason =
  | 'QUESTION_UPVOTED'
  | 'QUESTION_DOWNVOTED'
  | 'ANSWER_UPVOTED'
  | 'ANSWER_DOWNVOTED'
  | 'ANSWER_ACCEPTED'
  | 'ACCEPTED_AN_ANSWER'
  | 'ANSWER_ALSO_SOLVED'
  | 'ANSWER_MADE_OFFICIAL'
  | 'ANSWER_PROMOTED'
  | 'BOUNTY_OFFERED'
  | 'BOUNTY_WON'
  | 'SANCTIONED'
  | 'REVERSAL';

export type ReversalCause =
  | 'VOTE_WITHDRAWN'
  | 'POST_DELETED'
  | 'MARK_MOVED'
  | 'PROMOTION_WITHDRAWN'
  | 'BOUNTY_RETURNED'
  | 'SANCTION_LIFTED'
  | 'FRAUD'
  | 'RULES_CHANGED'
  | 'REPAIR';

export interface LedgerEntry {
  id: string;
  delta: number;
  /** What it would have been without the limit of a day. */
  pointsBeforeCap: number;
  /** That limit; null where there is none. */
  dayCap: number | null;
  reason: ReputationReason;
  ruleVersion: number;
  /** Of a reversal; null also for those of before it was noted. */
  reversalCause: ReversalCause | null;
  createdAt: string;
  isReversed: boolean;
  reverses: { id: string; reason: ReputationReason; createdAt: string } | null;
  /** Null where the viewer may not see the post. */
  post: ({ path: string } & ({ title: string } | { question: { title: string } })) | null;
}

export interface AnswerRow {
  id: string;
  path: string;
  score: number;
  isAccepted: boolean;
  isOfficial: boolean;
  createdAt: string;
  question: { id: string; title: string; locale: string };
}

export interface Privilege {
  name: string;
  held: boolean;
  reputationNeeded: number | null;
  /** Null where it is held, or where no reputation is enough. */
  missing: number | null;
}

export interface Profile extends Person {
  createdAt: string;
  aboutHtml: string;
  email: string | null;
  helperRating: Rating;
  questionCount: number;
  answerCount: number;
  acceptedAnswerCount: number;
  articleCount: number;
  badges: { name: string; awardedAt: string; count: number }[];
  privileges: Privilege[];
  viewerCanNominate: boolean;
}

export interface Article extends ArticleRow {
  body: string;
  bodyHtml: string;
  excerpt: string;
  locale: string;
  version: number;
  /** Otherwise a curator wrote it, or translated it. */
  isMadeOfAnswers: boolean;
  /** Several where answers were merged. */
  sources: { answer: { id: string; path: string }; question: { id: string; title: string; path: string } }[];
  contributors: Person[];
  notHelpfulCount: number;
  publishedAt: string | null;
  hasUnpublishedChanges: boolean;
  /** Null for readers, and while nobody who looked for something has opened it. */
  deflected: ArticleDeflection | null;
  viewerFeedback: boolean | null;
  viewerCan: { edit: boolean; publish: boolean; archive: boolean };
}

/** One act of moderation or administration. */
export interface AuditRecord {
  id: string;
  /** Such as `answer.deleted`. */
  action: string;
  /** Null for the operator at the command line and once the account was erased. */
  actor: Person | null;
  createdAt: string;
  /** Such as `ANSWER`. */
  subjectKind: string;
  /** Of a comment, that of its post. */
  subjectPath: string | null;
  /** A JSON object; what is in it depends on the action. */
  details: string;
}
