import type { bounties as english } from '../en/bounties.ts';
import type { Translation } from '../types.ts';

export const bounties: Translation<typeof english> = {
  'nav.bounties': 'Prämien',

  'bounty.title': 'Prämien',
  'bounty.explained':
    'Jemand setzt etwas vom eigenen Ansehen für eine Antwort aus: Es wird zurückgelegt, bis es ganz an eine Antwort geht oder ganz zurück.',
  'bounty.points': { one: '{n} Punkt', other: '{n} Punkte' },
  'bounty.label': { one: 'Prämie: {n} Punkt', other: 'Prämie: {n} Punkte' },
  'bounty.by': 'ausgesetzt von',
  'bounty.until': 'offen bis',
  'bounty.awardUntil': 'Die Zeit ist um; wer sie ausgesetzt hat, entscheidet bis',
  'bounty.how':
    'Wer sie ausgesetzt hat, gibt sie einer Antwort. Sonst bekommt sie die akzeptierte Antwort oder die mit den meisten Stimmen seither, ab {n}; sonst geht sie zurück.',
  'bounty.all': 'Alle offenen Prämien',
  'bounty.note': 'Dazu heißt es:',
  'bounty.choose': 'Welche Antwort hat sie verdient? Bei jeder steht ein Knopf dafür.',
  'bounty.award': { one: 'Prämie von {n} Punkt geben', other: 'Prämie von {n} Punkten geben' },
  'bounty.awardHint': 'Das lässt sich nicht zurücknehmen.',
  'bounty.withdraw': 'Prämie zurücknehmen',
  'bounty.withdrawHint': 'Das geht, bis jemand anderes antwortet.',
  'bounty.won': { one: 'Prämie von {n} Punkt', other: 'Prämie von {n} Punkten' },
  'bounty.history': 'Frühere Prämien',
  'bounty.history.awarded': 'ging an',
  'bounty.history.answer': 'für diese Antwort',
  'bounty.history.BY_ACCEPTANCE': '(akzeptiert)',
  'bounty.history.BY_SCORE': '(die meisten Stimmen)',
  'bounty.history.WITHDRAWN': 'zurückgenommen',
  'bounty.history.QUESTION_DELETED': 'ging zurück: die Frage wurde gelöscht',
  'bounty.history.NO_ANSWER': 'ging zurück: keine Antwort hat sie verdient',

  'bounty.offer': 'Prämie aussetzen',
  'bounty.offerIntro':
    'Setz etwas von deinem Ansehen aus, und deine Frage – oder die von jemand anderem – bekommt {n} Tage lang mehr Beachtung. Dein Ansehen sinkt sofort darum.',
  'bounty.amount': 'Wie viele Punkte?',
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
