import { UserInputError } from '#libs/kernel';
import type { FieldProblem } from '#libs/kernel';
import type { BadgeDefinition, BadgeSubject, BadgeTier, MeasureName, Words } from './badge.js';

/** A text in one language, as somebody gave it. */
export interface GivenWords {
  readonly locale: string;
  readonly text: string;
}

/** A badge as somebody gave it. */
export interface GivenBadge {
  /** Made of the English name where it is left out. */
  readonly key?: string | null;
  readonly tier: BadgeTier;
  readonly names: readonly GivenWords[];
  readonly descriptions: readonly GivenWords[];
  readonly measure: MeasureName;
  readonly threshold: number;
  readonly leastPosts?: number | null;
  readonly isRepeatable?: boolean | null;
  /** The name of one tag; null or empty for each. */
  readonly tag?: string | null;
}

export const BADGE_LIMITS = {
  name: 40,
  description: 200,
  key: 60,
  threshold: 1_000_000,
  leastPosts: 10_000,
} as const;

const LOCALE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * @param isTagKnown false for a tag that nobody has used
 * @throws UserInputError by field, for everything that does not fit
 */
export function checkedBadge(
  given: GivenBadge,
  { per, hasPieces }: { per: BadgeSubject; hasPieces: boolean },
  isTagKnown: boolean,
): BadgeDefinition {
  const problems: FieldProblem[] = [];
  const wrong = (path: string, message: string) => problems.push({ path, message });

  const names = checkedWords(given.names, 'names', BADGE_LIMITS.name, problems);
  const descriptions = checkedWords(given.descriptions, 'descriptions', BADGE_LIMITS.description, problems);
  const key = given.key?.trim() || keyOf(names.en);
  if (!KEY.test(key) || key.length > BADGE_LIMITS.key) {
    wrong('key', `The address takes small letters, digits and hyphens, ${BADGE_LIMITS.key} at most.`);
  }
  const { threshold, measure, tier } = given;
  const whole = (path: string, value: number, most: number) => {
    if (!Number.isInteger(value) || value < 1 || value > most) {
      wrong(path, `This takes 1 to ${most.toLocaleString('en')}, a whole number.`);
    }
  };
  whole('threshold', threshold, BADGE_LIMITS.threshold);
  const leastPieces = given.leastPosts ?? 1;
  whole('leastPosts', leastPieces, BADGE_LIMITS.leastPosts);
  if (leastPieces > 1 && !hasPieces) wrong('leastPosts', 'This is not made of posts that could be counted.');
  const isRepeatable = given.isRepeatable ?? false;
  if (isRepeatable && per !== 'POST') {
    wrong('isRepeatable', 'Only what is measured for each post can be awarded for each post.');
  }
  if (given.tag?.trim() && per !== 'TAG') wrong('tag', 'This is not measured by tags.');
  else if (!isTagKnown) wrong('tag', 'Nobody has used this tag.');

  if (problems.length > 0) throw new UserInputError(problems);
  return { key, tier, names, descriptions, measure, threshold, leastPieces, isRepeatable };
}

function checkedWords(
  given: readonly GivenWords[],
  field: string,
  most: number,
  problems: FieldProblem[],
): Words {
  const words: { en: string } & Record<string, string> = { en: '' };
  const seen = new Set<string>();
  given.forEach(({ locale, text: written }, index) => {
    const text = written.normalize('NFC').replace(/\s+/g, ' ').trim();
    // Languages that were left empty are languages that it does not have.
    if (text === '') return;
    if (!LOCALE.test(locale) || locale.length > 35) {
      problems.push({ path: `${field}.${index}`, message: 'This is not a language tag.' });
    } else if (seen.has(locale)) {
      problems.push({ path: `${field}.${locale}`, message: 'This language is there twice.' });
    } else if ([...text].length > most) {
      problems.push({ path: `${field}.${locale}`, message: `This takes ${most} characters at most.` });
    }
    seen.add(locale);
    words[locale] = text;
  });
  if (words.en === '') {
    problems.push({ path: `${field}.en`, message: 'Readers of other languages see the English text.' });
  }
  return words;
}

function keyOf(name: string): string {
  return (
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, BADGE_LIMITS.key)
      .replace(/-+$/, '') || 'badge'
  );
}
