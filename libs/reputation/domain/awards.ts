import { RULES } from './rules.js';
import type { Recipient, Rule } from './rules.js';

/** One entry that the ledger is to hold. */
export interface Award {
  readonly accountId: number;
  readonly reason: Rule['reason'];
  /** What it was for. */
  readonly postId: number;
  /** What brought it about. One account is credited once for a cause, until it is taken back. */
  readonly cause: string;
  /** What the rule gives, before the daily cap. */
  readonly points: number;
  readonly isCapped: boolean;
  /** When it was earned. Left out: now, by the database's clock. Decides the UTC day whose cap it counts to. */
  readonly earnedAt?: Date;
  /** Dates the entry itself by `earnedAt` too, for history that is brought in from elsewhere. */
  readonly isHistory?: boolean;
}

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
export const officialMarkCause = (answerId: number): string => `official:${answerId}`;
export const promotionCause = (articleId: number, answerId: number): string =>
  `promotion:${articleId}:${answerId}`;

export function awardsForVote(post: StandingPost, vote: StandingVote): Award[] {
  const reasons = {
    question: { 1: 'QUESTION_UPVOTED', [-1]: 'QUESTION_DOWNVOTED' },
    answer: { 1: 'ANSWER_UPVOTED', [-1]: 'ANSWER_DOWNVOTED' },
  } as const;
  return awards(reasons[post.kind][vote.value], post.id, voteCause(vote.id), {
    author: post.authorId,
    voter: vote.voterId,
  });
}

/** Accepting one's own answer is fine, and worth nothing to either side of oneself. */
export function awardsForAcceptance(answer: StandingPost, askerId: Person): Award[] {
  if (answer.authorId !== null && answer.authorId === askerId) return [];
  const cause = acceptanceCause(answer.id);
  return [
    ...awards('ANSWER_ACCEPTED', answer.id, cause, { author: answer.authorId }),
    ...awards('ACCEPTED_AN_ANSWER', answer.id, cause, { asker: askerId }),
  ];
}

/** @param markedBy who says that it is right; nothing comes of marking one's own answer */
export function awardsForOfficialMark(answer: StandingPost, markedBy: Person): Award[] {
  if (answer.authorId === markedBy) return [];
  return awards('ANSWER_MADE_OFFICIAL', answer.id, officialMarkCause(answer.id), { author: answer.authorId });
}

/** @param promotion.publishedBy nothing comes of publishing one's own answer */
export function awardsForPromotion(promotion: {
  articleId: number;
  answerId: number;
  authorId: Person;
  publishedBy: Person;
}): Award[] {
  const { articleId, answerId, authorId, publishedBy } = promotion;
  if (authorId === publishedBy) return [];
  return awards('ANSWER_PROMOTED', answerId, promotionCause(articleId, answerId), { author: authorId });
}

function awards(
  reason: Rule['reason'],
  postId: number,
  cause: string,
  people: Partial<Record<Recipient, Person>>,
): Award[] {
  return RULES.rules
    .filter((rule) => rule.reason === reason)
    .flatMap(({ recipient, points, isCapped }) => {
      const accountId = people[recipient] ?? null;
      return accountId === null ? [] : [{ accountId, reason, postId, cause, points, isCapped }];
    });
}
