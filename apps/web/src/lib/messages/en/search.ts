import type { Wording } from '../types.ts';

export const search = {
  'search.label': 'Search questions and FAQ',
  'search.placeholder': 'Search',
  'search.button': 'Search',
  'search.title': 'Search',
  'search.scopes': 'Where to search',
  'search.scope.all': 'Everything',
  'search.scope.faq': 'FAQ',
  'search.scope.questions': 'Questions',
  'search.inFaq': 'FAQ article',
  'search.found': { one: '{n} result', other: '{n} results' },
  'search.fellBack':
    'The usual search engine does not answer. These results come from its stand-in and may be rougher.',
  'search.notThere': 'Not what you are looking for?',
  'search.askIt': 'Ask the community',
  'search.nothing': 'Nothing found for “{words}”',
  'search.tip.fewer': 'Use fewer words, or more general ones.',
  'search.tip.other': 'Use other words for the same thing.',
  'search.tip.spelling': 'Look at the spelling.',
  'search.howTo':
    'Put "words in quotation marks" to find them side by side, and a - before what must not occur.',
} as const satisfies Wording;
