import type { BadgeTier, Words } from './badge.js';

/** What was said of people's standing. Each is published inside the transaction that makes it so. */

/** Somebody rose on the ladder, by what they did lately. It comes again when they fell in between. */
export class RankReached {
  constructor(
    readonly accountId: number,
    /** 0 is the lowest. */
    readonly level: number,
    readonly names: Words,
  ) {}
}

export interface AwardedNow {
  /** The award, for ever: a badge that was lost and came back is the same one. */
  readonly holdingId: number;
  readonly key: string;
  readonly names: Words;
  readonly tier: BadgeTier;
}

/** Somebody was given badges, all that one run found. Old merits that an import brings along are not announced. */
export class BadgesAwarded {
  constructor(
    readonly accountId: number,
    readonly awards: readonly AwardedNow[],
  ) {}
}
