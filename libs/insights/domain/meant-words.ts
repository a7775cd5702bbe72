import { typosForgiven } from '#libs/kernel';

/** A word of a search, as it was written (folded). */
export interface WordUse {
  word: string;
  /** How often it was used. */
  count: number;
  /** Whether texts of the community have it: such a word is no typo. */
  isKnown: boolean;
}

/** A word that is used so much more often than its neighbour, when neither is known, is the one that was meant. */
const CLEARLY_MORE = 2;

/**
 * Leads typos back to the words that were meant: one letter too many, missing, wrong, or two that changed places. Words
 * that are known are never changed, or kettles would become nettles.
 *
 * To find neighbours without comparing all with all, words meet in what is left of them when one letter is taken away:
 * two words at such a distance always share one of those.
 */
export function meantWords(uses: readonly WordUse[]): Map<string, string> {
  const meant = new Map<string, string>();
  const standing = new Map<string, WordUse[]>();
  for (const use of [...uses].sort(strongestFirst)) {
    const { word } = use;
    if (typosForgiven(word) === 0) continue;
    const rests = restsOf(word);
    const stronger = use.isKnown
      ? undefined
      : rests
          .flatMap((rest) => standing.get(rest) ?? [])
          .filter((other) => outweighs(other, use) && isOneSlipAway(other.word, word))
          .sort(strongestFirst)[0];
    if (stronger) {
      meant.set(word, stronger.word);
      continue;
    }
    for (const rest of rests) standing.set(rest, [...(standing.get(rest) ?? []), use]);
  }
  return meant;
}

function strongestFirst(a: WordUse, b: WordUse): number {
  return Number(b.isKnown) - Number(a.isKnown) || b.count - a.count || (a.word < b.word ? -1 : 1);
}

function outweighs(other: WordUse, use: WordUse): boolean {
  return other.isKnown || other.count >= CLEARLY_MORE * use.count;
}

/** The word itself, and what is left of it without each of its letters. */
function restsOf(word: string): string[] {
  const letters = [...word];
  return [
    ...new Set([word, ...letters.map((_, n) => [...letters.slice(0, n), ...letters.slice(n + 1)].join(''))]),
  ];
}

/** Whether one insertion, deletion, substitution, or exchange of neighbours makes one word of the other. */
export function isOneSlipAway(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return left.length + right.length > 0;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
