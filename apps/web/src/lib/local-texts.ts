import type { LocalText } from './model/recognition.ts';

/** The languages that every form has fields for, the one that has to be there first. */
const ALWAYS = ['en', 'de'] as const;

/** Texts in several languages as the fields of a form: `names.fr` holds the French name. */
export function fieldsOfTexts(field: string, texts: readonly LocalText[]): Record<string, string> {
  return Object.fromEntries(texts.map(({ locale, text }) => [`${field}.${locale}`, text]));
}

/** The other way round. What is empty is given too: the API takes it as a language that it does not have. */
export function textsIn(values: Readonly<Record<string, string>>, field: string): LocalText[] {
  const prefix = `${field}.`;
  return Object.entries(values).flatMap(([name, text]) =>
    name.startsWith(prefix) ? [{ locale: name.slice(prefix.length), text }] : [],
  );
}

/** The languages that such fields are there for, those that are always asked for first. */
export function localesOf(values: Readonly<Record<string, string>>): string[] {
  const found = Object.keys(values).flatMap((name) => /^(?:names|descriptions)\.(.+)$/.exec(name)?.[1] ?? []);
  return [...new Set([...ALWAYS, ...found.sort()])];
}

/** What was typed for a language that is to be added. */
interface Other {
  'other.locale'?: string;
  'other.name'?: string;
  'other.description'?: string;
}

/** With the language that was added, if one was chosen, among those that the form has fields for. */
export function withOther(typed: Record<string, string>): Record<string, string> {
  const {
    'other.locale': locale,
    'other.name': name = '',
    'other.description': description = '',
    ...values
  }: Other & Record<string, string> = typed;
  return locale ? { ...values, [`names.${locale}`]: name, [`descriptions.${locale}`]: description } : typed;
}

/** Something was typed for another language, and not which one: it must not get lost. */
export function lacksLanguage(typed: Other & Record<string, string>): boolean {
  const { 'other.locale': locale, 'other.name': name = '', 'other.description': description = '' } = typed;
  return !locale && (name + description).trim() !== '';
}
