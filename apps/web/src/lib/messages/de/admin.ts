import type { admin as english } from '../en/admin.ts';
import type { Translation } from '../types.ts';

export const admin: Translation<typeof english> = {
  'record.intro':
    'Wer geändert hat, was andere schrieben, welche Rollen und offiziellen Kennzeichen vergeben wurden und was mit der FAQ und der Seite geschah. Kein Eintrag lässt sich ändern oder entfernen.',
  'record.older': 'Ältere Einträge',
  'record.none': 'Noch ist nichts verzeichnet',
  'record.noneHint': 'Hier wird stehen, was Moderation, Team und Administration tun.',
  'record.nobody': 'Die Seite selbst, ihr Betrieb oder ein ehemaliges Mitglied',
  'record.before': 'Vorher',
  'record.after': 'Nachher',
  'record.reason': 'Grund',
  'record.version': 'Fassung',
  'record.kind.ACCOUNT': 'Person',
  'record.kind.QUESTION': 'Frage',
  'record.kind.ANSWER': 'Antwort auf',
  'record.kind.COMMENT': 'Kommentar zu',
  'record.kind.ARTICLE': 'FAQ-Artikel',
  'record.alongWith': 'Zusammen damit',
  'record.account.role-changed': 'hat eine Rolle geändert',
  'record.question.deleted': 'hat eine Frage gelöscht',
  'record.question.restored': 'hat eine Frage wiederhergestellt',
  'record.question.edited': 'hat eine Frage bearbeitet',
  'record.answer.deleted': 'hat eine Antwort gelöscht',
  'record.answer.restored': 'hat eine Antwort wiederhergestellt',
  'record.answer.edited': 'hat eine Antwort bearbeitet',
  'record.answer.made-official': 'hat eine Antwort als offiziell gekennzeichnet',
  'record.answer.official-mark-withdrawn': 'hat einer Antwort das offizielle Kennzeichen genommen',
  'record.answer.accepted-on-behalf': 'hat eine Antwort im Namen der Person angenommen, die gefragt hat',
  'record.answer.acceptance-withdrawn-on-behalf':
    'hat eine Annahme im Namen der Person zurückgenommen, die gefragt hat',
  'record.answer.superseded': 'hat eine Antwort als durch eine neuere ersetzt gekennzeichnet',
  'record.answer.supersession-withdrawn': 'hat zurückgenommen, dass eine neuere Antwort eine andere ersetzt',
  'record.comment.deleted': 'hat einen Kommentar gelöscht',
  'record.comment.restored': 'hat einen Kommentar wiederhergestellt',
  'record.article.drafted': 'hat einen FAQ-Artikel entworfen',
  'record.article.written': 'hat einen FAQ-Artikel geschrieben',
  'record.article.edited': 'hat einen FAQ-Artikel bearbeitet',
  'record.article.published': 'hat einen FAQ-Artikel veröffentlicht',
  'record.article.archived': 'hat einen FAQ-Artikel archiviert',
  'record.site.updated': 'hat die Seite geändert',

  'admin.site': 'Seite',
  'admin.people': 'Leute und Rollen',
  'admin.mails': 'Behaltene Mails',
  'admin.tagline': 'Untertitel',
  'admin.taglineHint': 'Eine Zeile dazu, wofür dieser Ort da ist.',
  'admin.locale': 'Sprache der Community',
  'admin.localeHint':
    'Ein Sprachkürzel wie de oder pt-BR; neue Fragen bekommen es, wenn nichts anderes angegeben wird.',
  'admin.houseRulesHint': 'Wie man hier miteinander umgeht. Markdown.',
  'admin.searchPeople': 'Nach Name oder E-Mail-Adresse suchen',
  'admin.person': 'Person',
  'admin.since': 'Dabei seit',
  'admin.role': 'Rolle',
  'admin.roleOf': 'Rolle von {name}',
  'admin.change': 'Ändern',
  'admin.nobody': 'Niemand gefunden',
  'admin.mailsIntro':
    'Mails, die nicht hinausgingen, weil kein Mailserver eingestellt ist (SMTP_URL) oder er sie nicht annahm.',
  'admin.noMails': 'Keine Mails aufgehoben',
  'admin.warnings': 'Worum du dich kümmern solltest',
  'warning.RATE_LIMITS_OFF':
    'Niemand wird beim Schreiben, Abstimmen oder Raten von Passwörtern gebremst, denn RATE_LIMITS ist aus. Das ist für Importe und Messungen gedacht, nicht für eine Seite, die allen offensteht.',
  'warning.NO_HTTPS':
    'Die Adresse der Seite (PUBLIC_URL) ist {address}. Ohne https lassen sich Passwörter und Sitzungen unterwegs mitlesen.',
  'warning.NO_MAIL_SERVER':
    'Keine Mail verlässt diese Seite, auch kein Link für ein neues Passwort, denn es ist kein Mailserver eingestellt (SMTP_URL). Die Mails sind stattdessen hier für dich aufgehoben.',
  'warning.MAILS_GIVEN_UP': {
    one: '{n} Mail ließ sich nicht verschicken. Der Mailserver sagte: {answer}',
    other: '{n} Mails ließen sich nicht verschicken. Der Mailserver sagte: {answer}',
  },
  'warning.MAILS_DELAYED': {
    one: '{n} Mail ist noch nicht verschickt und wird erneut versucht. Der Mailserver sagte: {answer}',
    other: '{n} Mails sind noch nicht verschickt und werden erneut versucht. Der Mailserver sagte: {answer}',
  },
  'warning.NO_WORKER':
    'Kein Worker läuft: Mails, das nächtliche Aufräumen und andere Arbeit im Hintergrund warten auf einen.',
  'warning.readMails': { one: 'Die aufgehobene Mail lesen', other: 'Die {n} aufgehobenen Mails lesen' },
};
