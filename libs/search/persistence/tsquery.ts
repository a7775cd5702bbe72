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

/** One step from strict to loose. */
export interface Step {
  terms: readonly Term[];
  withTypos: boolean;
}

/**
 * The steps at which a query is tried: all words as they stand (a word that nobody uses is taken for a typo at once),
 * then all words with their neighbours in spelling, then with words dropped from the right: one, half of them, all but
 * one. More steps would find little more, and each takes its time. Phrases and exclusions always hold.
 */
export function stepsOf({ terms, order }: Pick<Asked, 'terms' | 'order'>): Step[] {
  const steps: Step[] = [
    { terms, withTypos: false },
    { terms, withTypos: true },
  ];
  // What is sorted by something else is not to be mixed with what matches badly.
  if (order !== 'RELEVANCE') return steps;
  const words = terms.filter(({ phrase }) => !phrase);
  const fewest = words.length < terms.length ? 0 : 1;
  const kept = [words.length - 1, Math.ceil(words.length / 2), fewest];
  for (const count of new Set(kept.filter((one) => one >= fewest && one < words.length))) {
    const left = new Set(words.slice(0, count));
    steps.push({ terms: terms.filter((term) => term.phrase || left.has(term)), withTypos: true });
  }
  return steps;
}

/** What is asked at a step. */
export function attemptAt(
  { terms, withTypos }: Step,
  asked: Pick<Asked, 'terms' | 'excluded'>,
  known: Known,
  languages: readonly string[],
  rules: RuleBook,
): Attempt {
  const unwanted = asked.excluded.map((words) => `!(${words.map(quoted).join(' <-> ')})`);
  const words = new Set<string>();
  const tsqueries = languages.map((language) => {
    const left = ruled(terms, rules.of(language), asked.terms);
    // Only what this language passes over is left: nothing is to be found by that.
    if (left.length === 0) return '';
    const wanted = left.map((term) => {
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
