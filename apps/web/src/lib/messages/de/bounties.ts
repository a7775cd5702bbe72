import type { bounties as english } from '../en/bounties.ts';
import type { Translation } from '../types.ts';

export const bounties: Translation<typeof english> = {
  'nav.bounties': 'Prämien',

  'bounty.title': 'Prämien',
  'bounty.points': { one: '{n} Punkt', other: '{n} Punkte' },
  'bounty.label': { one: 'Prämie: {n} Punkt', other: 'Prämie: {n} Punkte' },
  'bounty.by': 'ausgesetzt von',
  'bounty.until': 'offen bis',
  'bounty.awardUntil': 'Beendet; kann noch vergeben werden bis',
  'bounty.how':
    'Wer sie ausgesetzt hat, vergibt sie an eine Antwort. Sonst bekommt sie die angenommene Antwort oder die mit den meisten Stimmen seither, mindestens {n}. Gibt es keine, kommen die Punkte zurück.',
  'bounty.all': 'Alle offenen Prämien',
  'bounty.note': 'Hinweis:',
  'bounty.choose': 'Welche Antwort hat sie verdient? Vergib sie mit dem Knopf bei der Antwort.',
  'bounty.award': { one: 'Prämie von {n} Punkt vergeben', other: 'Prämie von {n} Punkten vergeben' },
  'bounty.withdraw': 'Prämie zurücknehmen',
  'bounty.withdrawHint': 'Das geht, bis jemand anderes antwortet.',
  'bounty.won': { one: 'Prämie von {n} Punkt', other: 'Prämie von {n} Punkten' },
  'bounty.history': 'Frühere Prämien',
  'bounty.history.awarded': 'ging an',
  'bounty.history.answer': 'für diese Antwort',
  'bounty.history.BY_ACCEPTANCE': '(angenommen)',
  'bounty.history.BY_SCORE': '(die meisten Stimmen)',
  'bounty.history.WITHDRAWN': 'zurückgenommen',
  'bounty.history.QUESTION_DELETED': 'zurückgegeben: die Frage wurde gelöscht',
  'bounty.history.NO_ANSWER': 'zurückgegeben: keine Antwort hat sie verdient',

  'bounty.offer': 'Prämie aussetzen',
  'bounty.amount': 'Wie viele Punkte?',
};
