import type { helpers as english } from '../en/top-helpers.ts';
import type { Translation } from '../types.ts';

export const helpers: Translation<typeof english> = {
  'helpers.title': 'Wer am meisten hilft',
  'helpers.ofTag': 'Wer am meisten hilft: {tag}',
  'helpers.intro':
    'Sortiert danach, was aus den Antworten wurde: angenommen, offiziell, mit Stimmen dafür, zu Artikeln geworden, und wie die Hilfe bewertet wurde. Stündlich aktualisiert; Leute des Unternehmens stehen nicht dabei.',
  'helpers.fading': 'Ältere Beiträge zählen weniger.',
  'helpers.periods': 'Zeitraum',
  'helpers.period.all': 'Gesamt',
  'helpers.period.year': '365 Tage',
  'helpers.period.month': '30 Tage',
  'helpers.period.week': '7 Tage',
  'helpers.solved': { one: '{n} gelöste Frage', other: '{n} gelöste Fragen' },
  'helpers.score': '{n} Punkte Fachkunde',
  'helpers.none': 'Noch niemand',
  'helpers.noneHint': 'Wer gut antwortet, erscheint hier.',
  'helpers.more': 'Weitere',
  'helpers.all': 'Alle Schlagwörter',
};
