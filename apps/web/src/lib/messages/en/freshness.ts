import type { Wording } from '../types.ts';

export const freshness = {
  'stale.FEEDBACK': '{notHelpful} of {votes} readers say it does not help.',
  'stale.DRIFT': {
    one: 'An answer it is based on has been edited since.',
    other: '{n} answers it is based on have been edited since.',
  },
  'stale.AGE.due': 'It was due for review on {day}.',
  'stale.AGE.old': 'Nobody has checked it since {day}.',
  'stale.VERSION': 'New since it was last checked: {versions}.',
  'stale.MANUAL': 'Our staff say it is no longer correct.',
  'stale.remark': 'Remark: {remark}',
  'care.checked': 'Checked',
  'feedback.why': 'What was wrong?',
  'feedback.OUTDATED': 'It is out of date',
  'feedback.UNCLEAR': 'I do not understand it',
  'feedback.INCOMPLETE': 'Something is missing',
  'feedback.WRONG': 'I tried it and it did not work',
  'feedback.DID_NOT_APPLY': 'It is not about my problem',
  'feedback.OTHER': 'Something else',
  'feedback.comment': 'In your own words (optional)',
  'feedback.commentHint': 'Only our FAQ editors see it, without your name.',
  'feedback.send': 'Send',
  'feedback.sent': 'Thank you. Our FAQ editors will read it.',
  'feedback.tooLong': '500 characters at most, please.',
  'asked.after': 'Asked after reading',
  'ask.afterReading':
    'Your question will say that you have read “{title}”, so that nobody sends you back there.',
} as const satisfies Wording;
