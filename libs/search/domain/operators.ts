import type { Condition, ConditionField } from './conditions.js';

/** What may stand after `is:`. */
const STATES: Record<string, Omit<Condition, 'wanted'> & { wanted?: false }> = {
  accepted: { field: 'accepted', value: 'true' },
  official: { field: 'official', value: 'true' },
  answered: { field: 'answered', value: 'true' },
  unanswered: { field: 'answered', value: 'true', wanted: false },
  question: { field: 'kind', value: 'question' },
  faq: { field: 'kind', value: 'article' },
};

const FIELDS: Record<string, ConditionField> = {
  tag: 'tag',
  author: 'author',
  product: 'product',
  version: 'version',
  lang: 'locale',
};

/**
 * A condition as it is typed: `tag:`, `author:`, `product:`, `version:`, `lang:` with a name (in quotes where it has
 * spaces), `is:` with accepted, official, answered, unanswered, question or faq. Everything else is words: undefined.
 */
export function readOperator(key: string, given: string, wanted: boolean): Condition | undefined {
  const value = given.trim();
  if (value === '') return undefined;
  if (key.toLowerCase() === 'is') {
    const state = ownValue(STATES, value);
    return state && { field: state.field, value: state.value, wanted: (state.wanted ?? true) === wanted };
  }
  const field = ownValue(FIELDS, key);
  return field && { field, value, wanted };
}

/** How a condition is typed; what the box shows for something that was chosen elsewhere. */
export function writeOperator({ field, value, wanted }: Condition): string {
  const states = Object.entries(STATES).filter(([, one]) => one.field === field && one.value === value);
  const same = states.find(([, one]) => (one.wanted ?? true) === wanted);
  if (same) return `is:${same[0]}`;
  const [state] = states;
  if (state) return `-is:${state[0]}`;
  const minus = wanted ? '' : '-';
  const [key] = Object.entries(FIELDS).find(([, one]) => one === field) ?? [field];
  return `${minus}${key}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value}`;
}

function ownValue<Value>(map: Record<string, Value>, key: string): Value | undefined {
  const name = key.toLowerCase();
  return Object.hasOwn(map, name) ? map[name] : undefined;
}
