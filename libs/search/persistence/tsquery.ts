import { isUnused, NOTHING_KNOWN, type KnownWords } from '../domain/known-words.js';
import { apart, type Asked, type Term } from '../domain/query.js';
import { ruled, type RuledTerm, type RuleBook } from '../domain/rules.js';

/** One attempt to answer a query: what PostgreSQL is asked, and the words that are marked in what it finds. */
export interface Attempt {
  /** For `to_tsquery`, which still stems it: one for each language that was given, for each has rules of its own. */
  tsqueries: string[];
  words: string[];
  /** Words that are also marked as beginnings. */
  beginnings: string[];
}

/** A language that is asked in, and those of the words that it passes over. */
export interface AskedLanguage {
  language: string;
  stopWords: ReadonlySet<string>;
}

/** One step from strict to loose. */
export interface Step {
  terms: readonly Term[];
  withTypos: boolean;
}

/**
 * The steps at which a query is tried: all words as they stand (a word that nobody uses is taken for a typo at once),
 * then all words with their neighbours in spelling, then with words dropped: those that nobody uses, the others from
 * the right, one, half of them, all but one. More steps would find little more, and each takes its time. Quoted phrases
 * and exclusions always hold.
 */
export function stepsOf({ terms, order }: Pick<Asked, 'terms' | 'order'>, known: KnownWords): Step[] {
  const strict: Step = { terms, withTypos: false };
  // What is sorted by something else is not to be mixed with what matches badly.
  if (order !== 'RELEVANCE') return [strict, { terms, withTypos: true }];
  const loose = terms.flatMap(apart);
  const steps: Step[] = [strict, { terms: loose, withTypos: true }];
  const words = loose.filter(({ phrase }) => !phrase);
  const byHope = [...words].sort((a, b) => hopeOf(b, known) - hopeOf(a, known));
  const fewest = words.length < loose.length ? 0 : 1;
  const withHope = (least: number) => words.filter((word) => hopeOf(word, known) >= least).length;
  const kept = [Math.min(words.length - 1, withHope(1)), withHope(2), Math.ceil(words.length / 2), fewest];
  const counts = new Set(kept.filter((one) => one >= fewest && one < words.length));
  for (const count of [...counts].sort((a, b) => b - a)) {
    const left = new Set(byHope.slice(0, count));
    steps.push({ terms: loose.filter((term) => term.phrase || left.has(term)), withTypos: true });
  }
  return steps;
}

/** How likely a word is to be in what is looked for: 2 when somebody uses it, 1 when it is like a word, 0 else. */
function hopeOf({ words: [word = ''] }: Term, known: KnownWords): 0 | 1 | 2 {
  const knowledge = known.get(word) ?? NOTHING_KNOWN;
  if (!isUnused(knowledge)) return 2;
  return knowledge.corrections.length > 0 ? 1 : 0;
}

/** What is asked at a step. */
export function attemptAt(
  { terms, withTypos }: Step,
  asked: Pick<Asked, 'terms' | 'excluded'>,
  known: KnownWords,
  languages: readonly AskedLanguage[],
  rules: RuleBook,
): Attempt {
  const unwanted = asked.excluded.map((words) => `!(${words.map(quoted).join(' <-> ')})`);
  const words = new Set<string>();
  const tsqueries = languages.map(({ language, stopWords }) => {
    const all = ruled(terms, rules.of(language), asked.terms);
    // A word that is still typed, or misspelled, and reads as a stop word: its other readings are not to be required.
    const telling = all.filter((term) => !readsAsStopWord(term, known, stopWords));
    const left = telling.length > 0 ? telling : all;
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
    beginnings: beginningsOf(terms),
  };
}

/** The words that may be beginnings of others. */
export function beginningsOf(terms: readonly Term[]): string[] {
  return terms.filter((term) => term.prefix).flatMap((term) => term.words.slice(-1));
}

/** The words of a search of which it has to be known whether a language passes over them. */
export function possibleStopWords(terms: readonly Term[], known: KnownWords): string[] {
  return terms.flatMap(apart).flatMap((term) => mostLikely(term, known) ?? []);
}

function readsAsStopWord(term: RuledTerm, known: KnownWords, stopWords: ReadonlySet<string>): boolean {
  if (term.alternatives.length > 0) return false;
  const reading = mostLikely(term, known);
  return reading !== undefined && stopWords.has(reading);
}

/** What a word most likely is, if it is not simply taken as it stands. */
function mostLikely(
  { words: [word = '', ...more], phrase, prefix }: Term,
  known: KnownWords,
): string | undefined {
  const knowledge = known.get(word) ?? NOTHING_KNOWN;
  if (phrase || more.length > 0) return undefined;
  if (isUnused(knowledge)) return knowledge.corrections[0]?.word;
  return prefix ? word : undefined;
}

/** Other words that a term may stand for. */
function readingsOf(term: RuledTerm, known: KnownWords, withTypos: boolean): string[] {
  const [word = '', ...more] = term.words;
  const knowledge = known.get(word);
  if (term.phrase || more.length > 0 || !knowledge) return [];
  const completions = term.prefix ? knowledge.completions : [];
  const corrections = knowledge.corrections.map((one) => one.word);
  const isUnknown = knowledge.documents === 0 && completions.length === 0 && term.alternatives.length === 0;
  return [...completions, ...(withTypos || isUnknown ? corrections : [])];
}

function expression(term: RuledTerm, readings: readonly string[]): string {
  const alternatives = term.alternatives.map((words) => `(${words.map(quoted).join(' <-> ')})`);
  const lexemes = term.words.map(quoted);
  const own = `(${lexemes.join(term.phrase ? ' <-> ' : ' & ')}${term.prefix ? ':*' : ''})`;
  return `(${[own, ...readings.map(quoted), ...alternatives].join(' | ')})`;
}

/** Words are letters and digits only, so there is nothing to escape; the quotes keep operators out all the same. */
export function quoted(word: string): string {
  return `'${word.replaceAll('\\', '').replaceAll("'", '')}'`;
}
