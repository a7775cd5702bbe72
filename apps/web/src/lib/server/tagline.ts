import type { Language } from '#lib/i18n.ts';
import { translatorFor } from './translate.ts';

/**
 * The tagline as a reader sees it. Until somebody writes one, the API gives an English sentence of its own; readers of
 * another language get it in theirs. The English text must stay the one that the API has as its default.
 */
export function taglineFor(tagline: string, language: Language): string {
  const isDefault = tagline === translatorFor('en').t('site.defaultTagline');
  return isDefault ? translatorFor(language).t('site.defaultTagline') : tagline;
}
