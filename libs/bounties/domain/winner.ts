import type { AwardRule } from './bounty.js';

/** An answer that can be seen, as the rule looks at it. */
export interface Contender {
  readonly answerId: number;
  readonly authorId: number;
  readonly score: number;
  readonly createdAt: Date;
  /** When the asker (or a moderator for them) accepted it; null if it is not accepted. */
  readonly acceptedAt: Date | null;
  readonly acceptedBy: number | null;
}

/** The terms of a bounty whose time is over. */
export interface Terms {
  readonly offeredBy: number;
  readonly createdAt: Date;
  readonly leastScore: number;
}

/**
 * Whom the rule gives a bounty that its offerer did not award: the answer that was accepted, if it was written or
 * accepted since the offer; else the best voted of those written since, if it reaches the score, the older of equals.
 * Nobody wins their own bounty, and that somebody accepted their own answer says nothing about it.
 * @param contenders answers by people who may win
 */
export function winnerOf(
  { offeredBy, createdAt, leastScore }: Terms,
  contenders: readonly Contender[],
): { winner: Contender; rule: AwardRule } | null {
  const others = contenders.filter((answer) => answer.authorId !== offeredBy);
  const since = (moment: Date | null) => moment !== null && moment >= createdAt;

  const accepted = others.find(
    (answer) =>
      answer.acceptedAt !== null &&
      answer.acceptedBy !== answer.authorId &&
      (since(answer.createdAt) || since(answer.acceptedAt)),
  );
  if (accepted) return { winner: accepted, rule: 'BY_ACCEPTANCE' };

  const [best] = others
    .filter((answer) => since(answer.createdAt) && answer.score >= leastScore)
    .sort((a, b) => b.score - a.score || +a.createdAt - +b.createdAt || a.answerId - b.answerId);
  return best ? { winner: best, rule: 'BY_SCORE' } : null;
}
