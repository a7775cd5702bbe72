import type { Wording } from '../types.ts';

export const helpers = {
  'helpers.title': 'Top helpers',
  'helpers.ofTag': 'Top helpers: {tag}',
  'helpers.intro':
    'Ranked by what became of their answers: accepted, official, upvoted, turned into articles, and how the people they helped rated them. Updated every hour; the company’s own people are not listed.',
  'helpers.fading': 'Older contributions count less.',
  'helpers.periods': 'Period',
  'helpers.period.all': 'All time',
  'helpers.period.year': '365 days',
  'helpers.period.month': '30 days',
  'helpers.period.week': '7 days',
  'helpers.solved': { one: '{n} solved question', other: '{n} solved questions' },
  'helpers.score': '{n} expertise points',
  'helpers.none': 'Nobody yet',
  'helpers.noneHint': 'People who give good answers appear here.',
  'helpers.more': 'More helpers',
  'helpers.all': 'All tags',
} as const satisfies Wording;
