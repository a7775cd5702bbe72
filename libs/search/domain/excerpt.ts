import { MATCH_END, MATCH_START } from './marking.js';
import { fold, wordsOf, type Word } from './words.js';

/** A text with its words, cut once for everything that is done with them. */
export interface CutText {
  text: string;
  words: readonly Word[];
}

export function cut(text: string): CutText {
  return { text, words: Array.from(wordsOf(text)) };
}

/** Says whether a folded word of a text answers the query. */
export type Matches = (folded: string) => boolean;

const EXCERPT_WORDS = 30;
const LEAD_WORDS = 6;
/** How much of a text is cut into words for one excerpt: enough for the words, little enough for a page of hits. */
const REGION = 1_200;
const LEAD = 120;

/** The text with sentinels around every match. */
export function markMatches({ text, words }: CutText, matches: Matches): string {
  let result = '';
  let position = 0;
  for (const { folded, start, end } of words) {
    if (!matches(folded)) continue;
    result += `${text.slice(position, start)}${MATCH_START}${text.slice(start, end)}${MATCH_END}`;
    position = end;
  }
  return result + text.slice(position);
}

/**
 * The part of a text where an excerpt is best taken: where most of the beginnings in `needles` stand together.
 * Looks with plain string search, because cutting whole texts into words would cost more than the search itself.
 */
export function regionFor(text: string, needles: readonly string[]): string {
  if (text.length <= REGION) return text;
  const lower = text.toLowerCase();
  const found = needles.flatMap((needle) => {
    const position = lower.indexOf(needle);
    return position === -1 ? [] : [position];
  });
  let best = 0;
  let most = 0;
  for (const position of found) {
    const together = found.filter((other) => other >= position && other < position + REGION / 4).length;
    if (together > most || (together === most && position < best)) {
      best = position;
      most = together;
    }
  }
  const start = Math.max(0, best - LEAD);
  return text.slice(start === 0 ? 0 : nextWord(text, start), start + REGION);
}

function nextWord(text: string, from: number): number {
  const space = text.slice(from, from + LEAD).search(/\s/);
  return space === -1 ? from : from + space + 1;
}

/**
 * Some thirty words around the densest matches, with sentinels and with … where the text goes on.
 *
 * @param region the part of the whole `text` to take them from
 */
export function excerpt(text: string, region: CutText, matches: Matches): string {
  const { words } = region;
  const start = densest(words.map(({ folded }) => matches(folded)));
  const shown = words.slice(start, start + EXCERPT_WORDS);
  const first = start === 0 ? 0 : (shown[0]?.start ?? 0);
  const isEnd = start + EXCERPT_WORDS >= words.length;
  const last = isEnd ? region.text.length : (shown.at(-1)?.end ?? region.text.length);
  const part = {
    text: region.text.slice(first, last),
    words: shown.map((word) => ({ ...word, start: word.start - first, end: word.end - first })),
  };
  const before = start > 0 || !text.startsWith(region.text) ? '… ' : '';
  const after = isEnd && text.endsWith(region.text) ? '' : ' …';
  return `${before}${markMatches(part, matches).replace(/\s+/g, ' ').trim()}${after}`;
}

function densest(matching: readonly boolean[]): number {
  const first = matching.indexOf(true);
  if (first === -1) return 0;
  let best = first;
  let most = 0;
  for (let start = first; start < matching.length; start += 1) {
    if (!matching[start]) continue;
    const count = matching.slice(start, start + EXCERPT_WORDS - LEAD_WORDS).filter(Boolean).length;
    if (count > most) {
      best = start;
      most = count;
    }
  }
  return Math.max(0, best - LEAD_WORDS);
}

/** The beginnings by which `regionFor` looks for words. */
export function needlesOf(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => fold(word).slice(0, 4)))];
}
