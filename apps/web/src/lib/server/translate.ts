import { createTranslator, type Language, type Translator } from '#lib/i18n.ts';
import { de } from '#lib/messages/de.ts';
import { en } from '#lib/messages/en.ts';

const translators: Record<Language, Translator> = {
  en: createTranslator('en', en),
  de: createTranslator('de', de),
};

export function translatorFor(language: Language): Translator {
  return translators[language];
}
