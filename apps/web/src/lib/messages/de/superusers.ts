import type { Translation } from '../types.ts';
import type { superusers as english } from '../en/superusers.ts';

export const superusers: Translation<typeof english> = {
  'superusers.title': 'Superuser',
  'superusers.intro':
    'Superuser sind Kundinnen und Kunden wie alle anderen hier. Sie helfen so vielen und so gut, dass ihnen die Community anvertraut ist: Sie kümmern sich um Meldungen, räumen auf und begrüßen neue Mitglieder. Das tun sie neben ihrer eigenen Arbeit und gehören nicht zum Team; das Team ist immer als solches gekennzeichnet.',
  'superusers.who': 'Wer sie sind',
  'superusers.since': 'seit {date}',
  'superusers.none': 'Noch niemand',
  'superusers.noneHint': 'Die ersten werden hier vorgestellt.',
  'superusers.more': 'Weitere Superuser',

  'superusers.takes': 'Was dazugehört',
  'superusers.takesIntro':
    'Wer all das erreicht, wird dem Team vorgeschlagen, ebenso wer von anderen vorgeschlagen wurde. Das Team lädt ein; niemand wird Superuser, ohne Ja zu sagen.',
  'superusers.criterion': 'Anforderung',
  'superusers.needed': 'Nötig',
  'superusers.have': 'Du hast',
  'superusers.has': 'Hat',
  'superusers.met': 'erfüllt',
  'superusers.missing': 'noch nicht',
  'superusers.REPUTATION': 'Ansehen',
  'superusers.ACTIVE_DAYS': 'Aktive Tage',
  'superusers.SOLUTIONS': 'Antworten, die eine fremde Frage gelöst haben',
  'superusers.ASKERS': 'Verschiedene Personen, die diese Fragen gestellt hatten',
  'superusers.QUALITY': 'Wie gut die Beiträge ankommen',
  'superusers.window': 'Tage, Lösungen und Personen werden über die letzten {n} Tage gezählt.',
  'superusers.stay':
    'Um Superuser zu bleiben, genügen {share} von allem. Wer länger als {days} Tage darunter liegt, mit dem spricht das Team; mitten in der Amtszeit verliert deswegen niemand die Rolle.',
  'superusers.terms': {
    one: 'Eine Amtszeit dauert {n} Monat und lässt sich verlängern. Du kannst jederzeit ohne Angabe von Gründen aufhören.',
    other:
      'Eine Amtszeit dauert {n} Monate und lässt sich verlängern. Du kannst jederzeit ohne Angabe von Gründen aufhören.',
  },

  'superusers.nominate': 'Jemanden vorschlagen',
  'superusers.nominateThem': 'Als Superuser vorschlagen',
  'superusers.nominateIntro':
    'Du kennst jemanden, der dazugehören sollte? Sag es dem Team. Die Person erfährt nichts davon, damit niemand enttäuscht wird.',
  'superusers.nominateNeeds': {
    one: 'Mit {n} Punkt Ansehen kannst du jemanden vorschlagen.',
    other: 'Mit {n} Punkten Ansehen kannst du jemanden vorschlagen.',
  },
  'superusers.username': 'Benutzername der Person',
  'superusers.reason': 'Warum?',
  'superusers.reasonHint': '20 bis 1.000 Zeichen. Nur das Team liest es.',
  'superusers.nominateButton': 'Vorschlagen',
  'superusers.nominated': 'Danke! Dein Vorschlag ist beim Team.',
  'superusers.nobody': 'Diesen Benutzernamen gibt es hier nicht.',
  'superusers.whoProblem': 'Du kannst andere Mitglieder vorschlagen, nicht dich selbst und nicht das Team.',
  'superusers.nominateConflict':
    'Du hast diese Person im letzten Jahr schon vorgeschlagen, oder sie kümmert sich bereits um die Community.',

  'superusers.invited': 'Du bist eingeladen, Superuser zu werden. Antworten kannst du bis zum {date}.',
  'superusers.toInvitation': 'Zur Einladung',
  'superusers.invitation': 'Deine Einladung',
  'superusers.invitationIntro':
    'Du hilfst hier so vielen Menschen und so gut, dass wir dich gern als Superuser hätten.',
  'superusers.means': 'Was das heißt',
  'superusers.means.tools':
    'Du entscheidest über die Meldungen der anderen und kannst alle Beiträge löschen, wiederherstellen und bearbeiten. Alles steht im Protokoll und lässt sich rückgängig machen.',
  'superusers.means.badge':
    'An deinem Namen steht das Kennzeichen der Superuser. Es ist ein anderes als das des Teams.',
  'superusers.means.term': {
    one: 'Es gilt für {n} Monat. Vor dem Ende kannst du verlängern.',
    other: 'Es gilt für {n} Monate. Vor dem Ende kannst du verlängern.',
  },
  'superusers.meansNot': 'Was das nicht heißt',
  'superusers.meansNot.duty':
    'Es gibt keine festen Zeiten und keine Pflichten. Du tust so viel, wie du magst.',
  'superusers.meansNot.staff':
    'Du sprichst nicht für die Firma und musst nicht wissen, was nur die Firma wissen kann.',
  'superusers.meansNot.ever': 'Du kannst jederzeit aufhören, ohne Grund und mit unserem Dank.',
  'superusers.answerUntil': 'Antworten kannst du bis zum {date}. Tust du es nicht, bleibt alles, wie es ist.',
  'superusers.accept': 'Annehmen',
  'superusers.decline': 'Nein, danke',
  'superusers.noInvitation': 'Keine offene Einladung',
  'superusers.noInvitationHint': 'Sie wurde beantwortet oder zurückgezogen, oder sie ist abgelaufen.',
  'superusers.back': 'Alles über Superuser',
  'superusers.answerConflict':
    'Das geht nicht mehr: Die Einladung wurde zurückgezogen oder ist abgelaufen, oder es gab vor Kurzem eine Maßnahme gegen dich. Das Team kann dir mehr sagen.',

  'superusers.welcome': 'Willkommen und danke! Du bist jetzt Superuser.',
  'superusers.declined': 'In Ordnung. Danke für alles, was du hier tust!',
  'superusers.renewed': 'Danke! Deine Amtszeit ist verlängert.',
  'superusers.thanks':
    'Danke, dass du dich um die Community gekümmert hast. Du bist wieder Mitglied und immer willkommen.',

  'superusers.you': 'Du bist Superuser',
  'superusers.until': 'Deine Amtszeit endet am {date}.',
  'superusers.noTerm': 'Deine Rolle hat kein Enddatum.',
  'superusers.renewFrom': 'Ab dem {date} kannst du sie hier verlängern.',
  'superusers.renewHint': {
    one: 'Du kannst sie jetzt verlängern, um {n} Monat ab ihrem Ende.',
    other: 'Du kannst sie jetzt verlängern, um {n} Monate ab ihrem Ende.',
  },
  'superusers.talk':
    'Du hattest zuletzt weniger Zeit für die Community. Bitte sprich mit dem Team, bevor du verlängerst.',
  'superusers.renew': 'Verlängern',
  'superusers.stepDown': 'Aufhören',
  'superusers.stepDownHint': 'Du bist dann sofort wieder Mitglied. Einen Grund musst du nicht nennen.',
  'superusers.stepDownSure': 'Ja, ich höre auf',
  'superusers.termConflict': 'Inzwischen hat sich etwas geändert. So steht es jetzt.',
};
