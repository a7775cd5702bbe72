import type { freshness as english } from '../en/freshness.ts';
import type { Translation } from '../types.ts';

export const freshness: Translation<typeof english> = {
  'stale.FEEDBACK': '{notHelpful} von {votes} Lesern sagen, dass er nicht hilft.',
  'stale.DRIFT': {
    one: 'Eine Antwort, auf der er beruht, wurde seither bearbeitet.',
    other: '{n} Antworten, auf denen er beruht, wurden seither bearbeitet.',
  },
  'stale.AGE.due': 'Er sollte am {day} neu geprüft werden.',
  'stale.AGE.old': 'Seit dem {day} hat ihn niemand geprüft.',
  'stale.VERSION': 'Neu seit der letzten Prüfung: {versions}.',
  'stale.MANUAL': 'Unsere Mitarbeiter sagen, dass er nicht mehr stimmt.',
  'stale.remark': 'Bemerkung: {remark}',
  'care.checked': 'Geprüft',
  'feedback.why': 'Was war falsch?',
  'feedback.OUTDATED': 'Es ist veraltet',
  'feedback.UNCLEAR': 'Ich verstehe es nicht',
  'feedback.INCOMPLETE': 'Es fehlt etwas',
  'feedback.WRONG': 'Ich habe es versucht, und es ging nicht',
  'feedback.DID_NOT_APPLY': 'Es geht nicht um mein Problem',
  'feedback.OTHER': 'Etwas anderes',
  'feedback.comment': 'In deinen Worten (freiwillig)',
  'feedback.commentHint': 'Das liest nur die Redaktion der FAQ, ohne deinen Namen.',
  'feedback.send': 'Senden',
  'feedback.sent': 'Danke. Die Redaktion der FAQ liest das.',
  'feedback.tooLong': 'Bitte höchstens 500 Zeichen.',
  'asked.after': 'Gefragt nach dem Lesen von',
  'ask.afterReading':
    'Bei deiner Frage steht, dass du „{title}“ gelesen hast, damit dich niemand wieder dorthin schickt.',
};
