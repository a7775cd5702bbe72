/** A word as the index knows it: folded, with the place it came from. */
export interface Word {
  folded: string;
  start: number;
  end: number;
}

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts written without spaces: dictionaries decide where their words end. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const LIGATURES: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' };

/** Lower case without accents: `Ärger` and `arger` are the same word. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => LIGATURES[letter] ?? letter);
}

/** Cuts a text into words; what stands between them separates. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const run of text.matchAll(RUN)) {
    if (!UNSPACED.test(run[0])) {
      words.push({ folded: fold(run[0]), start: run.index, end: run.index + run[0].length });
      continue;
    }
    for (const part of segmenter.segment(run[0])) {
      const start = run.index + part.index;
      words.push({ folded: fold(part.segment), start, end: start + part.segment.length });
    }
  }
  return words;
}

/**
 * Edits (a swap of neighbours counts once) between a term and a word, or between the term and the nearest
 * beginning of the word. More than `limit` is reported as infinity. An edit of the first letter counts twice.
 */
export function typosBetween(term: string, word: string, limit: number, prefix: boolean): number {
  if (term === word || (prefix && word.startsWith(term))) return 0;
  if (limit === 0) return Infinity;
  if (!prefix && Math.abs(term.length - word.length) > limit) return Infinity;
  const distance = editDistance(term, prefix ? word.slice(0, term.length + limit) : word, prefix);
  const cost = term[0] === word[0] ? distance : distance + 1;
  return cost <= limit ? cost : Infinity;
}

function editDistance(a: string, b: string, anyPrefixOfB: boolean): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + same);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(before, column - 2) + 1);
      current.push(cost);
    }
    before = last;
    last = current;
  }
  return anyPrefixOfB ? Math.min(...last) : at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
