import type { Wording } from '../types.ts';

/** The order of the FAQ: its languages, its categories, what is related. */
export const structure = {
  'faq.others': 'More articles',
  'faq.general': 'General',
  'faq.articles': { one: '{n} article', other: '{n} articles' },
  'faq.all': 'All articles in {category}',
  'faq.languages': 'Show articles in',
  'faq.open': 'Open the article',
  'feed.category': 'FAQ: {category}',

  'article.onThisPage': 'On this page',
  'article.related': 'Related articles',
  'article.languages': 'This article in other languages',
  'article.alsoIn': 'This article is also available in {language}:',
  'article.outdated': 'The original is newer than this translation. Its changes are not translated yet.',
  'article.readOriginal': 'Read the original ({language})',
  'article.translatedFrom': 'Translated from',
  'article.translate': 'Translate',
  'article.printedFrom': 'From',
} as const satisfies Wording;
