import { UserInputError } from '#libs/kernel';
import { combined, type Condition, type TypedCondition } from './conditions.js';
import type { SearchKind } from './document.js';
import { languageOf } from './language.js';
import { readOperator } from './operators.js';
import { isUnspaced, withoutControls, wordsOf } from './words.js';

export type SearchOrder = 'RELEVANCE' | 'NEWEST' | 'VOTES' | 'ACTIVITY';

/** What somebody looks for: the text of the search box, and what was chosen beside it. */
export interface SearchQuery {
  text: string;
  /** 1 to 100. */
  first: number;
  /** How many to pass over. */
  offset?: number;
  /** Best first where nothing is said. */
  order?: SearchOrder;
  /** Whether to count what the search could be narrowed by. */
  withFacets?: boolean;
  /** Without it everything. */
  kind?: SearchKind;
  /** All of them. */
  tags?: string[];
  /** BCP 47; a bare language finds its regions too. */
  locale?: string;
  /** Only what has (or does not have) an accepted answer; the same for the next two. */
  accepted?: boolean;
  official?: boolean;
  answered?: boolean;
  /** A user name. */
  author?: string;
  /** A slug. */
  product?: string;
  /** The name of a version. */
  version?: string;
  /** BCP 47. Of like relevance, what is written in this language comes first. */
  preferLocale?: string;
}

/** A word or an exact phrase that a result must contain. */
export interface Term {
  words: string[];
  phrase: boolean;
  /** Its last word also matches as a beginning: the person may still be typing it. */
  prefix: boolean;
  /** Not quoted, but typed without a space between, such as `re-write`: worth finding apart, too. */
  joined?: true;
}

/** A single word as it was typed, for offering another spelling of it. */
export interface TypedWord {
  folded: string;
  start: number;
  end: number;
}

/** The search box, read. */
export interface ParsedQuery {
  /** As it was typed, fit for databases. Positions are positions in it. */
  text: string;
  terms: Term[];
  /** Sequences of words that a result must not contain. */
  excluded: string[][];
  conditions: TypedCondition[];
  typed: TypedWord[];
  /** What was typed, without the conditions. */
  free: string;
  /** All words in their order, to recognise an exact title. */
  titleKey: string;
}

/** What an engine is asked. */
export interface Asked extends Omit<ParsedQuery, 'conditions'> {
  /** Undefined: they contradict each other, and nothing can be found. */
  conditions: Condition[] | undefined;
  order: SearchOrder;
  first: number;
  offset: number;
  withFacets: boolean;
  /** Global ids that are shown elsewhere. */
  except?: string[];
  /** The language whose documents come first, of like relevance. */
  preferred?: string;
}

export const LONGEST_QUERY = 1_000;
/** As in Meilisearch: more words than this make no result better. */
const MOST_TERMS = 10;
const SHORTEST_PREFIX = 3;
const QUOTES = /[“”„«»]/g;
/** Signs that tell the direction of writing come along when text is pasted; they would hide operators. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const PIECE = /(-?)(?:([a-z]+):(?:"([^"]*)(?:"|$)|([^\s"]+))|"([^"]*)(?:"|$)|(\S+))/gi;

/**
 * Reads the search box: words, "exact phrases", -exclusions, and conditions such as `tag:mail` or `-is:answered`.
 * Anything that is typed can be read; what remains may be nothing at all.
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
  const plain = withoutControls(text).replace(QUOTES, '"').replace(DIRECTION_MARKS, ' ');
  const parsed: ParsedQuery = {
    text: plain,
    terms: [],
    excluded: [],
    conditions: [],
    typed: [],
    free: plain,
    titleKey: '',
  };
  let endsInWord = false;
  for (const match of plain.matchAll(PIECE)) endsInWord = readPiece(parsed, match);
  parsed.free = withoutConditions(plain, parsed.conditions);
  parsed.titleKey = parsed.terms.flatMap((term) => term.words).join(' ');
  if (endsInWord) allowPrefix(parsed.terms.at(-1), plain);
  parsed.terms = parsed.terms.slice(0, MOST_TERMS);
  return parsed;
}

/** The box and what was chosen beside it, as one thing to ask an engine. */
export function readQuery(query: SearchQuery): Asked {
  const parsed = parseQuery(query.text);
  return {
    ...parsed,
    conditions: combined([...parsed.conditions, ...chosenConditions(query)]),
    order: query.order ?? 'RELEVANCE',
    first: query.first,
    offset: query.offset ?? 0,
    withFacets: query.withFacets ?? false,
    ...(query.preferLocale === undefined ? {} : { preferred: languageOf(query.preferLocale) }),
  };
}

/** What was chosen beside the box. */
export function chosenConditions(query: SearchQuery): Condition[] {
  const chosen: Condition[] = (query.tags ?? []).map((value) => ({ field: 'tag', value, wanted: true }));
  for (const field of ['kind', 'locale', 'author', 'product', 'version'] as const) {
    const value = query[field];
    if (value !== undefined) chosen.push({ field, value: withoutControls(value), wanted: true });
  }
  for (const field of ['accepted', 'official', 'answered'] as const) {
    const wanted = query[field];
    if (wanted !== undefined) chosen.push({ field, value: 'true', wanted });
  }
  return chosen;
}

/** Whether there is anything to look for: words, or conditions in the box. What is chosen beside it only narrows. */
export function asksForNothing({ terms, conditions, text, free }: Asked): boolean {
  return conditions === undefined || (terms.length === 0 && text === free);
}

/** Gives whether the piece is a word that may still be typed. */
function readPiece(parsed: ParsedQuery, match: RegExpExecArray): boolean {
  const [whole, minus, key, quotedValue, bareValue, quoted, bareText] = match;
  if (key !== undefined) {
    const condition = readOperator(key, quotedValue ?? bareValue ?? '', minus !== '-');
    if (condition) {
      parsed.conditions.push({ ...condition, start: match.index, end: match.index + whole.length });
      return false;
    }
  }
  const bare = key === undefined ? bareText : whole.slice(minus?.length);
  const start = match.index + (minus?.length ?? 0);
  const found = Array.from(wordsOf(quoted ?? bare ?? ''));
  const words = found.map((word) => word.folded);
  if (words.length === 0) return false;
  if (minus === '-' || bare?.startsWith('-')) {
    parsed.excluded.push(words);
    return false;
  }
  if (quoted === undefined && isUnspaced(bare ?? '')) {
    // A dictionary may cut a sentence and a search differently, so these words need not stand side by side.
    parsed.terms.push(...words.map((word) => ({ words: [word], phrase: false, prefix: false })));
    return true;
  }
  const phrase = quoted !== undefined || words.length > 1;
  const joined = phrase && quoted === undefined;
  parsed.terms.push({ words, phrase, prefix: false, ...(joined && { joined }) });
  const [only] = found;
  if (!phrase && only) {
    parsed.typed.push({ folded: only.folded, start: start + only.start, end: start + only.end });
  }
  return true;
}

function withoutConditions(text: string, conditions: readonly TypedCondition[]): string {
  let rest = '';
  let position = 0;
  for (const { start, end } of conditions) {
    rest += text.slice(position, start);
    position = end;
  }
  return rest + text.slice(position);
}

function allowPrefix(last: Term | undefined, text: string): void {
  const word = last?.words.at(-1);
  const stillTyping = /[\p{L}\p{N}\p{M}]$/u.test(text);
  if (!last || !word || !stillTyping) return;
  last.prefix = word.length >= SHORTEST_PREFIX || isUnspaced(word);
}

/** Whether the search ends in a word that may be the beginning of another, and stands by itself. */
export function endsInBeginning(terms: readonly Term[]): boolean {
  const last = terms.at(-1);
  return last !== undefined && last.prefix && !last.phrase;
}

/** Words that were typed without a space between them, as words of their own. */
export function apart(term: Term): Term[] {
  if (!term.joined) return [term];
  return term.words.map((word, position) => ({
    words: [word],
    phrase: false,
    prefix: term.prefix && position === term.words.length - 1,
  }));
}
