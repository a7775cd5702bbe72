import type { reporting as en } from '../en/reporting.ts';
import type { Translation } from '../types.ts';

export const reporting: Translation<typeof en> = {
  'nav.flags': 'Gemeldete Beiträge',
  'report.action': 'Melden',
  'report.title': 'Einen Beitrag melden',
  'report.intro':
    'Wer hier für Ordnung sorgt, sieht es. Wer den Beitrag geschrieben hat, erfährt nicht, von wem die Meldung kommt. Was nur falsch ist, bewerte bitte; melde, was nicht hierher gehört.',
  'report.reason': 'Was stimmt damit nicht?',
  'report.SPAM': 'Es wirbt für etwas',
  'report.RUDE': 'Es beleidigt oder bedroht jemanden',
  'report.NOT_AN_ANSWER': 'Es hat nichts mit der Frage zu tun',
  'report.PLAGIARISM': 'Es ist von jemand anderem abgeschrieben',
  'report.OTHER': 'Etwas anderes',
  'report.remark': 'Was sollten wir wissen?',
  'report.remarkHint':
    'Nötig bei Abgeschriebenem (woher es stammt) und bei etwas anderem; höchstens 300 Zeichen.',
  'report.remarkProblem': 'Bitte sag mit höchstens 300 Zeichen, woher es stammt oder was daran falsch ist.',
  'report.send': 'Melden',
  'report.own': 'Das hast du selbst geschrieben. Du kannst es bearbeiten oder löschen.',
  'report.deleted': 'Das wurde gelöscht.',
  'report.done': 'Du hast das gemeldet.',
  'report.mine': 'Deine Meldungen',
  'report.mineIntro': 'Was du gemeldet hast, und was daraus wurde.',
  'report.none': 'Du hast nichts gemeldet',
  'report.noneHint': 'Unter jeder Frage und Antwort von anderen findest du „Melden“.',
  'report.waits': 'Wartet darauf, dass jemand es ansieht',
  'report.HELPFUL': 'Du hattest recht. Vielen Dank.',
  'report.DECLINED': 'Es fand sich nichts, was daran falsch wäre.',
  'report.note': 'Dazu heißt es: {note}',
  'report.hidden': 'Ein Beitrag, der nicht mehr zu sehen ist',
  'report.older': 'Ältere Meldungen',

  'invalidated.title': 'Für ungültig befundene Stimmen',
  'invalidated.intro':
    'Jede Nacht wird nach abgesprochenen Stimmen und Annahmen gesucht. Zwei Personen sehen sich jeden Fall an, bevor etwas geschieht; dann zählen diese Stimmen nicht mehr, und die Punkte daraus werden zurückgenommen. So viele waren es in jedem Monat.',
  'invalidated.month': 'Monat',
  'invalidated.votes': 'Stimmen',
  'invalidated.acceptances': 'Annahmen',
  'invalidated.link': 'Wie viele Stimmen für ungültig befunden wurden',
  'problem.voteVoid': 'Diese Stimme wurde für ungültig befunden. Sie bleibt, wie sie ist, und zählt nicht.',
};
