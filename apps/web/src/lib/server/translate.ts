import { translatorOf, type Language, type Translator } from '#lib/i18n.ts';
import { de } from '#lib/messages/de.ts';
import { en } from '#lib/messages/en.ts';

const translators: Record<Language, Translator> = {
  en: translatorOf('en', en),
  de: translatorOf('de', de),
};

export function translatorFor(language: Language): Translator {
  return translators[language];
}
