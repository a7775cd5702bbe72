import type { Role } from '#libs/kernel';
import type { RuleName } from '#libs/reputation';
import { RULES } from '../rules.js';
import type { ModelRules } from '../rules.js';

/**
 * What the model knows of a town. It is worked out from what people did, by arithmetic of its own; of the database it
 * takes over only what nobody could foretell: numbers, and the order of moments.
 */
export interface State {
  /** The UTC day, as YYYY-MM-DD. */
  day: string;
  readonly people: Person[];
  readonly posts: Map<number, ModelPost>;
  /** By post and voter. */
  readonly votes: Map<string, ModelVote>;
  readonly bounties: Map<number, ModelBounty>;
  readonly articles: Map<number, ModelArticle>;
  readonly sanctions: Map<number, { accountId: number; points: number; isLifted: boolean }>;
  readonly cases: Map<number, ModelCase>;
  /** What stands in the ledger, by account and cause. */
  readonly standing: Map<string, Standing>;
  /** How what does not stand any more was taken back last, by account and cause. */
  readonly takenBack: Map<string, { why: string; version: number }>;
  /** By account and day. */
  readonly caps: Map<string, number>;
  /** Which of `RULES` each version is. */
  readonly rules: Map<number, number>;
  version: number;
  /**
   * While rules change beside it, what an act shows of the privilege it needs: whether one who has just come above a
   * threshold has it, depends on which of the two rules the moment of the points has seen.
   */
  shown: 'HOLDS' | 'LACKS' | null;
  /** The newest version that everything was recomputed by. */
  recomputed: number;
}

export interface Person {
  readonly id: number;
  readonly username: string;
  role: Role;
  isErased: boolean;
  privileges: string[];
}

/** `at`: in milliseconds, by the database's clock, which may have been put forward. */
export interface Mark {
  readonly by: number;
  readonly onBehalf: boolean;
  at: number;
  readonly day: string;
}

export interface ModelPost {
  readonly id: number;
  readonly kind: 'question' | 'answer';
  /** Of a question: itself. */
  readonly questionId: number;
  readonly authorId: number;
  readonly createdAt: number;
  readonly createdOn: string;
  deletedBy: number | null;
  accepted: Mark | null;
  official: Mark | null;
  alsoSolved: Mark | null;
  /** The case by which what its asker says of it counts for nothing: that it solved it, or solved it too. */
  acceptanceVoid: number | null;
  supersededBy: number | null;
  /** What was said of it when it was deleted. */
  putAside: PutAside | null;
  /** Of a question: the day on which its asker has said last what solved it, or that it did not. */
  decidedOn: string | null;
}

export interface PutAside extends Pick<ModelPost, 'accepted' | 'official' | 'alsoSolved'> {
  /** The answers that it replaced. */
  readonly replaced: readonly number[];
}

export interface ModelVote {
  readonly postId: number;
  readonly voterId: number;
  readonly value: 1 | -1;
  readonly day: string;
  /** Unknown until it was seen in the database. */
  id: number;
  voidBy: number | null;
}

export interface ModelBounty {
  readonly id: number;
  readonly questionId: number;
  readonly offeredBy: number;
  readonly amount: number;
  readonly createdAt: number;
  readonly createdOn: string;
  readonly openDays: number;
  readonly leastScore: number;
  state: 'OPEN' | 'AWARDED' | 'RETURNED';
  answerId: number | null;
}

export interface ModelArticle {
  readonly id: number;
  readonly sources: readonly number[];
  status: 'DRAFT' | 'PUBLISHED' | 'ARCHIVED';
  publishedBy: number | null;
}

export interface ModelCase {
  readonly id: number;
  readonly accountIds: readonly number[];
  readonly voteIds: readonly number[];
  readonly answerIds: readonly number[];
  state: 'OPEN' | 'PROPOSED' | 'INVALIDATED' | 'UNDONE';
  proposedBy: number | null;
}

export interface Standing {
  readonly accountId: number;
  readonly cause: string;
  /** Null: somebody decided on the points. */
  readonly rule: RuleName | null;
  readonly postId: number | null;
  readonly points: number;
  readonly day: string;
  readonly version: number;
}

/** What the site refuses to do, as the model expects it. */
export class Refused extends Error {}

export function refuseIf(isRefused: boolean): void {
  if (isRefused) throw new Refused();
}

export function personOf(state: State, id: number): Person {
  const person = state.people.find((known) => known.id === id);
  if (!person) throw new Error(`the model knows no person ${id}`);
  return person;
}

export function postOf(state: State, id: number): ModelPost {
  const post = state.posts.get(id);
  if (!post) throw new Error(`the model knows no post ${id}`);
  return post;
}

export function answersOf(state: State, questionId: number): ModelPost[] {
  return [...state.posts.values()].filter((post) => post.kind === 'answer' && post.questionId === questionId);
}

/** Whether everybody sees it. */
export function isLive(state: State, post: ModelPost): boolean {
  return post.deletedBy === null && postOf(state, post.questionId).deletedBy === null;
}

const LADDER: readonly Role[] = ['MEMBER', 'SUPERUSER', 'MODERATOR', 'STAFF', 'ADMIN'];

export function isAtLeast(person: Person, role: Role): boolean {
  return LADDER.indexOf(person.role) >= LADDER.indexOf(role);
}

export function rulesInForce(state: State): ModelRules {
  return rulesOf(state, state.version);
}

export function rulesOf(state: State, version: number): ModelRules {
  const rules = RULES[state.rules.get(version) ?? -1];
  if (!rules) throw new Error(`the model knows no rules ${version}`);
  return rules;
}

export function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
}
