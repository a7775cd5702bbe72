import { UserInputError } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';

/** How the site presents itself. */
export interface SiteProfile {
  readonly name: string;
  readonly tagline: string;
  /** BCP 47; what new questions are taken to be written in. */
  readonly locale: string;
  /** Markdown. */
  readonly houseRules: string;
  readonly houseRulesHtml: string;
}

/** Lengths in characters as people count them (code points), after trimming. */
export const SITE_NAME = { min: 2, max: 60 } as const;
export const TAGLINE = { max: 160 } as const;
export const HOUSE_RULES = { max: 20_000 } as const;

const LOCALE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** @throws UserInputError on `path` */
export function requireSiteName(value: string, path: string): string {
  const name = oneLine(value);
  if (length(name) < SITE_NAME.min || length(name) > SITE_NAME.max) {
    throw UserInputError.field(path, `The name takes ${SITE_NAME.min} to ${SITE_NAME.max} characters.`);
  }
  return name;
}

/** @throws UserInputError on `tagline` */
export function requireTagline(value: string): string {
  const tagline = oneLine(value);
  if (length(tagline) > TAGLINE.max) {
    throw UserInputError.field('tagline', `The line below the name takes ${TAGLINE.max} characters at most.`);
  }
  return tagline;
}

/** @throws UserInputError on `locale` */
export function requireLocale(value: string): string {
  const locale = value.trim();
  if (locale.length > 35 || !LOCALE.test(locale) || !isKnownToIntl(locale)) {
    throw UserInputError.field('locale', 'The language must be a BCP 47 tag such as en or pt-BR.');
  }
  return locale;
}

/** @throws UserInputError on `houseRules` */
export function requireHouseRules(value: string): string {
  const rules = normaliseText(value).trim();
  if (rules === '' || length(rules) > HOUSE_RULES.max) {
    throw UserInputError.field(
      'houseRules',
      `The house rules take 1 to ${HOUSE_RULES.max.toLocaleString('en')} characters.`,
    );
  }
  return rules;
}

function isKnownToIntl(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}

function oneLine(value: string): string {
  return normaliseText(value).replace(/\s+/g, ' ').trim();
}

function length(text: string): number {
  return [...text].length;
}
