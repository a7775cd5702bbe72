import type { Wording } from '../types.ts';

/** What askers say of those who helped them. */
export const ratings = {
  'rating.rate': 'Rate {name} as a helper',
  'rating.yours': { one: 'You gave {n} star', other: 'You gave {n} stars' },
  'rating.ask': 'How was {name}’s help?',
  'rating.askHint': 'Stars are enough. {name} is not told who rated.',
  'rating.dismiss': 'No, thanks',
  'rating.question': 'How good was this person to deal with?',
  'rating.stars': { one: '{n} star', other: '{n} stars' },
  'rating.more': 'Say more',
  'rating.solved': 'Did it solve your problem?',
  'rating.clear': 'Was it easy to follow?',
  'rating.courteous': 'Were they courteous?',
  'rating.yes': 'Yes',
  'rating.no': 'No',
  'rating.unsaid': 'No answer',
  'rating.comment': 'A private remark (optional)',
  'rating.commentHint':
    'The helper reads it a few days later, together with remarks from others and without your name. Details that only you know can give you away. Moderators can see who wrote it.',
  'rating.starsProblem': 'Please give 1 to 5 stars.',
  'rating.commentProblem': 'A remark takes 500 characters at most.',
  'rating.save': 'Save rating',
  'rating.void': 'Moderators invalidated your rating: it does not count and cannot be changed.',

  'profile.ratings': 'Ratings',
  'ratings.prior': {
    one: 'Calculated as if there were {n} more rating of {mean} stars, so that a few ratings cannot swing the average.',
    other:
      'Calculated as if there were {n} more ratings of {mean} stars, so that a few ratings cannot swing the average.',
  },
  'ratings.of': { one: 'out of 5 stars, from {n} rating', other: 'out of 5 stars, from {n} ratings' },
  'ratings.none': 'Nobody has rated {name} as a helper yet',
  'ratings.noneHint': 'Askers can rate the people who answered them.',
  'ratings.settledAt': {
    one: 'An average is shown from {n} rating.',
    other: 'An average is shown from {n} ratings.',
  },
  'ratings.marks': 'What askers said',
  'ratings.mark.SOLVED': 'Solved the problem',
  'ratings.mark.CLEAR': 'Easy to follow',
  'ratings.mark.COURTEOUS': 'Courteous',
  'ratings.share': { one: '{percent} of {n} who answered this', other: '{percent} of {n} who answered this' },
  'ratings.topics': 'By topic',
  'ratings.daily': 'Updated once a day.',
  'ratings.remarks': 'Remarks to you',
  'ratings.remarksHint':
    'Only you can read them. They arrive a few days late, several at a time and in no order, so you cannot tell who wrote which.',
  'ratings.noRemarks': 'No remarks yet. They appear once several people have rated you.',
  'ratings.moreRemarks': 'More remarks',
} as const satisfies Wording;
