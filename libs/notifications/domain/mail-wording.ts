import type { MailedKind } from './notice-kinds.js';
import { german } from './wording/de.js';
import { english } from './wording/en.js';

/** What the words of a mail are made of. */
export interface MailFacts {
  /** How the person is called. */
  name: string;
  site: string;
  /** Of the question that it is about. */
  title: string;
  /** A day, as the language writes it. */
  until: string;
  /** What a person wrote down as the reason. */
  reason: string;
  link: string;
  /** Ends mails of this kind. */
  unsubscribeLink: string;
}

export interface MailWords {
  /** A BCP 47 tag, for dates. */
  readonly language: string;
  readonly kinds: Readonly<Record<MailedKind, (facts: MailFacts) => { subject: string; text: string }>>;
  readonly greeting: (facts: MailFacts) => string;
  readonly ending: (facts: MailFacts) => string;
}

const LANGUAGES: Readonly<Record<string, MailWords>> = { en: english, de: german };

/** Languages that mails are written in. */
export const MAIL_LANGUAGES = Object.keys(LANGUAGES);

/** The words for a BCP 47 tag, such as those of `de` for `de-AT`; English for a language that we do not write. */
export function mailWordsIn(locale: string): MailWords {
  return LANGUAGES[locale.split('-', 1)[0]?.toLowerCase() ?? ''] ?? english;
}

/** The whole mail as plain text. */
export function wordedMail(
  words: MailWords,
  kind: MailedKind,
  { until, ...facts }: Omit<MailFacts, 'until'> & { until?: Date },
): { subject: string; body: string } {
  const day = until
    ? new Intl.DateTimeFormat(words.language, { dateStyle: 'long', timeZone: 'UTC' }).format(until)
    : '';
  const given = { ...facts, until: day };
  const { subject, text } = words.kinds[kind](given);
  const body = [words.greeting(given), text, given.link, words.ending(given)].join('\n\n');
  return { subject, body: `${body}\n` };
}
