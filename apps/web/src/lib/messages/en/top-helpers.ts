import type { Wording } from '../types.ts';

export const helpers = {
  'helpers.title': 'Top helpers',
  'helpers.ofTag': 'Top helpers: {tag}',
  'helpers.intro':
    'By what became of their answers: accepted, official, voted up, made into articles, and how those who were helped rated it. Counted every hour; the company’s own people are not among them.',
  'helpers.fading': 'What is older counts less.',
  'helpers.periods': 'Time',
  'helpers.period.all': 'All time',
  'helpers.period.year': '365 days',
  'helpers.period.month': '30 days',
  'helpers.period.week': '7 days',
  'helpers.solved': { one: '{n} solved question', other: '{n} solved questions' },
  'helpers.score': '{n} points of expertise',
  'helpers.none': 'Nobody yet',
  'helpers.noneHint': 'Whoever answers well stands here soon.',
  'helpers.more': 'More helpers',
  'helpers.all': 'Over all tags',
} as const satisfies Wording;
