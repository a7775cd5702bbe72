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
  'article.related': 'Read on',
  'article.languages': 'This article in other languages',
  'article.alsoIn': 'This article is also available in {language}:',
  'article.outdated': 'The original of this translation is newer. What has changed is not translated yet.',
  'article.readOriginal': 'Read the original ({language})',
  'article.translatedFrom': 'Translated from',
  'article.translate': 'Translate',
  'article.printedFrom': 'From',
} as const satisfies Wording;
