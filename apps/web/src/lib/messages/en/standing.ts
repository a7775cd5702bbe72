import type { Wording } from '../types.ts';

export const standing = {
  'standing.title': 'Your standing',
  'standing.whole': 'All about your standing',
  'standing.rules': 'How reputation works: all the rules',
  'standing.points': {
    one: 'You have {n} point of reputation.',
    other: 'You have {n} points of reputation.',
  },
  'standing.made': 'This is what it is made of. What was taken back is off already.',
  'standing.entries': { one: '{n} entry', other: '{n} entries' },
  'standing.sum': 'Together',
  'standing.none': 'Nothing yet. Good questions and answers bring points when others find them useful.',
  'standing.byReputation': 'by your reputation',
  'standing.byAbility': 'by how well you do it',
  'standing.byRole': 'by your role',
  'standing.free': 'for everybody',
  'standing.atRisk': 'It rests from {date} on, unless your reputation is {n} again by then.',
  'standing.atRiskQuality': 'It rests from {date} on, unless the quality is back by then.',
  'standing.restsSoon':
    'It rests within the hour: you are far below what it takes. It comes back by itself once you are there again.',
  'standing.nextOne': {
    one: 'Next: {what}, at {needed} points. You need {n} more.',
    other: 'Next: {what}, at {needed} points. You need {n} more.',
  },
  'standing.nothingNext': 'Everything that reputation can open is open to you.',
  'standing.of': '{have} of {needed} points',
  'standing.abilities': 'How well you do it',
  'standing.abilitiesHint':
    'Good work opens doors too, however few points you have. What counts is the share of what you did well. So that the first one does not decide, everybody begins with two good and two bad ones, which makes 50%: (good + 2) / (good + bad + 4). It is counted several times a day, and only you and those who moderate see it.',
  'standing.POSTS': 'Questions and answers',
  'standing.POSTS.hint':
    'Good: voted up, accepted, official. Bad: voted down, or deleted by those who moderate.',
  'standing.EDITS': 'Edits of what others wrote',
  'standing.EDITS.hint': 'Good while they stand. Bad: somebody brought the former text back.',
  'standing.FLAGS': 'Reports',
  'standing.FLAGS.hint': 'Good: those who moderate acted on them. Bad: they declined.',
  'standing.shareOfNothing': 'Nothing of yours was counted yet, so you are at {share}.',
  'standing.share': 'Your share is {share}: {good} good, {bad} bad.',
  'standing.barAhead': {
    one: '“{what}” opens at {bar}: {n} more good one takes you there, if no bad one comes in between.',
    other: '“{what}” opens at {bar}: {n} more good ones take you there, if no bad one comes in between.',
  },
  'standing.barNotNeeded': '“{what}” opens at {bar}, and is open to you already.',
  'standing.barKept': 'That opens “{what}” to you, which takes {bar}.',
  'standing.barReached': 'That is enough for “{what}”, which takes {bar}. It opens within hours.',
  'standing.barLost': {
    one: 'That is no longer enough for “{what}”, which takes {bar}: {n} more good one keeps it open.',
    other: 'That is no longer enough for “{what}”, which takes {bar}: {n} more good ones keep it open.',
  },
  'standing.isOpen': 'open',
  'standing.votes': 'Votes left today',
  'standing.votesUp': 'Up',
  'standing.votesDown': 'Down',
  'standing.left': '{left} of {all}',
  'standing.votesHint':
    'At most {up} up and {down} down for what one and the same person wrote. A new day begins {when}.',
} as const satisfies Wording;
