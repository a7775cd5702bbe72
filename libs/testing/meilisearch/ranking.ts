import type { Document } from './filter.js';
import { ANY_WORD, stopWordsOf, type ParsedQuery, type Term } from './query.js';
import type { IndexSettings } from './settings.js';
import { typosBetween, wordsOf, type Word } from './words.js';

/** A document with its searchable attributes cut into words, most important attribute first. */
export interface IndexedDocument {
  document: Document;
  attributes: { name: string; words: Word[]; typoTolerant: boolean }[];
}

interface Place {
  attribute: number;
  position: number;
  length: number;
  typos: number;
  exact: boolean;
}

/** One step of the ranking: `rank` of `max` (higher is better), or the value of a sorted field. */
export type Step = { rank: number; max: number } | { value: unknown; descending: boolean; field: string };

export interface Ranked {
  entry: IndexedDocument;
  steps: Step[];
}

const FARTHEST = 8;

export function indexDocument(document: Document, settings: IndexSettings): IndexedDocument {
  const names = settings.searchableAttributes.includes('*')
    ? Object.keys(document)
    : settings.searchableAttributes;
  const stop = stopWordsOf(settings);
  const indexed = (word: Word) => (stop.has(word.folded) ? { ...word, folded: ANY_WORD } : word);
  return {
    document,
    attributes: names.map((name) => ({
      name,
      // Stop words keep their places, but cannot be found.
      words: wordsOf(textOf(document[name])).map(indexed),
      typoTolerant: !settings.typoTolerance.disableOnAttributes.includes(name),
    })),
  };
}

export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(' . ');
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Places where a term stands in one attribute; also used for highlighting. */
export function placesOf(
  term: Term,
  words: readonly Word[],
  attribute: number,
  typoTolerant: boolean,
): Place[] {
  const places: Place[] = [];
  const sequences = [term.words, ...term.synonyms];
  words.forEach((word, position) => {
    for (const sequence of sequences) {
      if (sequence.length > 1 || term.phrase) {
        const here = sequence.every((part, offset) => stands(part, words[position + offset]));
        if (here) places.push({ attribute, position, length: sequence.length, typos: 0, exact: true });
        continue;
      }
      const wanted = sequence[0] ?? '';
      if (word.folded === ANY_WORD) continue;
      const own = sequence === term.words;
      const limit = own && typoTolerant ? term.typos : 0;
      const typos = typosBetween(wanted, word.folded, limit, own && term.prefix);
      if (typos === Infinity) continue;
      places.push({ attribute, position, length: 1, typos, exact: word.folded === wanted });
    }
  });
  return places;
}

/** What a document is worth for a query, rule by rule; undefined when it does not match. */
export function rank(
  entry: IndexedDocument,
  query: ParsedQuery,
  options: { strategy: string; sort: readonly string[]; attributes?: readonly string[] },
  settings: IndexSettings,
): Ranked | undefined {
  if (query.excluded.some((sequence) => contains(entry, sequence))) return undefined;
  const found = query.terms.map((term) =>
    entry.attributes.flatMap((attribute, number) =>
      options.attributes === undefined || options.attributes.includes(attribute.name)
        ? placesOf(term, attribute.words, number, attribute.typoTolerant)
        : [],
    ),
  );
  const kept = termsKept(query.terms, found, options.strategy);
  if (kept === undefined) return undefined;
  const matched = found.slice(0, kept).filter((places) => places.length > 0);
  return { entry, steps: stepsOf(entry, query, matched, kept, options.sort, settings) };
}

function contains(entry: IndexedDocument, sequence: readonly string[]): boolean {
  return entry.attributes.some(({ words }) =>
    words.some((_, position) => sequence.every((part, offset) => stands(part, words[position + offset]))),
  );
}

function stands(part: string, word: Word | undefined): boolean {
  return word !== undefined && (part === ANY_WORD || word.folded === part);
}

/**
 * Strategy `last`: words are given up from the right until the document matches, the first word and every
 * phrase never. Strategy `all`: none is given up.
 */
function termsKept(terms: readonly Term[], found: readonly Place[][], strategy: string): number | undefined {
  const missing = found.findIndex((places) => places.length === 0);
  if (missing === -1) return terms.length;
  const phraseMissing = terms.some((term, number) => term.phrase && found[number]?.length === 0);
  if (strategy === 'all' || missing === 0 || phraseMissing) return undefined;
  return missing;
}

function stepsOf(
  entry: IndexedDocument,
  query: ParsedQuery,
  matched: readonly Place[][],
  kept: number,
  sort: readonly string[],
  settings: IndexSettings,
): Step[] {
  const best = matched.map(bestPlace);
  const attributes = entry.attributes.length;
  const typosPossible = query.terms.reduce((sum, term) => sum + term.typos, 0);
  const steps: Step[] = [];
  for (const rule of settings.rankingRules) {
    const total = query.terms.length;
    if (rule === 'sort') steps.push(...sort.map((order) => sortStep(entry.document, order)));
    else if (rule.includes(':')) steps.push(sortStep(entry.document, rule));
    else if (total === 0) continue;
    else if (rule === 'words') steps.push({ rank: kept, max: total });
    else if (rule === 'typo') {
      steps.push(
        step(
          typosPossible,
          sum(best, (place) => place.typos),
        ),
      );
    } else if (rule === 'proximity') {
      steps.push(step((FARTHEST - 1) * Math.max(0, total - 1), spread(matched)));
    } else if (rule === 'attribute' || rule === 'attributeRank') {
      steps.push(
        step(
          total * Math.max(0, attributes - 1),
          sum(best, (place) => place.attribute),
        ),
      );
    } else if (rule === 'wordPosition') {
      steps.push(
        step(
          total * 10,
          sum(best, (place) => Math.min(10, Math.floor(Math.log2(place.position + 1)))),
        ),
      );
    } else if (rule === 'exactness') steps.push(exactness(entry, query, best));
  }
  return steps;
}

/** From a penalty of 0 (best) to `worst`. */
function step(worst: number, penalty: number): Step {
  return { rank: worst + 1 - Math.min(penalty, worst), max: worst + 1 };
}

function sum(places: readonly Place[], of: (place: Place) => number): number {
  return places.reduce((total, place) => total + of(place), 0);
}

function bestPlace(places: readonly Place[]): Place {
  const sorted = [...places].sort(
    (a, b) => a.typos - b.typos || a.attribute - b.attribute || a.position - b.position,
  );
  return sorted[0] ?? { attribute: 0, position: 0, length: 0, typos: 0, exact: false };
}

function spread(matched: readonly Place[][]): number {
  let total = 0;
  for (let term = 1; term < matched.length; term += 1) {
    let nearest = FARTHEST;
    for (const left of matched[term - 1] ?? []) {
      for (const right of matched[term] ?? []) {
        if (left.attribute !== right.attribute) continue;
        const gap = right.position - (left.position + left.length - 1);
        nearest = Math.min(nearest, gap > 0 ? gap : 1 - gap + 1);
      }
    }
    total += nearest - 1;
  }
  return total;
}

function exactness(entry: IndexedDocument, query: ParsedQuery, best: readonly Place[]): Step {
  const asked = query.terms.flatMap((term) => term.words);
  const startsWith = entry.attributes.filter(({ words }) =>
    asked.every((word, position) => words[position]?.folded === word),
  );
  const whole = startsWith.some(({ words }) => words.length === asked.length);
  const bonus = whole ? 2 : startsWith.length > 0 ? 1 : 0;
  const exactWords = best.filter((place) => place.exact).length;
  const most = query.terms.length;
  return { rank: bonus * (most + 1) + exactWords + 1, max: 3 * (most + 1) };
}

function sortStep(document: Document, order: string): Step {
  const cut = order.lastIndexOf(':');
  const field = order.slice(0, cut);
  return { field, value: document[field], descending: order.slice(cut + 1) === 'desc' };
}

/** Sort order of two documents of one index: rule after rule; documents without a sorted field come last. */
export function compareRanked(a: Ranked, b: Ranked): number {
  for (let position = 0; position < a.steps.length; position += 1) {
    const order = compareSteps(a.steps[position], b.steps[position]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareSteps(a: Step | undefined, b: Step | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if ('rank' in a && 'rank' in b) return b.rank / b.max - a.rank / a.max;
  return 'value' in a && 'value' in b ? compareValues(a.value, b.value, a.descending) : 0;
}

export function compareValues(a: unknown, b: unknown, descending: boolean): number {
  const missingA = a === undefined || a === null;
  const missingB = b === undefined || b === null;
  if (missingA || missingB) return Number(missingA) - Number(missingB);
  const order =
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : Number(textOf(a) > textOf(b)) - Number(textOf(a) < textOf(b));
  return descending ? -order : order;
}

/** `_rankingScore`, 0 to 1: later rules refine what earlier ones left equal; sorted fields do not count. */
export function rankingScore(steps: readonly Step[]): number {
  let rankSoFar = 1;
  let mostSoFar = 1;
  for (const part of steps) {
    if (!('rank' in part)) continue;
    rankSoFar = (rankSoFar - 1) * part.max + part.rank;
    mostSoFar *= part.max;
  }
  return rankSoFar / mostSoFar;
}
