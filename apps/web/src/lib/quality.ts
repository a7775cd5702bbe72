/** What somebody did of one kind: what stood, and what did not. */
interface Counts {
  good: number;
  bad: number;
}

/**
 * How many good ones more, and no bad one, it takes for a quality of (good + 2) / (good + bad + 4), as the API counts
 * it, to reach a bar from 0 to below 1. None where it is reached.
 */
export function goodOnesMissing({ good, bad }: Counts, bar: number): number {
  const needed = (bar * (bad + 4) - 2) / (1 - bar);
  // 0.8 is a little less than itself in binary fractions, and one more would be asked for.
  return Math.max(0, Math.ceil(needed - 1e-9) - good);
}
