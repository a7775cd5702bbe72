/** Languages that a translator is offered; the API takes any other too. */
const OFFERED = [
  ...['ar', 'cs', 'da', 'de', 'el', 'en', 'es', 'fi', 'fr', 'he', 'hu', 'id', 'it', 'ja', 'ko', 'nb', 'nl'],
  ...['pl', 'pt', 'pt-BR', 'ro', 'ru', 'sv', 'th', 'tr', 'uk', 'vi', 'zh', 'zh-TW'],
];

/** `en` of `en-US`: whoever reads one reads the other. */
export function primaryLanguage(locale: string): string {
  return locale.split('-', 1)[0]?.toLowerCase() ?? '';
}

export function isSameLanguage(one: string, other: string): boolean {
  return primaryLanguage(one) === primaryLanguage(other);
}

/** The languages on offer by their names in the reader's language, in the order of its alphabet. */
export function languageChoices(
  nameOf: (locale: string) => string,
  { without = [], collation }: { without?: readonly string[]; collation: string },
): { locale: string; name: string }[] {
  const taken = new Set(without.map((locale) => locale.toLowerCase()));
  return OFFERED.filter((locale) => !taken.has(locale.toLowerCase()))
    .map((locale) => ({ locale, name: nameOf(locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, collation));
}
