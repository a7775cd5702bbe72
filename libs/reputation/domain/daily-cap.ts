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
  /** The cap of that day; null while nothing is booked on it. */
  readonly capBefore: number | null;
  /** The cap by the rules of this change, which a day takes that nothing is booked on. */
  readonly capByRules: number;
}

export interface Booking {
  /** By how much reputation changes. */
  readonly delta: number;
  /** The sum of the day's points with this change, before the cap; null outside the cap. */
  readonly pointsOfDay: number | null;
  /** The cap of the day; null outside the cap. */
  readonly dayCap: number | null;
}

/**
 * Books changes one after the other under the daily cap. What counts is what all capped changes of an account and day
 * bring together, the sum of their points but the day's cap at most; each change is worth by how much it moves that
 * figure. So the order of events does not matter: the 21st upvote of a day is worth 0, and so is withdrawing one of 21.
 *
 * A day keeps the cap that it began with for as long as there is something on it, also when the rules change: by two
 * caps at once the figure would depend on the order again.
 */
export function book<C extends Change>(changes: readonly C[]): (C & Booking)[] {
  const days = new Map<string, { points: number; cap: number | null }>();
  return changes.map((change) => {
    if (!change.isCapped) return { ...change, delta: change.points, pointsOfDay: null, dayCap: null };
    const key = `${change.accountId} ${change.earnedOn}`;
    const day = days.get(key) ?? { points: change.bookedBefore, cap: change.capBefore };
    const cap = day.cap ?? change.capByRules;
    const after = day.points + change.points;
    days.set(key, { points: after, cap: after > 0 ? cap : null });
    const delta = Math.min(cap, after) - Math.min(cap, day.points);
    return { ...change, delta, pointsOfDay: after, dayCap: cap };
  });
}
