import { RULE_ENTRIES } from './reasons.js';
import type { DecidedReason, RuledReason } from './reasons.js';
import type { RuleName } from './rule-set.js';

interface AwardFacts {
  readonly accountId: number;
  /** What it was for; null where it is about no post. */
  readonly postId: number | null;
  /** What brought it about. One account is credited once for a cause, until it is taken back. */
  readonly cause: string;
  /** When it was earned. Left out: now, by the database's clock. Decides the UTC day whose cap it counts to. */
  readonly earnedAt?: Date;
  /** Dates the entry itself by `earnedAt` too, for history that is brought in from elsewhere. */
  readonly isHistory?: boolean;
}

/** What a rule gives: the ledger looks the points up in the rules in force. */
interface RuledAward extends AwardFacts {
  readonly rule: RuleName;
  readonly reason: RuledReason;
  readonly points?: undefined;
}

/** What somebody decided on: negative points are taken. Outside of the daily cap. */
interface DecidedAward extends AwardFacts {
  readonly rule: null;
  readonly reason: DecidedReason;
  readonly points: number;
}

/** One entry that the ledger is to hold. */
export type Award = RuledAward | DecidedAward;

/** People are null once their account was erased: their part of an award is nobody's. */
type Person = number | null;

interface StandingPost {
  readonly id: number;
  readonly kind: 'question' | 'answer';
  readonly authorId: Person;
}

export interface StandingVote {
  readonly id: number;
  readonly value: 1 | -1;
  /** Also null for votes that came with an import, which does not tell who voted. */
  readonly voterId: Person;
}

export const voteCause = (voteId: number): string => `vote:${voteId}`;
export const acceptanceCause = (answerId: number): string => `accept:${answerId}`;
export const alsoSolvedCause = (answerId: number): string => `also-solved:${answerId}`;
export const officialMarkCause = (answerId: number): string => `official:${answerId}`;
export const promotionCause = (articleId: number, answerId: number): string =>
  `promotion:${articleId}:${answerId}`;

/** Voting an answer down costs its voter something, so that it is meant; a question may be voted down for free. */
export function awardsForVote(post: StandingPost, vote: StandingVote): RuledAward[] {
  const rules = {
    question: { 1: 'QUESTION_UPVOTED', [-1]: 'QUESTION_DOWNVOTED' },
    answer: { 1: 'ANSWER_UPVOTED', [-1]: 'ANSWER_DOWNVOTED' },
  } as const;
  const cause = voteCause(vote.id);
  const toAuthor = award(rules[post.kind][vote.value], post.authorId, post.id, cause);
  const isPaidFor = post.kind === 'answer' && vote.value === -1;
  return isPaidFor ? [...toAuthor, ...award('VOTED_ANSWER_DOWN', vote.voterId, post.id, cause)] : toAuthor;
}

/** Accepting one's own answer is fine, and worth nothing to either side of oneself. */
export function awardsForAcceptance(answer: StandingPost, askerId: Person): RuledAward[] {
  if (answer.authorId !== null && answer.authorId === askerId) return [];
  const cause = acceptanceCause(answer.id);
  return [
    ...award('ANSWER_ACCEPTED', answer.authorId, answer.id, cause),
    ...award('ACCEPTED_AN_ANSWER', askerId, answer.id, cause),
  ];
}

/**
 * @param people.askerId nothing comes of solving one's own question
 * @param people.markedBy who says that it solved the question too; nothing comes of marking one's own answer
 */
export function awardsForAlsoSolved(
  answer: StandingPost,
  { askerId, markedBy }: { askerId: Person; markedBy: Person },
): RuledAward[] {
  if (answer.authorId === askerId || answer.authorId === markedBy) return [];
  return award('ANSWER_ALSO_SOLVED', answer.authorId, answer.id, alsoSolvedCause(answer.id));
}

/** @param markedBy who says that it is right; nothing comes of marking one's own answer */
export function awardsForOfficialMark(answer: StandingPost, markedBy: Person): RuledAward[] {
  if (answer.authorId === markedBy) return [];
  return award('ANSWER_MADE_OFFICIAL', answer.authorId, answer.id, officialMarkCause(answer.id));
}

/** @param promotion.publishedBy nothing comes of publishing one's own answer */
export function awardsForPromotion(promotion: {
  articleId: number;
  answerId: number;
  authorId: Person;
  publishedBy: Person;
}): RuledAward[] {
  const { articleId, answerId, authorId, publishedBy } = promotion;
  if (authorId === publishedBy) return [];
  return award('ANSWER_PROMOTED', authorId, answerId, promotionCause(articleId, answerId));
}

function award(rule: RuleName, accountId: Person, postId: number, cause: string): RuledAward[] {
  return accountId === null ? [] : [{ accountId, rule, reason: RULE_ENTRIES[rule].reason, postId, cause }];
}
