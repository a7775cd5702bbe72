/** A change to what an account has earned: an award, or its reversal with the negative of its points. */
export interface Change {
  readonly accountId: number;
  /** What the rule gives, before the daily cap. */
  readonly points: number;
  readonly isCapped: boolean;
  /** The UTC day that it counts to, as YYYY-MM-DD; a reversal counts to the day of what it takes back. */
  readonly earnedOn: string;
  /** The sum of the points that are booked on that day already. */
  readonly bookedBefore: number;
}

export interface Booking {
  /** By how much reputation changes. */
  readonly delta: number;
  /** The sum of the day's points with this change, before the cap; null outside the cap. */
  readonly pointsOfDay: number | null;
}

/**
 * Books changes one after the other under the daily cap. What counts is what all capped changes of an account and day
 * bring together, the sum of their points but `cap` at most; each change is worth by how much it moves that figure.
 * So the order of events does not matter: the 21st upvote of a day is worth 0, and so is withdrawing one of 21.
 */
export function book<C extends Change>(changes: readonly C[], cap: number): (C & Booking)[] {
  const days = new Map<string, number>();
  return changes.map((change) => {
    if (!change.isCapped) return { ...change, delta: change.points, pointsOfDay: null };
    const day = `${change.accountId} ${change.earnedOn}`;
    const before = days.get(day) ?? change.bookedBefore;
    const after = before + change.points;
    days.set(day, after);
    return { ...change, delta: Math.min(cap, after) - Math.min(cap, before), pointsOfDay: after };
  });
}
