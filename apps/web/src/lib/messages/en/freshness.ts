import type { Wording } from '../types.ts';

export const freshness = {
  'stale.FEEDBACK': '{notHelpful} of {votes} readers say that it does not help.',
  'stale.DRIFT': {
    one: 'An answer that it was made of has been edited since.',
    other: '{n} answers that it was made of have been edited since.',
  },
  'stale.AGE.due': 'It was to be looked at again on {day}.',
  'stale.AGE.old': 'Nobody has checked it since {day}.',
  'stale.VERSION': 'New since it was last checked: {versions}.',
  'stale.MANUAL': 'Our staff say that it no longer holds.',
  'stale.remark': 'Remark: {remark}',
  'care.checked': 'Checked',
  'feedback.why': 'What was wrong?',
  'feedback.OUTDATED': 'It is not like that any more',
  'feedback.UNCLEAR': 'I do not understand it',
  'feedback.INCOMPLETE': 'Something is missing',
  'feedback.WRONG': 'I did as it says and it does not work',
  'feedback.DID_NOT_APPLY': 'It is about something else than my problem',
  'feedback.OTHER': 'Something else',
  'feedback.comment': 'In your words, if you like',
  'feedback.commentHint': 'Only those who write the FAQ read it, without your name.',
  'feedback.send': 'Send',
  'feedback.sent': 'Thank you. Those who write the FAQ read this.',
  'feedback.tooLong': 'Up to 500 characters, please.',
  'asked.after': 'Asked after reading',
  'ask.afterReading':
    'You have read “{title}”. Your question will say so, so that nobody sends you there again.',
} as const satisfies Wording;
