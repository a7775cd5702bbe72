import { getContext, setContext } from 'svelte';
import type { Messages, MessageKey, MessageParams } from './messages/types.ts';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' };

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** Says things in the reader's language: texts, counts, dates. */
export interface Translator {
  readonly language: Language;
  /** The text of `key` with its `{names}` filled in; for counted texts `n` chooses the plural form. */
  t<K extends MessageKey>(key: K, ...params: MessageParams<K>): string;
  /** Whether there is a text of this key, which may be made of what the API names. */
  says(key: string): key is MessageKey;
  number(value: number): string;
  /** Short form of a large count: 12.3K. */
  compact(value: number): string;
  date(iso: string): string;
  dateTime(iso: string): string;
  /** "3 hours ago"; beyond a month the date itself. */
  ago(iso: string, now?: number): string;
  languageName(tag: string): string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const translators = new Map<Messages, Translator>();

/** The translator of a language. Made once: its formats cost more than rendering a page does. */
export function translatorOf(language: Language, messages: Messages): Translator {
  let translator = translators.get(messages);
  if (!translator) {
    translator = createTranslator(language, messages);
    translators.set(messages, translator);
  }
  return translator;
}

function createTranslator(language: Language, messages: Messages): Translator {
  const plurals = new Intl.PluralRules(language);
  const numberFormat = new Intl.NumberFormat(language);
  const compactFormat = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  // Always in UTC: a server and a browser in different zones must write the same words, or hydration flickers.
  const dateFormat = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const dateTimeFormat = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'long' });
  const number = remembering((value) => numberFormat.format(value));
  const compact = remembering((value) => compactFormat.format(value));
  const date = remembering((time) => dateFormat.format(time));
  const dateTime = remembering((time) => `${dateTimeFormat.format(time)} UTC`);
  const minutesAgo = remembering((n) => relative.format(-n, 'minute'));
  const hoursAgo = remembering((n) => relative.format(-n, 'hour'));
  const daysAgo = remembering((n) => relative.format(-n, 'day'));
  const languageTags = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });

  function t<K extends MessageKey>(key: K, ...params: MessageParams<K>): string {
    const values: Record<string, string | number> = params[0] ?? {};
    const message: string | Partial<Record<Intl.LDMLPluralRule, string>> | undefined = messages[key];
    if (message === undefined) {
      // The words for taking part and of the desk are there only for those who meet them: see `messagesFor`.
      console.error(`There are no words for ${key} here.`);
      return key;
    }
    const text =
      typeof message === 'string'
        ? message
        : (message[plurals.select(Number(values.n))] ?? message.other ?? key);
    if (!text.includes('{')) return text;
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? number(value) : value;
    });
  }

  function ago(iso: string, now = Date.now()): string {
    const passed = now - Date.parse(iso);
    if (passed < minute) return relative.format(0, 'second');
    if (passed < hour) return minutesAgo(Math.floor(passed / minute));
    if (passed < day) return hoursAgo(Math.floor(passed / hour));
    if (passed < 30 * day) return daysAgo(Math.floor(passed / day));
    return date(Date.parse(iso));
  }

  return {
    language,
    t,
    says: (key): key is MessageKey => key in messages,
    ago,
    number,
    compact: (value) => (Math.abs(value) < 10_000 ? number(value) : compact(value)),
    date: (iso) => date(Date.parse(iso)),
    dateTime: (iso) => dateTime(Math.floor(Date.parse(iso) / minute) * minute),
    languageName(tag) {
      try {
        return languageTags.of(tag) ?? tag;
      } catch {
        return tag; // an imported question may carry a tag that is none
      }
    },
  };
}

const rememberedAtMost = 2000;

/** Pages say the same numbers and dates over and over, and each format costs as much as a whole component. */
function remembering(format: (value: number) => string): (value: number) => string {
  const known = new Map<number, string>();
  return (value) => {
    let text = known.get(value);
    if (text === undefined) {
      if (known.size >= rememberedAtMost) known.clear();
      known.set(value, (text = format(value)));
    }
    return text;
  };
}

const contextKey = Symbol('translator');

export function provideTranslator(translator: Translator): void {
  setContext(contextKey, translator);
}

/** The translator of the page; only while a component is being set up. */
export function useTranslator(): Translator {
  return getContext<Translator>(contextKey);
}
