import type { Term } from './query.js';
import { spaced } from './words.js';

/** Words that mean the same. Each is a word or a few of them. */
export interface SynonymRule {
  words: string[];
  /** Only who looks for the first one finds the others too, not the other way round. */
  oneWay: boolean;
}

/** What is shown first to those who search for exactly these words. */
export interface PinRule {
  query: string;
  /** Global ids, in the order in which they are shown. */
  ids: string[];
}

export const BOOST_FIELDS = ['tag', 'product', 'kind'] as const;
export type BoostField = (typeof BOOST_FIELDS)[number];

/** Puts what has something further up (a factor above 1) or further down. The first that fits counts. */
export interface BoostRule {
  field: BoostField;
  value: string;
  factor: number;
}

/** What curators tell the search of one language, or of all. */
export interface SearchRules {
  synonyms: SynonymRule[];
  stopWords: string[];
  pinned: PinRule[];
  boosts: BoostRule[];
}

export const NO_RULES: SearchRules = { synonyms: [], stopWords: [], pinned: [], boosts: [] };
/** Stands for all languages. */
export const EVERY_LANGUAGE = 'und';

/** A term with what else is taken for it. */
export interface RuledTerm extends Term {
  alternatives: string[][];
}

/** The rules of each language, those for all languages included: its own ones first. */
export class RuleBook {
  private readonly merged = new Map<string, SearchRules>();

  constructor(private readonly byLocale: ReadonlyMap<string, SearchRules> = new Map()) {}

  of(language: string): SearchRules {
    let rules = this.merged.get(language);
    if (!rules) {
      const own = language === EVERY_LANGUAGE ? NO_RULES : (this.byLocale.get(language) ?? NO_RULES);
      const common = this.byLocale.get(EVERY_LANGUAGE) ?? NO_RULES;
      rules = {
        synonyms: [...own.synonyms, ...common.synonyms],
        stopWords: [...own.stopWords, ...common.stopWords],
        pinned: [...own.pinned, ...common.pinned],
        boosts: [...own.boosts, ...common.boosts],
      };
      this.merged.set(language, rules);
    }
    return rules;
  }

  /** With other rules for one locale: to see what they would do. */
  with(locale: string, rules: SearchRules): RuleBook {
    return new RuleBook(new Map([...this.byLocale, [locale, rules]]));
  }

  /**
   * What is pinned for these words. Languages are asked in the order in which they are given, so that the reader's
   * own can come first.
   */
  pinnedFor(titleKey: string, languages: readonly string[]): string[] {
    if (titleKey === '') return [];
    const asked = languages.length > 0 ? languages : [...this.byLocale.keys()];
    const fitting = [...asked, EVERY_LANGUAGE]
      .flatMap((language) => this.of(language).pinned)
      .filter(({ query }) => spaced(query) === titleKey);
    return [...new Set(fitting.flatMap(({ ids }) => ids))];
  }
}

/** From the folded words of each spelling (with single spaces) to the others that are found too. */
export function synonymMap(rules: readonly SynonymRule[]): Map<string, string[]> {
  const map = new Map<string, Set<string>>();
  for (const { words, oneWay } of rules) {
    const spellings = [...new Set(words.map(spaced))].filter((spelling) => spelling !== '');
    for (const from of oneWay ? spellings.slice(0, 1) : spellings) {
      const others = map.get(from) ?? new Set<string>();
      for (const to of spellings) if (to !== from) others.add(to);
      map.set(from, others);
    }
  }
  return new Map([...map].map(([from, others]) => [from, [...others]]));
}

/**
 * The terms as the rules want them read: stop words left out unless nothing else was asked, and with the synonyms of
 * each word, or of several words that stand together.
 *
 * @param asked all terms of the question, where these are what is left of them
 */
export function ruled(
  terms: readonly Term[],
  rules: SearchRules,
  asked: readonly Term[] = terms,
): RuledTerm[] {
  const telling = withoutStopWords(terms, rules.stopWords, asked);
  const synonyms = synonymMap(rules.synonyms);
  const longest = Math.max(1, ...[...synonyms.keys()].map((spelling) => spelling.split(' ').length));
  const result: RuledTerm[] = [];
  for (let position = 0; position < telling.length;) {
    const { taken, term } = longestAt(telling, position, longest, synonyms);
    result.push(term);
    position += taken;
  }
  return result;
}

function withoutStopWords(
  terms: readonly Term[],
  stopWords: readonly string[],
  asked: readonly Term[],
): readonly Term[] {
  if (stopWords.length === 0) return terms;
  const stop = new Set(stopWords.map(spaced));
  const tells = ({ phrase, words }: Term) => phrase || !stop.has(words[0] ?? '');
  return asked.some(tells) ? terms.filter(tells) : terms;
}

function longestAt(
  terms: readonly Term[],
  position: number,
  longest: number,
  synonyms: ReadonlyMap<string, string[]>,
): { taken: number; term: RuledTerm } {
  const first = terms[position] ?? { words: [], phrase: false, prefix: false };
  for (let taken = Math.min(longest, terms.length - position); taken > 1; taken -= 1) {
    const run = terms.slice(position, position + taken);
    const words = run.flatMap((term) => term.words);
    const others = run.some(({ phrase }) => phrase) ? undefined : synonyms.get(words.join(' '));
    if (others)
      return { taken, term: { words, phrase: false, prefix: false, alternatives: others.map(split) } };
  }
  const alternatives = (synonyms.get(first.words.join(' ')) ?? []).map(split);
  return { taken: 1, term: { ...first, alternatives } };
}

function split(spelling: string): string[] {
  return spelling.split(' ');
}
