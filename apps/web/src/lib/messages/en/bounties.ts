import type { Wording } from '../types.ts';

export const bounties = {
  'nav.bounties': 'Bounties',

  'bounty.title': 'Bounties',
  'bounty.points': { one: '{n} point', other: '{n} points' },
  'bounty.label': { one: 'Bounty: {n} point', other: 'Bounty: {n} points' },
  'bounty.by': 'offered by',
  'bounty.until': 'open until',
  'bounty.awardUntil': 'Its time is over; whoever offered it decides until',
  'bounty.how':
    'Whoever offered it gives it to an answer. If they do not, the accepted answer gets it, else the one with the most votes since, from {n} up; else it goes back.',
  'bounty.all': 'All open bounties',
  'bounty.note': 'They say:',
  'bounty.choose': 'Which answer earned it? Each of them has a button for that.',
  'bounty.award': { one: 'Give it the bounty of {n} point', other: 'Give it the bounty of {n} points' },
  'bounty.withdraw': 'Take the bounty back',
  'bounty.withdrawHint': 'You can until somebody else answers.',
  'bounty.won': { one: 'Won a bounty of {n} point', other: 'Won a bounty of {n} points' },
  'bounty.history': 'Earlier bounties',
  'bounty.history.awarded': 'went to',
  'bounty.history.answer': 'for this answer',
  'bounty.history.BY_ACCEPTANCE': '(accepted)',
  'bounty.history.BY_SCORE': '(most votes)',
  'bounty.history.WITHDRAWN': 'taken back',
  'bounty.history.QUESTION_DELETED': 'went back: the question was deleted',
  'bounty.history.NO_ANSWER': 'went back: no answer earned it',

  'bounty.offer': 'Offer a bounty',
  'bounty.amount': 'How many points?',
} as const satisfies Wording;
