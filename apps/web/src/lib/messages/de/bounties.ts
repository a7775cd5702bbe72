import type { bounties as english } from '../en/bounties.ts';
import type { Translation } from '../types.ts';

export const bounties: Translation<typeof english> = {
  'nav.bounties': 'Prämien',

  'bounty.title': 'Prämien',
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
  'bounty.amount': 'Wie viele Punkte?',
};
