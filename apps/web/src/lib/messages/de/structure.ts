import type { structure as english } from '../en/structure.ts';
import type { Translation } from '../types.ts';

export const structure: Translation<typeof english> = {
  'faq.others': 'Weitere Artikel',
  'faq.general': 'Allgemeines',
  'faq.articles': { one: '{n} Artikel', other: '{n} Artikel' },
  'faq.all': 'Alle Artikel in {category}',
  'faq.languages': 'Artikel zeigen auf',
  'faq.inLanguage': 'Auf {language}',
  'faq.open': 'Artikel öffnen',
  'feed.category': 'FAQ: {category}',

  'article.onThisPage': 'Auf dieser Seite',
  'article.related': 'Weiterlesen',
  'article.languages': 'Dieser Artikel in anderen Sprachen',
  'article.alsoIn': 'Diesen Artikel gibt es auch auf {language}:',
  'article.outdated':
    'Das Original dieser Übersetzung ist neuer. Was sich geändert hat, ist noch nicht übersetzt.',
  'article.readOriginal': 'Original lesen ({language})',
  'article.translatedFrom': 'Übersetzt aus',
  'article.translate': 'Übersetzen',
  'article.printedFrom': 'Von',

  'shelves.title': 'Kategorien',
  'shelves.hint':
    'Wo der Artikel in allen seinen Sprachen in der FAQ steht: höchstens 5. Leser sehen es sofort.',
  'shelves.none': 'Es gibt noch keine Kategorien.',
  'shelves.save': 'Kategorien speichern',
  'shelves.saved': 'Die Kategorien sind gespeichert.',

  'desk.translations': 'Übersetzungen',
  'translations.behind': 'Hinter dem Original',
  'translations.behindHint': 'Leser des Originals sehen etwas Neueres; was am längsten wartet, zuerst.',
  'translations.noneBehind': 'Jede Übersetzung sagt, was ihr Original sagt',
  'translations.since': 'Original geändert',
  'translations.inWork': 'Angepasst, noch nicht veröffentlicht',
  'translations.missing': 'Noch nicht auf {language}',
  'translations.missingHint': 'Artikel ohne Übersetzung, auch nicht als Entwurf; die hilfreichsten zuerst.',
  'translations.noneMissing': 'Jeden Artikel gibt es auf {language}',
  'translations.language': 'Sprache',
  'translations.show': 'Zeigen',
  'translations.more': 'Weitere Übersetzungen',

  'translate.title': 'Artikel übersetzen',
  'translate.into': 'Übersetzen nach',
  'translate.choose': 'Auswählen',
  'translate.there': 'Vorhandene Übersetzungen',
  'translate.original': 'Das Original ({language}), Fassung {version}',
  'translate.asMarkdown': 'Als Markdown, zum Kopieren',
  'translate.translation': 'Die Übersetzung ({language})',
  'translate.changed': 'Was sich seitdem im Original geändert hat (Fassung {from} bis {to})',
  'translate.upToDate': 'Sie sagt, was Fassung {version} des Originals sagt.',
  'translate.stillRight': 'Nichts zu ändern: stimmt noch',
  'translate.follows': 'Mein Text sagt, was Fassung {version} des Originals sagt',
  'translate.save': 'Übersetzung speichern',
  'translate.saveDraft': 'Als Entwurf speichern',
  'translate.saved': 'Gespeichert. Leser sehen es, sobald es veröffentlicht ist.',
  'translate.confirmed': 'Notiert: Die Übersetzung stimmt noch.',

  'record.article.translated': 'hat einen FAQ-Artikel übersetzt',
  'record.article.translation-confirmed': 'hat bestätigt, dass eine Übersetzung noch stimmt',
  'record.article.categorised': 'hat die Kategorien eines FAQ-Artikels geändert',
};
