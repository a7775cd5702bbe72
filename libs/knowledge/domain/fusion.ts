/** Keeps the first places of one list from outweighing agreement between lists; the value of the paper. */
const DAMPING = 60;

/**
 * Joins ranked lists whose scores cannot be compared into one: what several lists put near their top comes first.
 * Reciprocal rank fusion after Cormack, Clarke and Büttcher (SIGIR 2009): the sum of 1 / (60 + rank) over the lists.
 * Of equals, the one that an earlier list named first.
 */
export function fuse<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const scores = new Map<Item, number>();
  for (const list of lists) {
    [...new Set(list)].forEach((item, index) => {
      scores.set(item, (scores.get(item) ?? 0) + 1 / (DAMPING + index + 1));
    });
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([item]) => item);
}
