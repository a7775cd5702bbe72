import type { offering as english } from '../en/offering.ts';
import type { Translation } from '../types.ts';

/** Kopfgelder aussetzen, und die Liste der offenen. */
export const offering: Translation<typeof english> = {
  'bounty.explained':
    'Jemand setzt einen Teil des eigenen Ansehens für eine Antwort aus. Die Punkte werden zurückgelegt, bis eine Antwort sie alle gewinnt oder sie zurückgehen.',
  'bounty.awardHint': 'Das lässt sich nicht zurücknehmen.',
  'bounty.offerIntro':
    'Setz etwas von deinem Ansehen aus, damit diese Frage {n} Tage lang mehr Beachtung findet, ob sie von dir ist oder nicht. Die Punkte werden sofort abgezogen.',
  'bounty.stakes':
    'Mit weniger Ansehen ruht dies vielleicht, bis es wieder reicht. Was du durch gute Arbeit freigeschaltet hast, bleibt auf jeden Fall.',
  'bounty.stake': {
    one: 'Ab {n} Punkt: „{what}“, wofür es {needed} braucht.',
    other: 'Ab {n} Punkten: „{what}“, wofür es {needed} braucht.',
  },
  'bounty.amountHint': '{least} bis {most}; du hast {standing}.',
  'bounty.amountProblem':
    'So viele Punkte kannst du nicht aussetzen. Achte auf die Grenzen und dein Ansehen.',
  'bounty.noteField': 'Was würde dir helfen? (freiwillig)',
  'bounty.noteHint': 'Für alle sichtbar; bis zu 300 Zeichen.',
  'bounty.offerButton': 'Aussetzen',

  'bounty.order.ending': 'Endet bald',
  'bounty.order.amount': 'Größte',
  'bounty.order.newest': 'Neueste',
  'bounty.orders': 'Prämien sortieren',
  'bounty.tag': 'Nur Fragen mit dem Schlagwort',
  'bounty.show': 'Zeigen',
  'bounty.showAll': 'Alle zeigen',
  'bounty.more': 'Weitere Prämien',
  'bounty.none': 'Keine offenen Prämien',
  'bounty.noneHint': 'Du kannst auf jeder Frageseite eine aussetzen, egal, wer gefragt hat.',
};
