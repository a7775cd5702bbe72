import type { Wording } from '../types.ts';

export const bounties = {
  'nav.bounties': 'Bounties',

  'bounty.title': 'Bounties',
  'bounty.points': { one: '{n} point', other: '{n} points' },
  'bounty.label': { one: 'Bounty: {n} point', other: 'Bounty: {n} points' },
  'bounty.by': 'offered by',
  'bounty.until': 'open until',
  'bounty.awardUntil': 'Ended; can still be awarded until',
  'bounty.how':
    'Whoever offered it awards it to an answer. Otherwise it goes to the accepted answer, or else to the one with the most votes since, at least {n}. If there is none, the points are returned.',
  'bounty.all': 'All open bounties',
  'bounty.note': 'Note:',
  'bounty.choose': 'Which answer earned it? Award it with the button at that answer.',
  'bounty.award': { one: 'Award the bounty of {n} point', other: 'Award the bounty of {n} points' },
  'bounty.withdraw': 'Take the bounty back',
  'bounty.withdrawHint': 'You can do this until somebody else answers.',
  'bounty.won': { one: 'Won a bounty of {n} point', other: 'Won a bounty of {n} points' },
  'bounty.history': 'Earlier bounties',
  'bounty.history.awarded': 'went to',
  'bounty.history.answer': 'for this answer',
  'bounty.history.BY_ACCEPTANCE': '(accepted)',
  'bounty.history.BY_SCORE': '(most votes)',
  'bounty.history.WITHDRAWN': 'taken back',
  'bounty.history.QUESTION_DELETED': 'returned: the question was deleted',
  'bounty.history.NO_ANSWER': 'returned: no answer earned it',

  'bounty.offer': 'Offer a bounty',
  'bounty.amount': 'How many points?',
} as const satisfies Wording;
