import { UserInputError } from './errors.js';

/** The values of the sort keys of the last row seen. Times travel as RFC 3339 text with milliseconds. */
export type CursorKeys = readonly (string | number | boolean)[];

/**
 * A keyset cursor: which list it belongs to and where to go on. It is opaque, not secret: whatever a client
 * puts in ends as a parameter of the list's own query, which applies the viewer's rights again.
 */
export function encodeCursor(list: string, keys: CursorKeys): string {
  return Buffer.from(JSON.stringify([list, ...keys])).toString('base64url');
}

/**
 * @param shape what each key must be, such as `['time', 'number']`
 * @throws UserInputError on `after` for a cursor that was forged or belongs to another list.
 */
export function decodeCursor(
  list: string,
  shape: readonly ('time' | 'number' | 'boolean' | 'string')[],
  cursor: string,
): CursorKeys {
  const [name, ...keys] = parse(cursor);
  const fits =
    name === list &&
    keys.length === shape.length &&
    shape.every((kind, index) => isOfKind(keys[index], kind));
  if (!fits) throw UserInputError.field('after', 'after must be a cursor of this list, as it was given out.');
  return keys as CursorKeys;
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function isOfKind(value: unknown, kind: 'time' | 'number' | 'boolean' | 'string'): boolean {
  if (kind === 'number') return Number.isSafeInteger(value);
  if (kind === 'time') return typeof value === 'string' && isTime(value);
  return typeof value === kind;
}

function isTime(value: string): boolean {
  const time = new Date(value);
  // Years of more than four digits are written with a sign, which PostgreSQL does not read.
  return !Number.isNaN(time.getTime()) && time.toISOString() === value && /^\d/.test(value);
}
