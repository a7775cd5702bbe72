import type { reporting as en } from '../en/reporting.ts';
import type { Translation } from '../types.ts';

export const reporting: Translation<typeof en> = {
  'nav.flags': 'Gemeldete Beiträge',
  'report.action': 'Melden',
  'report.title': 'Einen Beitrag melden',
  'report.intro':
    'Die Moderation sieht es sich an. Wer den Beitrag geschrieben hat, erfährt nicht, von wem die Meldung kommt. Was nur falsch ist, bewerte bitte; melde, was nicht hierher gehört.',
  'report.reason': 'Was stimmt damit nicht?',
  'report.SPAM': 'Spam oder Werbung',
  'report.RUDE': 'Beleidigend oder bedrohlich',
  'report.NOT_AN_ANSWER': 'Hat nichts mit der Frage zu tun',
  'report.PLAGIARISM': 'Von jemand anderem abgeschrieben',
  'report.OTHER': 'Etwas anderes',
  'report.remark': 'Was sollten wir wissen?',
  'report.remarkHint': 'Nötig bei Kopien (woher?) und bei etwas anderem; höchstens 300 Zeichen.',
  'report.remarkProblem': 'Bitte sag mit höchstens 300 Zeichen, woher es stammt oder was daran falsch ist.',
  'report.send': 'Melden',
  'report.own': 'Das hast du selbst geschrieben. Du kannst es bearbeiten oder löschen.',
  'report.deleted': 'Das wurde gelöscht.',
  'report.done': 'Du hast das gemeldet.',
  'report.mine': 'Deine Meldungen',
  'report.mineIntro': 'Was du gemeldet hast und was daraus wurde.',
  'report.none': 'Noch keine Meldungen',
  'report.noneHint': 'Unter jeder Frage und Antwort von anderen findest du „Melden“.',
  'report.waits': 'Wird noch geprüft',
  'report.HELPFUL': 'Du hattest recht. Vielen Dank.',
  'report.DECLINED': 'Wir haben daran nichts auszusetzen.',
  'report.note': 'Hinweis der Moderation: {note}',
  'report.hidden': 'Ein Beitrag, der nicht mehr zu sehen ist',
  'report.older': 'Ältere Meldungen',

  'invalidated.title': 'Für ungültig erklärte Stimmen',
  'invalidated.intro':
    'Jede Nacht wird nach abgesprochenen Stimmen und Annahmen gesucht. Zwei Personen prüfen jeden Fall, bevor etwas geschieht; dann zählen diese Stimmen nicht mehr, und die Punkte daraus werden zurückgenommen. So viele waren es in jedem Monat.',
  'invalidated.month': 'Monat',
  'invalidated.votes': 'Stimmen',
  'invalidated.acceptances': 'Annahmen',
  'invalidated.link': 'Wie viele Stimmen für ungültig erklärt wurden',
  'problem.voteVoid': 'Diese Stimme wurde für ungültig erklärt. Sie zählt nicht und lässt sich nicht ändern.',
};
