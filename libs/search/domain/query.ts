import { UserInputError } from '#libs/kernel';
import type { SearchKind } from './document.js';
import { isUnspaced, withoutControls, wordsOf } from './words.js';

/** What somebody looks for. */
export interface SearchQuery {
  text: string;
  /** 1 to 100. */
  first: number;
  /** Without it everything. */
  kind?: SearchKind;
  /** All of them. */
  tags?: string[];
  /** BCP 47; a bare language finds its regions too. */
  locale?: string;
  /** Only questions that have (or do not have) an accepted answer. */
  accepted?: boolean;
}

/** A word or an exact phrase that a result must contain. */
export interface Term {
  words: string[];
  phrase: boolean;
  /** The last word also matches as a beginning: the person may still be typing it. */
  prefix: boolean;
}

export interface ParsedQuery {
  terms: Term[];
  /** Sequences of words that a result must not contain. */
  excluded: string[][];
  /** All words in their order, to recognise an exact title. */
  titleKey: string;
}

export const LONGEST_QUERY = 1_000;
/** As in Meilisearch: more words than this make no result better. */
const MOST_TERMS = 10;
const SHORTEST_PREFIX = 3;
const QUOTES = /[“”„«»]/g;
const PIECE = /(-?)"([^"]*)(?:"|$)|(\S+)/g;

/**
 * Reads the search box: words, "exact phrases", -exclusions. Anything that is typed can be read; what remains
 * may be nothing at all.
 *
 * @throws UserInputError on `query` when the text is longer than 1,000 characters
 */
export function parseQuery(text: string): ParsedQuery {
  if (text.length > LONGEST_QUERY) {
    throw UserInputError.field(
      'query',
      `Please search for at most ${LONGEST_QUERY} characters; this is ${text.length}.`,
    );
  }
  const plain = withoutControls(text).replace(QUOTES, '"');
  const parsed: ParsedQuery = { terms: [], excluded: [], titleKey: '' };
  for (const [, minus, quoted, bare] of plain.matchAll(PIECE)) readPiece(parsed, minus, quoted, bare);
  parsed.titleKey = parsed.terms.flatMap((term) => term.words).join(' ');
  parsed.terms = parsed.terms.slice(0, MOST_TERMS);
  allowPrefix(parsed.terms.at(-1), plain);
  return parsed;
}

function readPiece(parsed: ParsedQuery, minus?: string, quoted?: string, bare?: string): void {
  const words = Array.from(wordsOf(quoted ?? bare ?? ''), (word) => word.folded);
  if (words.length === 0) return;
  if (minus === '-' || bare?.startsWith('-')) parsed.excluded.push(words);
  else if (quoted === undefined && isUnspaced(bare ?? '')) {
    // A dictionary may cut a sentence and a search differently, so these words need not stand side by side.
    parsed.terms.push(...words.map((word) => ({ words: [word], phrase: false, prefix: false })));
  } else parsed.terms.push({ words, phrase: quoted !== undefined || words.length > 1, prefix: false });
}

function allowPrefix(last: Term | undefined, text: string): void {
  const word = last?.words[0];
  const stillTyping = /[\p{L}\p{N}\p{M}]$/u.test(text);
  if (!last || !word || last.phrase || !stillTyping) return;
  last.prefix = word.length >= SHORTEST_PREFIX || isUnspaced(word);
}

/** Edits that are forgiven in a word: one from five letters on, two from nine on, none in numbers. */
export function typosForgiven(word: string): 0 | 1 | 2 {
  if (/^\p{N}+$/u.test(word)) return 0;
  if (word.length >= 9) return 2;
  return word.length >= 5 ? 1 : 0;
}
