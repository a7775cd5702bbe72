import type { AwardRule, ReturnReason } from './bounty.js';

/** What happened to bounties. Each is published inside the transaction that makes it so. */

export interface BountyRef {
  readonly id: number;
  readonly questionId: number;
  readonly offeredBy: number;
  /** In points of reputation. */
  readonly amount: number;
}

export class BountyOffered {
  constructor(readonly bounty: BountyRef) {}
}

export class BountyAwarded {
  constructor(
    readonly bounty: BountyRef,
    readonly answerId: number,
    readonly wonBy: number,
    readonly rule: AwardRule,
  ) {}
}

/** All of it went back to whoever had offered it. */
export class BountyReturned {
  constructor(
    readonly bounty: BountyRef,
    readonly reason: ReturnReason,
  ) {}
}

/** It ends within a day and is still open; comes once a bounty. */
export class BountyEnding {
  constructor(
    readonly bounty: BountyRef,
    readonly endsAt: Date,
  ) {}
}
