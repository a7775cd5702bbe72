import type { Asked, Term } from '../domain/query.js';
import { ruled, type RuledTerm, type RuleBook } from '../domain/rules.js';
import type { WordKnowledge } from './lexicon.js';

/** One attempt to answer a query: what PostgreSQL is asked, and the words that are marked in what it finds. */
export interface Attempt {
  /** For `to_tsquery`, which still stems it: one for each language that was given, for each has rules of its own. */
  tsqueries: string[];
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
export function attemptsAt(
  query: Pick<Asked, 'terms' | 'excluded' | 'order'>,
  known: Known,
  languages: readonly string[],
  rules: RuleBook,
): Attempt[] {
  const at = (terms: readonly Term[], withTypos: boolean) =>
    attempt({ ...query, terms }, known, withTypos, languages, rules);
  const attempts = [at(query.terms, false), at(query.terms, true)];
  let { terms } = query;
  // What is sorted by something else is not to be mixed with what matches badly.
  while (query.order === 'RELEVANCE') {
    const last = terms.findLastIndex((term) => !term.phrase);
    if (last === -1 || terms.length === 1) break;
    terms = terms.filter((_, position) => position !== last);
    attempts.push(at(terms, true));
  }
  return attempts.filter((one, position) => !isSame(one, attempts[position - 1]));
}

function isSame(one: Attempt, other: Attempt | undefined): boolean {
  return one.tsqueries.every((tsquery, position) => tsquery === other?.tsqueries[position]);
}

function attempt(
  { terms, excluded }: { terms: readonly Term[]; excluded: readonly string[][] },
  known: Known,
  withTypos: boolean,
  languages: readonly string[],
  rules: RuleBook,
): Attempt {
  const unwanted = excluded.map((words) => `!(${words.map(quoted).join(' <-> ')})`);
  const words = new Set<string>();
  const tsqueries = languages.map((language) => {
    const wanted = ruled(terms, rules.of(language)).map((term) => {
      const readings = readingsOf(term, known, withTypos);
      for (const word of [...term.words, ...readings, ...term.alternatives.flat()]) words.add(word);
      return expression(term, readings);
    });
    return [...wanted, ...unwanted].join(' & ');
  });
  return {
    tsqueries,
    words: [...words],
    beginnings: terms.filter((term) => term.prefix).flatMap((term) => term.words),
  };
}

/** Other words that a term may stand for. */
function readingsOf(term: RuledTerm, known: Known, withTypos: boolean): string[] {
  const [word = '', ...more] = term.words;
  const knowledge = known.get(word);
  if (term.phrase || more.length > 0 || !knowledge) return [];
  const completions = term.prefix ? knowledge.completions : [];
  const isUnknown = knowledge.documents === 0 && completions.length === 0 && term.alternatives.length === 0;
  return [...completions, ...(withTypos || isUnknown ? knowledge.corrections : [])];
}

function expression(term: RuledTerm, readings: readonly string[]): string {
  const alternatives = term.alternatives.map((words) => `(${words.map(quoted).join(' <-> ')})`);
  const own = term.phrase
    ? `(${term.words.map(quoted).join(' <-> ')})`
    : `(${term.words.map(quoted).join(' & ')})`;
  return `(${[term.prefix ? `${quoted(term.words[0] ?? '')}:*` : own, ...readings.map(quoted), ...alternatives].join(' | ')})`;
}

/** Words are letters and digits only, so there is nothing to escape; the quotes keep operators out all the same. */
export function quoted(word: string): string {
  return `'${word.replaceAll('\\', '').replaceAll("'", '')}'`;
}
