import { MeilisearchRefusal } from './errors.js';

/** Looks at one value; throws a MeilisearchRefusal when the real server would not take it. */
export type Check = (value: unknown, at: string, code: string) => void;

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `an array: \`${JSON.stringify(value)}\``;
  if (typeof value === 'object') return `an object: \`${JSON.stringify(value)}\``;
  if (typeof value === 'string') return `a string: \`${JSON.stringify(value)}\``;
  if (typeof value === 'boolean') return `a boolean: \`${value}\``;
  return `a number: \`${JSON.stringify(value)}\``;
}

function wrongType(expected: string, value: unknown, at: string, code: string): MeilisearchRefusal {
  const where = at === '' ? '' : ` at \`${at}\``;
  return new MeilisearchRefusal(
    code,
    `Invalid value type${where}: expected ${expected}, but found ${describe(value)}`,
  );
}

export const aString: Check = (value, at, code) => {
  if (typeof value !== 'string') throw wrongType('a string', value, at, code);
};

export const aBoolean: Check = (value, at, code) => {
  if (typeof value !== 'boolean') throw wrongType('a boolean', value, at, code);
};

export const aCount: Check = (value, at, code) => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw wrongType('a positive integer', value, at, code);
  }
};

export const aNumber: Check = (value, at, code) => {
  if (typeof value !== 'number') throw wrongType('a number', value, at, code);
};

export const orNull =
  (check: Check): Check =>
  (value, at, code) => {
    if (value !== null) check(value, at, code);
  };

export const oneOf =
  (...allowed: string[]): Check =>
  (value, at, code) => {
    if (typeof value !== 'string') throw wrongType('a string', value, at, code);
    if (!allowed.includes(value)) {
      const names = allowed.map((name) => `\`${name}\``).join(', ');
      throw new MeilisearchRefusal(code, `Unknown value \`${value}\` at \`${at}\`: expected one of ${names}`);
    }
  };

export const listOf =
  (item: Check): Check =>
  (value, at, code) => {
    if (!Array.isArray(value)) throw wrongType('an array', value, at, code);
    value.forEach((entry, position) => item(entry, `${at}[${position}]`, code));
  };

export const mapOf =
  (item: Check): Check =>
  (value, at, code) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw wrongType('an object', value, at, code);
    }
    for (const [key, entry] of Object.entries(value)) item(entry, `${at}.${key}`, code);
  };

/** A filter is a string, or a list whose entries are strings or lists of strings. */
export const aFilter: Check = (value, at, code) => {
  if (typeof value === 'string') return;
  listOf((entry, where, why) => {
    if (typeof entry !== 'string') listOf(aString)(entry, where, why);
  })(value, at, code);
};

/** One field of an object: how it is checked, and the code under which it is refused. */
export interface FieldRule {
  check: Check;
  code?: string;
}

/**
 * Refuses unknown fields as the server does (its published description allows them, the server does not)
 * and checks the known ones.
 */
export function objectOf(fields: Record<string, FieldRule>, required: readonly string[] = []): Check {
  return (value, at, code) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw wrongType('an object', value, at, code);
    }
    for (const [name, entry] of Object.entries(value)) {
      const rule = fields[name];
      if (!rule) {
        const inside = at === '' ? '' : ` inside \`${at}\``;
        const known = Object.keys(fields)
          .map((field) => `\`${field}\``)
          .join(', ');
        throw new MeilisearchRefusal(code, `Unknown field \`${name}\`${inside}: expected one of ${known}`);
      }
      rule.check(entry, `${at}.${name}`, rule.code ?? code);
    }
    for (const name of required) {
      if (!(name in value)) {
        const inside = at === '' ? '' : ` inside \`${at}\``;
        throw new MeilisearchRefusal(missingCode(name, code), `Missing field \`${name}\`${inside}`);
      }
    }
  };
}

function missingCode(name: string, code: string): string {
  if (name === 'indexUid' || name === 'uid') return 'missing_index_uid';
  if (name === 'indexes') return 'missing_swap_indexes';
  return code;
}

/** Query strings: every value is a string; unknown names are refused. */
export function checkParameters(given: URLSearchParams, known: readonly string[]): void {
  for (const name of given.keys()) {
    if (!known.includes(name)) {
      const names = known.map((field) => `\`${field}\``).join(', ');
      throw new MeilisearchRefusal('bad_request', `Unknown parameter \`${name}\`: expected one of ${names}`);
    }
  }
}

/** A whole number from a query string, or its default. */
export function countParameter(given: URLSearchParams, name: string, fallback: number, code: string): number {
  const text = given.get(name);
  if (text === null) return fallback;
  if (!/^\d+$/.test(text)) {
    throw new MeilisearchRefusal(
      code,
      `Invalid value in parameter \`${name}\`: could not parse \`${text}\` as a positive integer`,
    );
  }
  return Number(text);
}

/** `a,b` from a query string; `*` and absence mean everything. */
export function listParameter(given: URLSearchParams, name: string): string[] | undefined {
  const text = given.get(name);
  return text === null || text === '*' ? undefined : text.split(',');
}

const INDEX_UID = /^[A-Za-z0-9_-]{1,400}$/;

export const anIndexUid: Check = (value, at, code) => {
  aString(value, at, code);
  if (!INDEX_UID.test(value as string)) {
    throw new MeilisearchRefusal(
      code,
      `Invalid value at \`${at}\`: \`${String(value)}\` is not a valid index uid. Index uid can be an integer or a string ` +
        'containing only alphanumeric characters, hyphens (-) and underscores (_), and can not be more than 400 bytes.',
    );
  }
};
