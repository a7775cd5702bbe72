import type { Attributes } from '../rows.js';

/** A sound row that has no place here, and why, as the report says it. */
export class LeftOut {
  constructor(readonly reason: string) {}
}

/** An id of the dump: -1 is the site's own Community user. Undefined for what is no whole number. */
export function identifier(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** A whole number that PostgreSQL's integer takes; 0 for what is missing or is none. */
export function count(value: string | undefined): number {
  const number = identifier(value) ?? 0;
  return Math.abs(number) < 2 ** 31 ? number : 0;
}

const DATE =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

/**
 * A time of the dump, which is UTC unless it says otherwise. Fractions have three digits as a rule, and anything from
 * none to nine in some dumps. Undefined for what is no date of the calendar.
 */
export function time(value: string | undefined): Date | undefined {
  const parts = DATE.exec(value ?? '');
  if (!parts) return undefined;
  const [, year, month, day, hours = '00', minutes = '00', seconds = '00', fraction = '0', zone = 'Z'] =
    parts;
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const date = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${milliseconds}${offset}`);
  // JavaScript turns 30 February into 1 March; such a date is as good as none.
  if (
    Number.isNaN(date.getTime()) ||
    new Date(`${year}-${month}-${day}T00:00Z`).getUTCDate() !== Number(day)
  ) {
    return undefined;
  }
  return date;
}

/** What every row needs before anything else can be said about it. */
export function identityOf(attributes: Attributes): number | LeftOut {
  return identifier(attributes['Id']) ?? new LeftOut('Its Id is missing or is no number.');
}

export const NO_DATE = new LeftOut('Its date is missing or is none.');
