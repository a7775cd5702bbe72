/** What those who moderate did to people. Each is published inside the transaction that makes it so. */

export class MemberSanctioned {
  constructor(
    readonly sanctionId: number,
    readonly accountId: number,
    /** How many were taken, above 0. */
    readonly points: number,
    readonly reason: string,
  ) {}
}

export class SanctionLifted {
  constructor(
    readonly sanctionId: number,
    readonly accountId: number,
    readonly points: number,
  ) {}
}

/** What an invalidation took from one person, or its undoing gave back. */
export interface InvalidationChange {
  readonly accountId: number;
  /** Votes and acceptances that brought them points. */
  readonly count: number;
  /** By how much their reputation changed: below 0 where it was taken, above where it came back. */
  readonly points: number;
}

/** Votes or acceptances of a case count no longer. Says nothing of who cast them: those who are told must not know. */
export class VotesInvalidated {
  constructor(
    readonly caseId: number,
    /** A case that was given back may grow and be invalidated again. */
    readonly at: Date,
    readonly losses: readonly InvalidationChange[],
  ) {}
}

/** The opposite: they count as they did. Of those who lose by that again, it says nothing. */
export class VotesGivenBack {
  constructor(
    readonly caseId: number,
    readonly at: Date,
    readonly gains: readonly InvalidationChange[],
  ) {}
}
