import type { Wording } from '../types.ts';

export const standing = {
  'standing.title': 'Your standing',
  'standing.whole': 'All about your standing',
  'standing.rules': 'How reputation works: all the rules',
  'standing.points': {
    one: 'You have {n} point of reputation.',
    other: 'You have {n} points of reputation.',
  },
  'standing.made': 'This is where it comes from. What was taken back is already deducted.',
  'standing.entries': { one: '{n} entry', other: '{n} entries' },
  'standing.sum': 'Total',
  'standing.none': 'Nothing yet. Good questions and answers earn points when others find them useful.',
  'standing.byReputation': 'by your reputation',
  'standing.byAbility': 'by the quality of your work',
  'standing.byRole': 'by your role',
  'standing.free': 'for everyone',
  'standing.atRisk': 'Paused from {date}, unless your reputation is back at {n} by then.',
  'standing.atRiskQuality': 'Paused from {date}, unless the quality has recovered by then.',
  'standing.restsSoon':
    'Paused within the hour: you are far below what it takes. It comes back automatically once you have enough again.',
  'standing.nextOne': {
    one: 'Next: {what}, at {needed} points. You need {n} more.',
    other: 'Next: {what}, at {needed} points. You need {n} more.',
  },
  'standing.nothingNext': 'You have unlocked everything that reputation can unlock.',
  'standing.of': '{have} of {needed} points',
  'standing.abilities': 'Quality of your work',
  'standing.abilitiesHint':
    'Good work unlocks things too, however few points you have. What counts is the share of your contributions that went well. So that the first one does not decide, everyone starts with two good and two bad ones, which makes 50%: (good + 2) / (good + bad + 4). It is updated several times a day, and only you and the moderators see it.',
  'standing.POSTS': 'Questions and answers',
  'standing.POSTS.hint': 'Good: upvoted, accepted, official. Bad: downvoted, or deleted by moderators.',
  'standing.EDITS': 'Edits to other people’s posts',
  'standing.EDITS.hint': 'Good: still in place. Bad: somebody restored the earlier text.',
  'standing.FLAGS': 'Reports',
  'standing.FLAGS.hint': 'Good: moderators acted on them. Bad: moderators declined them.',
  'standing.shareOfNothing': 'Nothing has been counted yet, so you are at {share}.',
  'standing.share': 'Your share is {share}: {good} good, {bad} bad.',
  'standing.barAhead': {
    one: '“{what}” is unlocked at {bar}: {n} more good one gets you there, if no bad one comes in between.',
    other: '“{what}” is unlocked at {bar}: {n} more good ones get you there, if no bad one comes in between.',
  },
  'standing.barNotNeeded': '“{what}” is unlocked at {bar}, and you already have it.',
  'standing.barKept': 'This unlocks “{what}” for you, which takes {bar}.',
  'standing.barReached': 'That is enough for “{what}”, which takes {bar}. It is unlocked within hours.',
  'standing.barLost': {
    one: 'That is no longer enough for “{what}”, which takes {bar}: with {n} more good one you keep it.',
    other: 'That is no longer enough for “{what}”, which takes {bar}: with {n} more good ones you keep it.',
  },
  'standing.isOpen': 'unlocked',
  'standing.votes': 'Votes left today',
  'standing.votesUp': 'Upvotes',
  'standing.votesDown': 'Downvotes',
  'standing.left': '{left} of {all}',
  'standing.votesHint':
    'On posts by the same person: at most {up} up and {down} down. A new day begins {when}.',
} as const satisfies Wording;
