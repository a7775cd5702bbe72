import type { structure as english } from '../en/structure.ts';
import type { Translation } from '../types.ts';

export const structure: Translation<typeof english> = {
  'faq.others': 'Weitere Artikel',
  'faq.general': 'Allgemeines',
  'faq.articles': { one: '{n} Artikel', other: '{n} Artikel' },
  'faq.all': 'Alle Artikel in {category}',
  'faq.languages': 'Artikel zeigen auf',
  'faq.open': 'Artikel öffnen',
  'feed.category': 'FAQ: {category}',

  'article.onThisPage': 'Auf dieser Seite',
  'article.related': 'Verwandte Artikel',
  'article.languages': 'Dieser Artikel in anderen Sprachen',
  'article.alsoIn': 'Diesen Artikel gibt es auch auf {language}:',
  'article.outdated':
    'Das Original dieser Übersetzung ist neuer. Was sich geändert hat, ist noch nicht übersetzt.',
  'article.readOriginal': 'Original lesen ({language})',
  'article.translatedFrom': 'Übersetzt aus',
  'article.translate': 'Übersetzen',
  'article.printedFrom': 'Von',
};
