import type { BoostField, RulesInput, SearchRules } from './model/rules.ts';

/**
 * Rules as curators write them, a line for each:
 *
 *     tent, shelter, tarp              all of them mean the same
 *     zelt => tent                     who looks for the first finds the second too
 *     wet tent => /faq/drying-a-tent   who looks for exactly these words is shown that first
 *     tag:mail 2                       what has it is raised; below 1 it is lowered
 */
export type RuleList = 'synonyms' | 'stopWords' | 'pinned' | 'boosts';
export type RulesText = Record<RuleList, string>;

/** A line that cannot be read, counted from 1. */
export interface RuleProblem {
  list: RuleList;
  line: number;
}

const boostFields: Record<string, BoostField> = { tag: 'TAG', product: 'PRODUCT', kind: 'KIND' };
const arrow = /\s*(?:=>|→)\s*/;

export function rulesText({ synonyms, stopWords, pinned, boosts }: SearchRules): RulesText {
  return {
    synonyms: synonyms
      .map(({ words: [first = '', ...others], oneWay }) =>
        oneWay ? `${first} => ${others.join(', ')}` : [first, ...others].join(', '),
      )
      .join('\n'),
    stopWords: stopWords.join('\n'),
    pinned: pinned.map((pin) => `${pin.query} => ${placesOf(pin).join(', ')}`).join('\n'),
    boosts: boosts.map(({ field, value, factor }) => `${field.toLowerCase()}:${value} ${factor}`).join('\n'),
  };
}

/** By their addresses, which say what they are; what cannot be seen any more only by its id. */
function placesOf({ ids, subjects }: SearchRules['pinned'][number]): string[] {
  return ids.map((id) => subjects.find((subject) => subject.id === id)?.path ?? id);
}

/** The pinned results still by their addresses. */
export function readRules(text: RulesText): { rules: RulesInput; problems: RuleProblem[] } {
  const problems: RuleProblem[] = [];
  const read = <Rule>(list: RuleList, one: (line: string) => Rule | undefined): Rule[] =>
    text[list].split('\n').flatMap((line, index) => {
      if (line.trim() === '') return [];
      const rule = one(line.trim());
      if (rule === undefined) problems.push({ list, line: index + 1 });
      return rule === undefined ? [] : [rule];
    });
  const rules = {
    synonyms: read('synonyms', readSynonyms),
    stopWords: text.stopWords.split(/[\s,;]+/).filter(Boolean),
    pinned: read('pinned', readPin),
    boosts: read('boosts', readBoost),
  };
  return { rules, problems };
}

function readSynonyms(line: string): RulesInput['synonyms'][number] | undefined {
  const sides = line.split(arrow);
  const words = sides.flatMap(parts);
  const oneWay = sides.length > 1;
  const isOdd = sides.length > 2 || words.length < 2 || (oneWay && parts(sides[0] ?? '').length !== 1);
  return isOdd ? undefined : { words, oneWay };
}

function readPin(line: string): RulesInput['pinned'][number] | undefined {
  const [query = '', places, ...more] = line.split(arrow);
  const ids = parts(places ?? '');
  return query === '' || ids.length === 0 || more.length > 0 ? undefined : { query, ids };
}

function readBoost(line: string): RulesInput['boosts'][number] | undefined {
  const [, key = '', value = '', factor = ''] = /^(\w+):\s*(.+?)\s+[×x*]?\s*([\d.,]+)$/i.exec(line) ?? [];
  const name = key.toLowerCase();
  const field = Object.hasOwn(boostFields, name) ? boostFields[name] : undefined;
  const number = Number(factor.replace(',', '.'));
  return field && value && Number.isFinite(number) ? { field, value, factor: number } : undefined;
}

function parts(side: string): string[] {
  return side
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** For each hit of the second list where it stood in the first: a number of places up or down, or null for a new one. */
export function moves(before: readonly string[], after: readonly string[]): (number | null)[] {
  return after.map((id, place) => {
    const former = before.indexOf(id);
    return former < 0 ? null : former - place;
  });
}
