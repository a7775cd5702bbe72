import type { freshness as english } from '../en/freshness.ts';
import type { Translation } from '../types.ts';

export const freshness: Translation<typeof english> = {
  'stale.FEEDBACK': '{notHelpful} von {votes} Lesern sagen, dass er nicht hilft.',
  'stale.DRIFT': {
    one: 'Eine Antwort, aus der er entstanden ist, wurde seither bearbeitet.',
    other: '{n} Antworten, aus denen er entstanden ist, wurden seither bearbeitet.',
  },
  'stale.AGE.due': 'Er sollte am {day} wieder angesehen werden.',
  'stale.AGE.old': 'Seit dem {day} hat ihn niemand geprüft.',
  'stale.VERSION': 'Neu seit der letzten Prüfung: {versions}.',
  'stale.MANUAL': 'Unsere Mitarbeiter sagen, dass er nicht mehr stimmt.',
  'stale.remark': 'Bemerkung: {remark}',
  'care.checked': 'Geprüft',
  'feedback.why': 'Was war verkehrt?',
  'feedback.OUTDATED': 'So ist es nicht mehr',
  'feedback.UNCLEAR': 'Ich verstehe es nicht',
  'feedback.INCOMPLETE': 'Es fehlt etwas',
  'feedback.WRONG': 'Ich habe es so gemacht, und es geht nicht',
  'feedback.DID_NOT_APPLY': 'Es geht um etwas anderes als mein Problem',
  'feedback.OTHER': 'Etwas anderes',
  'feedback.comment': 'Wenn du magst, in deinen Worten',
  'feedback.commentHint': 'Das liest nur die Redaktion der FAQ, ohne deinen Namen.',
  'feedback.send': 'Senden',
  'feedback.sent': 'Danke. Die Redaktion der FAQ liest das.',
  'feedback.tooLong': 'Bitte bis zu 500 Zeichen.',
  'asked.after': 'Gefragt nach dem Lesen von',
  'ask.afterReading':
    'Du hast „{title}“ gelesen. Deine Frage wird das sagen, damit dich niemand wieder dorthin schickt.',
};
