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

export function parseQuery(q: string | null | undefined, settings: IndexSettings): ParsedQuery {
  const parsed: ParsedQuery = { terms: [], excluded: [] };
  const text = q ?? '';
  for (const piece of text.matchAll(PIECE)) {
    if (piece[2] !== undefined) {
      const words = wordsOf(piece[2]).map((word) => word.folded);
      if (words.length === 0) continue;
      if (piece[1] === '-') parsed.excluded.push(words);
      else parsed.terms.push({ words, phrase: true, prefix: false, typos: 0, synonyms: [] });
      continue;
    }
    const bare = piece[4] ?? '';
    const words = wordsOf(bare).map((word) => word.folded);
    if (bare.startsWith('-') && words.length > 0) parsed.excluded.push(words);
    else parsed.terms.push(...words.map((word) => wordTerm(word, settings)));
  }
  parsed.terms = withoutStopWords(parsed.terms, settings).slice(0, MOST_WORDS);
  const last = parsed.terms.at(-1);
  const stillTyping = /[\p{L}\p{N}\p{M}]$/u.test(text);
  if (last && !last.phrase && stillTyping && settings.prefixSearch !== 'disabled') last.prefix = true;
  return parsed;
}

function wordTerm(word: string, settings: IndexSettings): Term {
  return {
    words: [word],
    phrase: false,
    prefix: false,
    typos: typosAllowed(word, settings),
    synonyms: Object.entries(settings.synonyms)
      .filter(([from]) => fold(from) === word)
      .flatMap(([, to]) => to.map((phrase) => wordsOf(phrase).map((part) => part.folded))),
  };
}

function typosAllowed(word: string, { typoTolerance }: IndexSettings): number {
  if (!typoTolerance.enabled || typoTolerance.disableOnWords.some((given) => fold(given) === word)) return 0;
  if (typoTolerance.disableOnNumbers && /^\d+$/.test(word)) return 0;
  const { oneTypo, twoTypos } = typoTolerance.minWordSizeForTypos;
  if (word.length >= twoTypos) return 2;
  return word.length >= oneTypo ? 1 : 0;
}

/** Stop words are left out, unless nothing else was asked. */
function withoutStopWords(terms: Term[], settings: IndexSettings): Term[] {
  const stop = new Set(settings.stopWords.map(fold));
  const telling = terms.filter((term) => term.phrase || !stop.has(term.words[0] ?? ''));
  return telling.length > 0 ? telling : terms;
}
