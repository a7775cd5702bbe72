import { fold, wordsOf } from './words.js';
import type { IndexSettings } from './settings.js';

/** One thing that a document should contain: a word with what may stand for it, or an exact phrase. */
export interface Term {
  words: string[];
  phrase: boolean;
  /** The last word of the query also matches as a beginning. */
  prefix: boolean;
  typos: number;
  /** Each is a sequence of words that counts as this term. */
  synonyms: string[][];
}

export interface ParsedQuery {
  terms: Term[];
  /** A document with one of these sequences is out. */
  excluded: string[][];
}

/** Only the first ten words of a query count. */
const MOST_WORDS = 10;
const PIECE = /(-?)"([^"]*)("|$)|(\S+)/g;

/** Stands for any word: a stop word inside a phrase. */
export const ANY_WORD = '';
/** As many words in a row may have a synonym together. */
const LONGEST_NGRAM = 3;

export function parseQuery(q: string | null | undefined, settings: IndexSettings): ParsedQuery {
  const parsed: ParsedQuery = { terms: [], excluded: [] };
  const text = q ?? '';
  const stop = stopWordsOf(settings);
  for (const piece of text.matchAll(PIECE)) {
    if (piece[2] !== undefined) {
      const words = wordsOf(piece[2]).map((word) => (stop.has(word.folded) ? ANY_WORD : word.folded));
      if (words.every((word) => word === ANY_WORD)) continue;
      if (piece[1] === '-') parsed.excluded.push(words);
      else parsed.terms.push({ words, phrase: true, prefix: false, typos: 0, synonyms: [] });
      continue;
    }
    const bare = piece[4] ?? '';
    const words = wordsOf(bare).map((word) => word.folded);
    if (bare.startsWith('-') && words.length > 0) parsed.excluded.push(words);
    else parsed.terms.push(...words.map((word) => wordTerm(word, settings)));
  }
  const stillTyping = /[\p{L}\p{N}\p{M}]$/u.test(text);
  parsed.terms = withoutStopWords(parsed.terms, stop, stillTyping).slice(0, MOST_WORDS);
  addSynonyms(parsed.terms, settings);
  const last = parsed.terms.at(-1);
  if (last && !last.phrase && stillTyping && settings.prefixSearch !== 'disabled') last.prefix = true;
  return parsed;
}

/** Words that are not indexed, and not looked for. */
export function stopWordsOf({ stopWords }: IndexSettings): ReadonlySet<string> {
  return new Set(stopWords.map(fold));
}

function wordTerm(word: string, settings: IndexSettings): Term {
  return { words: [word], phrase: false, prefix: false, typos: typosAllowed(word, settings), synonyms: [] };
}

/** Synonyms of words, and of up to three words in a row: whatever has the synonym has all words of the row. */
function addSynonyms(terms: readonly Term[], { synonyms }: IndexSettings): void {
  const known = new Map<string, string[][]>();
  for (const [from, to] of Object.entries(synonyms)) {
    const key = foldedWords(from).join(' ');
    known.set(key, [...(known.get(key) ?? []), ...to.map(foldedWords)]);
  }
  for (let length = 1; length <= LONGEST_NGRAM; length += 1) {
    for (let start = 0; start + length <= terms.length; start += 1) {
      const run = terms.slice(start, start + length);
      if (run.some((term) => term.phrase)) continue;
      const found = known.get(run.flatMap((term) => term.words).join(' ')) ?? [];
      for (const term of run) term.synonyms.push(...found);
    }
  }
}

function foldedWords(text: string): string[] {
  return wordsOf(text).map((word) => word.folded);
}

function typosAllowed(word: string, { typoTolerance }: IndexSettings): number {
  if (!typoTolerance.enabled || typoTolerance.disableOnWords.some((given) => fold(given) === word)) return 0;
  if (typoTolerance.disableOnNumbers && /^\d+$/.test(word)) return 0;
  const { oneTypo, twoTypos } = typoTolerance.minWordSizeForTypos;
  if (word.length >= twoTypos) return 2;
  return word.length >= oneTypo ? 1 : 0;
}

/** Stop words are left out, but for the last word while it may still become another one. */
function withoutStopWords(terms: readonly Term[], stop: ReadonlySet<string>, stillTyping: boolean): Term[] {
  return terms.filter((term, position) => {
    const isUnfinished = stillTyping && position === terms.length - 1;
    return term.phrase || isUnfinished || !stop.has(term.words[0] ?? '');
  });
}
