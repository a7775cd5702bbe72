import type { home as english } from '../en/home.ts';
import type { Translation } from '../types.ts';

/** Die Liste der Fragen, mit der alles anfängt. */
export const home: Translation<typeof english> = {
  'home.title': 'Fragen',
  'home.orders': 'Reihenfolge der Fragen',
  'home.order.activity': 'Aktiv',
  'home.order.newest': 'Neueste',
  'home.order.votes': 'Stimmen',
  'home.order.unanswered': 'Unbeantwortete zuerst',
  'home.empty': 'Hier gibt es noch keine Fragen',
  'home.emptyHint': 'Keine Frage passt dazu. Stell doch die erste.',
  'home.side': 'Mehr aus der Community',
  'home.articles': 'Neu in der FAQ',
  'home.allArticles': 'Alle Artikel',
  'home.tags': 'Beliebte Schlagwörter',
  'home.allTags': 'Alle Schlagwörter',
  'home.helpers': 'Top-Helfer',
  'home.allPeople': 'Alle Leute',

  'filter.title': 'Filtern',
  'filter.tags': 'Schlagwörter',
  'filter.tagsHint': 'alle müssen passen, durch Leerzeichen getrennt',
  'filter.state': 'Status',
  'filter.state.answered': 'Beantwortet',
  'filter.state.unanswered': 'Ohne gute Antwort',
  'filter.state.solved': 'Gelöst',
  'filter.state.unsolved': 'Nicht gelöst',
  'filter.language': 'Sprache',
  'filter.bounty': 'Nur mit offener Prämie',
  'filter.any': 'Beliebig',
  'filter.apply': 'Anwenden',
  'filter.clear': 'Alle zeigen',
};
