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
}

export interface Rating {
  average: number | null;
  count: number;
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
  acceptedAnswer: { id: string } | null;
  officialAnswer: { id: string } | null;
  tags: TagLink[];
  author: Person | null;
}

export interface QuestionLink {
  kind: 'DUPLICATE_OF' | 'HAS_DUPLICATE' | 'RELATED';
  question: Pick<QuestionRow, 'id' | 'title' | 'path' | 'score' | 'answerCount' | 'acceptedAnswer'>;
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
  rateHelper: boolean;
  promote: boolean;
}

export interface Comment {
  id: string;
  author: Person | null;
  body: string;
  bodyHtml: string;
  createdAt: string;
  editedAt: string | null;
  isDeleted: boolean;
  viewerCan: { edit: boolean; delete: boolean; restore: boolean };
}

/** What a question and an answer have in common on their page. */
export interface Post {
  id: string;
  author: Person | null;
  bodyHtml: string;
  score: number;
  viewerVote: VoteValue;
  createdAt: string;
  editedAt: string | null;
  path: string;
  isDeleted: boolean;
  revisionCount: number;
  commentCount: number;
  comments: Page<Comment>;
  viewerCan: PostPermissions;
}

export interface Answer extends Post {
  isAccepted: boolean;
  isOfficial: boolean;
  officialAt: string | null;
  officialBy: Person | null;
  viewerRating: { stars: number; comment: string | null } | null;
  article: { id: string; path: string; title: string; status: ArticleStatus } | null;
}

export interface Question extends Post, Omit<QuestionRow, 'author'> {
  links: QuestionLink[];
  answers: Page<Answer>;
}

export interface ArticleRow {
  id: string;
  slug: string;
  title: string;
  path: string;
  status: ArticleStatus;
  helpfulCount: number;
  updatedAt: string;
  tags: TagLink[];
}

export interface Viewer extends Person {
  email: string | null;
}

export interface Site {
  name: string;
  tagline: string;
  locale: string;
  needsSetup: boolean;
}
