import type { search as english } from '../en/search.ts';
import type { Translation } from '../types.ts';

export const search: Translation<typeof english> = {
  'search.label': 'In Fragen und FAQ suchen',
  'search.placeholder': 'Suchen',
  'search.button': 'Suchen',
  'search.title': 'Suche',
  'search.scopes': 'Wo gesucht wird',
  'search.scope.all': 'Überall',
  'search.scope.faq': 'FAQ',
  'search.scope.questions': 'Fragen',
  'search.inFaq': 'FAQ-Artikel',
  'search.found': { one: '{n} Treffer', other: '{n} Treffer' },
  'search.fellBack':
    'Die übliche Suchmaschine antwortet nicht. Diese Treffer stammen von ihrer Vertretung und sind vielleicht gröber.',
  'search.notThere': 'Nicht das Richtige dabei?',
  'search.askIt': 'Frag die Community',
  'search.nothing': 'Nichts gefunden für „{words}“',
  'search.tip.fewer': 'Nimm weniger oder allgemeinere Wörter.',
  'search.tip.other': 'Nimm andere Wörter für dieselbe Sache.',
  'search.tip.spelling': 'Sieh dir die Schreibweise an.',
  'search.howTo':
    'Wörter "in Anführungszeichen" werden nebeneinander gesucht; ein - vor einem Wort schließt es aus.',
};
