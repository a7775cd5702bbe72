import type { offering as english } from '../en/offering.ts';
import type { Translation } from '../types.ts';

/** Kopfgelder aussetzen, und die Liste der offenen. */
export const offering: Translation<typeof english> = {
  'bounty.explained':
    'Jemand setzt etwas vom eigenen Ansehen für eine Antwort aus: Es wird zurückgelegt, bis es ganz an eine Antwort geht oder ganz zurück.',
  'bounty.awardHint': 'Das lässt sich nicht zurücknehmen.',
  'bounty.offerIntro':
    'Setz etwas von deinem Ansehen aus, und deine Frage – oder die von jemand anderem – bekommt {n} Tage lang mehr Beachtung. Dein Ansehen sinkt sofort darum.',
  'bounty.stakes':
    'Mit weniger Ansehen ruht dies vielleicht, bis es wieder reicht. Was du gut machst, bleibt dir auf jeden Fall offen.',
  'bounty.stake': {
    one: 'Ab {n} Punkt: „{what}“, wofür es {needed} braucht.',
    other: 'Ab {n} Punkten: „{what}“, wofür es {needed} braucht.',
  },
  'bounty.amountHint': '{least} bis {most}; du hast {standing}.',
  'bounty.amountProblem':
    'So viele Punkte kannst du nicht aussetzen: Achte auf die Grenzen und auf das, was du hast.',
  'bounty.noteField': 'Was würde dir helfen? (freiwillig)',
  'bounty.noteHint': 'Alle lesen es; bis zu 300 Zeichen.',
  'bounty.offerButton': 'Aussetzen',

  'bounty.order.ending': 'Enden bald',
  'bounty.order.amount': 'Größte',
  'bounty.order.newest': 'Neueste',
  'bounty.orders': 'Reihenfolge der Prämien',
  'bounty.tag': 'Nur für Fragen mit dem Schlagwort',
  'bounty.show': 'Zeigen',
  'bounty.showAll': 'Alle zeigen',
  'bounty.more': 'Weitere Prämien',
  'bounty.none': 'Keine Prämie ist offen',
  'bounty.noneHint': 'Auf der Seite einer Frage kannst du eine aussetzen, egal, wer sie gestellt hat.',
};
