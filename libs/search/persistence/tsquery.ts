import type { ParsedQuery, Term } from '../domain/query.js';
import type { WordKnowledge } from './lexicon.js';

/** One attempt to answer a query: what PostgreSQL is asked, and the words that are marked in what it finds. */
export interface Attempt {
  /** For `to_tsquery`, which still stems it for each language. */
  tsquery: string;
  words: string[];
  /** Words that are also marked as beginnings. */
  beginnings: string[];
}

type Known = ReadonlyMap<string, WordKnowledge>;

/**
 * The attempts at a query from strict to loose: all words as they stand (a word that nobody uses is taken for a
 * typo at once), then all words with their neighbours in spelling, then with words dropped from the right. Phrases
 * and exclusions always hold.
 */
export function attemptsAt(query: ParsedQuery, known: Known): Attempt[] {
  const attempts = [attempt(query, query.terms, known, false), attempt(query, query.terms, known, true)];
  let terms = query.terms;
  for (;;) {
    const last = terms.findLastIndex((term) => !term.phrase);
    if (last === -1 || terms.length === 1) break;
    terms = terms.filter((_, position) => position !== last);
    attempts.push(attempt(query, terms, known, true));
  }
  return attempts.filter(({ tsquery }, position) => tsquery !== attempts[position - 1]?.tsquery);
}

function attempt(query: ParsedQuery, terms: readonly Term[], known: Known, withTypos: boolean): Attempt {
  const readings = terms.map((term) => readingsOf(term, known, withTypos));
  const wanted = terms.map((term, position) => expression(term, readings[position] ?? []));
  const unwanted = query.excluded.map((words) => `!(${words.map(quoted).join(' <-> ')})`);
  return {
    tsquery: [...wanted, ...unwanted].join(' & '),
    words: terms.flatMap((term, position) => [...term.words, ...(readings[position] ?? [])]),
    beginnings: terms.filter((term) => term.prefix).flatMap((term) => term.words),
  };
}

/** Other words that a term may stand for. */
function readingsOf(term: Term, known: Known, withTypos: boolean): string[] {
  const [word = ''] = term.words;
  const knowledge = known.get(word);
  if (term.phrase || !knowledge) return [];
  const completions = term.prefix ? knowledge.completions : [];
  const isUnknown = knowledge.documents === 0 && completions.length === 0;
  return [...completions, ...(withTypos || isUnknown ? knowledge.corrections : [])];
}

function expression(term: Term, readings: readonly string[]): string {
  if (term.phrase) return `(${term.words.map(quoted).join(' <-> ')})`;
  const word = quoted(term.words[0] ?? '');
  const alternatives = [term.prefix ? `${word}:*` : word, ...readings.map(quoted)];
  return `(${alternatives.join(' | ')})`;
}

/** Words are letters and digits only, so there is nothing to escape; the quotes keep operators out all the same. */
export function quoted(word: string): string {
  return `'${word.replaceAll('\\', '').replaceAll("'", '')}'`;
}
