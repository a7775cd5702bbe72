import type { Actor } from '#libs/kernel';

/** What happened to ratings of helpers. Each is published inside the transaction that makes it so. */

/**
 * Private remarks to a helper can be read from now on. Not when somebody rated: that would tell who it was. It comes once
 * a day, for all remarks together.
 */
export class HelperRated {
  constructor(
    readonly helperId: number,
    /** The day, UTC, as `2026-05-01`. */
    readonly day: string,
  ) {}
}

/** A moderator took an abusive rating out of everything that is counted or shown. */
export class RatingVoided {
  constructor(
    readonly helperId: number,
    /** Names the rating to moderators without naming the answer; see `RatingReview`. */
    readonly reference: string,
    readonly by: Actor,
    readonly reason: string,
  ) {}
}

/** A void rating counts again. */
export class RatingRestored {
  constructor(
    readonly helperId: number,
    readonly reference: string,
    readonly by: Actor,
    readonly reason: string,
  ) {}
}
