import { UserInputError } from '#libs/kernel';
import { normaliseText, slugify } from '#libs/markdown';

/** Lengths in characters as people count them (code points), after trimming. */
export const NAME = { min: 1, max: 60 } as const;
export const VERSION_NAME = { min: 1, max: 40 } as const;
export const DESCRIPTION = { max: 500 } as const;
export const SLUG = { max: 80 } as const;
/** Far from where it belongs in a list, near enough to be typed by mistake. */
export const POSITION = { min: 0, max: 10_000 } as const;

/** Letters and digits of any script, joined by single hyphens: it stands in addresses and behind `product:`. */
const SLUG_SHAPE = /^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @throws UserInputError on `name` */
export function requireName(value: string, limits: { min: number; max: number } = NAME): string {
  const name = oneLine(value);
  if (length(name) < limits.min || length(name) > limits.max) {
    throw UserInputError.field('name', `The name takes ${limits.min} to ${limits.max} characters.`);
  }
  return name;
}

/**
 * The name of a version: one word, as in `3.2`, `2026-spring` or `v11.0.1`, so that `version:3.2` finds it.
 * @throws UserInputError on `name`
 */
export function requireVersionName(value: string): string {
  const name = requireName(value, VERSION_NAME);
  if (/[\s"]/.test(name)) {
    throw UserInputError.field('name', 'The name of a version is one word, such as 3.2 or 2026-spring.');
  }
  return name;
}

/**
 * The slug as given, or made from the name.
 * @throws UserInputError on `slug`
 */
export function requireSlug(given: string | null | undefined, name: string): string {
  const slug =
    given == null || given.trim() === '' ? slugify(name) : normaliseText(given).trim().toLowerCase();
  if (!SLUG_SHAPE.test(slug) || slug.length > SLUG.max) {
    throw UserInputError.field(
      'slug',
      `The short name takes letters and digits joined by hyphens, ${SLUG.max} at most.`,
    );
  }
  return slug;
}

/** @throws UserInputError on `description` */
export function requireDescription(value: string): string {
  const description = oneLine(value);
  if (length(description) > DESCRIPTION.max) {
    throw UserInputError.field('description', `The description takes ${DESCRIPTION.max} characters at most.`);
  }
  return description;
}

/** @throws UserInputError on `position` */
export function requirePosition(value: number): number {
  if (!Number.isInteger(value) || value < POSITION.min || value > POSITION.max) {
    throw UserInputError.field('position', `The position is a whole number from 0 to ${POSITION.max}.`);
  }
  return value;
}

/**
 * A day that exists, as `2026-11-22`; null for none.
 * @throws UserInputError on `path`
 */
export function requireDay(value: string | null | undefined, path: string): string | null {
  if (value == null || value.trim() === '') return null;
  const day = value.trim();
  const isDay = DAY.test(day) && day >= '1900-01-01' && isInTheCalendar(day);
  if (!isDay) throw UserInputError.field(path, 'A day is written as in 2026-11-22.');
  return day;
}

function isInTheCalendar(day: string): boolean {
  const time = new Date(`${day}T00:00:00Z`);
  // The 31st of February is read as some day of March.
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}

function oneLine(value: string): string {
  return normaliseText(value).replace(/\s+/g, ' ').trim();
}

function length(text: string): number {
  return [...text].length;
}
