import type { Wording } from '../types.ts';

/** What askers say of those who helped them. */
export const ratings = {
  'rating.rate': 'Rate {name} as a helper',
  'rating.yours': { one: 'You gave {n} star', other: 'You gave {n} stars' },
  'rating.ask': 'How was the help of {name}?',
  'rating.askHint': 'The stars are enough. {name} is not told who rated.',
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
    'The helper reads it some days later, together with those of others, without your name. What only you can know tells who you are. Moderators can see who wrote it.',
  'rating.starsProblem': 'Please give 1 to 5 stars.',
  'rating.commentProblem': 'A remark takes 500 characters at most.',
  'rating.save': 'Save rating',
  'rating.void': 'Moderators made your rating void: it does not count and cannot be changed.',

  'profile.ratings': 'Ratings',
  'ratings.prior': {
    one: 'As if {n} rating of {mean} stars had come first, so that few ratings cannot throw the average about.',
    other:
      'As if {n} ratings of {mean} stars had come first, so that few ratings cannot throw the average about.',
  },
  'ratings.of': { one: 'out of 5 stars, from {n} rating', other: 'out of 5 stars, from {n} ratings' },
  'ratings.none': 'Nobody has rated {name} as a helper yet',
  'ratings.noneHint': 'Those who asked can rate the people who answered them.',
  'ratings.settledAt': {
    one: 'An average is shown from {n} rating on.',
    other: 'An average is shown from {n} ratings on.',
  },
  'ratings.marks': 'What askers said',
  'ratings.mark.SOLVED': 'Solved the problem',
  'ratings.mark.CLEAR': 'Easy to follow',
  'ratings.mark.COURTEOUS': 'Courteous',
  'ratings.share': { one: '{percent} of {n} who said so', other: '{percent} of {n} who said so' },
  'ratings.topics': 'By topic',
  'ratings.daily': 'Brought up to date once a day.',
  'ratings.remarks': 'Remarks to you',
  'ratings.remarksHint':
    'Only you can read them. They come some days late, several at once and in no order: who wrote which stays with the writer.',
  'ratings.noRemarks': 'No remarks so far. They are shown once several people have rated you.',
  'ratings.moreRemarks': 'More remarks',
} as const satisfies Wording;
