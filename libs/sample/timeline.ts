const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Puts the sample before the moment at which it is loaded, so that it is always a community of the last months. */
export class Timeline {
  constructor(private readonly now: Date) {}

  daysAgo(days: number): Date {
    return new Date(this.now.getTime() - days * DAY);
  }

  hoursAfter(start: Date, hours: number): Date {
    return new Date(Math.min(start.getTime() + hours * HOUR, this.now.getTime()));
  }

  /** A moment between `start` and now, mostly soon after it. @param share 0 to 1 */
  between(start: Date, share: number): Date {
    return new Date(start.getTime() + (this.now.getTime() - start.getTime()) * share ** 3);
  }
}

/** A number from 0 to 1 that looks like chance and is the same each time: the sample is. */
export function chance(seed: string): number {
  let hash = 2_166_136_261;
  for (const character of seed) hash = Math.imul(hash ^ character.codePointAt(0)!, 16_777_619);
  // The last bits of the sum above hardly mix; these two rounds do it for them.
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
