import { UserInputError, parseGlobalId } from '#libs/kernel';
import type { FieldProblem } from '#libs/kernel';
import {
  BOOST_FIELDS,
  type BoostField,
  type BoostRule,
  type PinRule,
  type SearchRules,
  type SynonymRule,
} from './rules.js';
import { spaced, withoutControls } from './words.js';

/** How much curators may tell the search; more would slow every search down. */
export const RULE_LIMITS = {
  synonyms: 500,
  wordsOfSynonym: 10,
  stopWords: 500,
  pinned: 200,
  idsOfPin: 5,
  boosts: 10,
  longestText: 100,
  leastFactor: 0.1,
  mostFactor: 5,
} as const;

/** Meilisearch looks for synonyms of up to three words in a row. */
const MOST_WORDS_IN_A_ROW = 3;

/** Rules as they are given, before anybody looked at them. */
export interface GivenRules {
  synonyms: readonly { words: readonly string[]; oneWay?: boolean | null }[];
  stopWords: readonly string[];
  pinned: readonly { query: string; ids: readonly string[] }[];
  boosts: readonly { field: string; value: string; factor: number }[];
}

/** @throws UserInputError with everything that is wrong, by its place: `synonyms.2.words`, `boosts.0.factor` */
export function checkedRules(given: GivenRules): SearchRules {
  const problems: FieldProblem[] = [];
  const refuse = (path: string, message: string) => problems.push({ path, message });
  for (const list of ['synonyms', 'stopWords', 'pinned', 'boosts'] as const) {
    if (given[list].length > RULE_LIMITS[list]) refuse(list, `There may be ${RULE_LIMITS[list]} at most.`);
  }
  const rules = {
    synonyms: given.synonyms.map((rule, turn) => synonym(rule, `synonyms.${turn}.words`, refuse)),
    stopWords: unique(given.stopWords.map((word, turn) => stopWord(word, `stopWords.${turn}`, refuse))),
    pinned: given.pinned.map((rule, turn) => pin(rule, `pinned.${turn}`, refuse)),
    boosts: given.boosts.map((rule, turn) => boost(rule, `boosts.${turn}`, refuse)),
  };
  if (problems.length > 0) throw new UserInputError(problems);
  return rules;
}

type Refuse = (path: string, message: string) => void;

function synonym(
  { words, oneWay }: GivenRules['synonyms'][number],
  path: string,
  refuse: Refuse,
): SynonymRule {
  const spellings = unique(
    words.map((word) => text(word, path, refuse)).filter((word) => spaced(word) !== ''),
  );
  if (spellings.length < 2 || spellings.length > RULE_LIMITS.wordsOfSynonym) {
    refuse(path, `Please give 2 to ${RULE_LIMITS.wordsOfSynonym} words that mean the same.`);
  }
  if (spellings.some((spelling) => spaced(spelling).split(' ').length > MOST_WORDS_IN_A_ROW)) {
    refuse(path, `Each may be ${MOST_WORDS_IN_A_ROW} words long at most.`);
  }
  return { words: spellings, oneWay: oneWay ?? false };
}

function stopWord(given: string, path: string, refuse: Refuse): string {
  const word = spaced(text(given, path, refuse));
  if (word === '' || word.includes(' ')) refuse(path, `“${given.slice(0, 50)}” is not one word.`);
  return word;
}

function pin({ query, ids }: GivenRules['pinned'][number], path: string, refuse: Refuse): PinRule {
  const asked = text(query, `${path}.query`, refuse);
  if (spaced(asked) === '') refuse(`${path}.query`, 'Please say for which words it is shown first.');
  const known = unique(ids);
  if (known.length === 0 || known.length > RULE_LIMITS.idsOfPin) {
    refuse(`${path}.ids`, `Please give 1 to ${RULE_LIMITS.idsOfPin} results to show first.`);
  }
  for (const id of known) {
    const kind = parseGlobalId(id)?.kind;
    if (kind !== 'article' && kind !== 'question') {
      refuse(`${path}.ids`, `“${id.slice(0, 50)}” is neither an article nor a question.`);
    }
  }
  return { query: asked, ids: known };
}

function boost(
  { field, value, factor }: GivenRules['boosts'][number],
  path: string,
  refuse: Refuse,
): BoostRule {
  const { leastFactor, mostFactor } = RULE_LIMITS;
  if (!(factor >= leastFactor && factor <= mostFactor)) {
    refuse(`${path}.factor`, `The factor is ${leastFactor} to ${mostFactor}.`);
  }
  const wanted = text(value, `${path}.value`, refuse);
  if (wanted === '') refuse(`${path}.value`, 'Please say what is raised or lowered.');
  if (!isBoostField(field)) {
    refuse(`${path}.field`, `Only ${BOOST_FIELDS.join(', ')} can be raised or lowered.`);
    return { field: 'tag', value: wanted, factor };
  }
  if (field === 'kind' && wanted !== 'article' && wanted !== 'question') {
    refuse(`${path}.value`, 'A kind is article or question.');
  }
  return { field, value: wanted.toLowerCase(), factor };
}

function isBoostField(field: string): field is BoostField {
  return BOOST_FIELDS.some((one) => one === field);
}

function text(given: string, path: string, refuse: Refuse): string {
  if (given.length > RULE_LIMITS.longestText)
    refuse(path, `Please give ${RULE_LIMITS.longestText} characters at most.`);
  return withoutControls(given.slice(0, RULE_LIMITS.longestText)).replace(/\s+/g, ' ').trim();
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
