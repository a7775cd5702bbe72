/** What a search can be narrowed by. */
export const CONDITION_FIELDS = [
  'kind',
  'tag',
  'locale',
  'accepted',
  'official',
  'answered',
  'author',
  'product',
  'version',
] as const;

export type ConditionField = (typeof CONDITION_FIELDS)[number];

/** One thing that must hold, or must not, for whatever is found. */
export interface Condition {
  field: ConditionField;
  /**
   * `true` where the field is a yes or no; `question` or `article` for a kind; BCP 47 for a locale, a bare language
   * standing for its regions too; the number of an account for an author; otherwise the name as it is written.
   */
  value: string;
  /** False: what has it is left out. */
  wanted: boolean;
}

/** The place of a condition in the text that was typed. */
export interface TypedCondition extends Condition {
  start: number;
  end: number;
}

/** Fields of which a thing has one at most: two different wanted values of it leave nothing. */
const SINGLE: ReadonlySet<ConditionField> = new Set(['kind']);

/** The conditions without repetitions; undefined when they contradict each other. */
export function combined(conditions: readonly Condition[]): Condition[] | undefined {
  const unique = new Map<string, Condition>();
  for (const { field, value, wanted } of conditions) {
    unique.set(`${field} ${wanted} ${value}`, { field, value, wanted });
  }
  const all = [...unique.values()];
  const isContradiction = all.some(
    (one) =>
      unique.has(`${one.field} ${!one.wanted} ${one.value}`) ||
      (one.wanted &&
        SINGLE.has(one.field) &&
        all.some((other) => other.wanted && other.field === one.field && other.value !== one.value)),
  );
  return isContradiction ? undefined : all;
}

/** The account of an author condition; 0, which nobody has, when it is no such number. */
export function accountNumber(value: string): number {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : 0;
}
