import type { notices as english } from '../en/notices.ts';
import type { Translation } from '../types.ts';

export const notices: Translation<typeof english> = {
  'notices.title': 'Mitteilungen',
  'notices.bell': { one: 'Mitteilungen: {shown} ungelesen', other: 'Mitteilungen: {shown} ungelesen' },
  'notices.bellNone': 'Mitteilungen',
  'notices.views': 'Mitteilungen filtern',
  'notices.all': 'Alle',
  'notices.unread': 'Ungelesen',
  'notices.new': 'Neu',
  'notices.markRead': 'Als gelesen markieren',
  'notices.markAllRead': 'Alle als gelesen markieren',
  'notices.older': 'Ältere Mitteilungen',
  'notices.none': 'Noch nichts',
  'notices.noneHint': 'Hier findest du, was dich angeht: Dank, Erinnerungen und neu freigeschaltete Rechte.',
  'notices.noneUnread': 'Du hast alles gelesen',
  'notices.noneUnreadHint': 'Neue Mitteilungen erscheinen hier.',
  'notices.gone': 'Worum es ging, wird nicht mehr gezeigt.',
  'notices.kept': 'Gelesene Mitteilungen werden 180 Tage aufbewahrt, alle anderen ein Jahr.',
  'notices.mails': 'Auswählen, welche Mails du bekommst',

  'notice.PRIVILEGE_GAINED': 'Verdient: Du hast „{what}“ freigeschaltet.',
  'notice.PRIVILEGE_AT_RISK':
    'Dein Ansehen liegt unter dem, was „{what}“ braucht. Bis zum {until} bleibt es dir, wenn es nicht noch viel weiter fällt; ein paar gute Antworten bis dahin genügen.',
  'notice.PRIVILEGE_LOST':
    '„{what}“ ruht vorerst. Es kommt automatisch zurück, wenn dein Ansehen wieder reicht.',
  'notice.PRIVILEGES_LOST':
    'Vorerst ruhen: {what}. Alles kommt automatisch zurück, wenn dein Ansehen wieder reicht.',
  'notice.quoted': '„{what}“',
  'notice.RANK_REACHED': 'Glückwunsch: Du hast den Rang „{what}“ erreicht.',
  'notice.BADGE_AWARDED': 'Du hast das Abzeichen „{what}“ bekommen.',
  'notice.BADGES_AWARDED': {
    one: 'Du hast {n} Abzeichen bekommen.',
    other: 'Du hast {n} Abzeichen bekommen.',
  },
  'notice.BOUNTY_ENDING': {
    one: 'Deine Prämie von {n} Punkt endet am {until}. Hat eine Antwort sie verdient?',
    other: 'Deine Prämie von {n} Punkten endet am {until}. Hat eine Antwort sie verdient?',
  },
  'notice.BOUNTY_WON': {
    one: 'Deine Antwort hat eine Prämie von {n} Punkt gewonnen. Danke!',
    other: 'Deine Antwort hat eine Prämie von {n} Punkten gewonnen. Danke!',
  },
  'notice.BOUNTY_RETURNED': {
    one: 'Deine Prämie endete ohne Gewinner; du hast deinen {n} Punkt zurück.',
    other: 'Deine Prämie endete ohne Gewinner; du hast deine {n} Punkte zurück.',
  },
  'notice.RATING_REMARK':
    'Jemand, dem du geholfen hast, hat dir eine Bemerkung hinterlassen, die nur du lesen kannst.',
  'notice.ACCEPT_REMINDER':
    'Zu deiner Frage gibt es Antworten. Hat eine davon geholfen, dann nimm sie bitte an.',
  'notice.ACCEPTED_ON_BEHALF':
    '{who} hat für dich eine Antwort auf deine Frage angenommen: „{reason}“ Das letzte Wort hast du: Du kannst jederzeit eine andere annehmen oder das zurücknehmen.',
  'notice.moderator': 'Jemand aus der Moderation',
  'notice.ANSWER_ACCEPTED': 'Deine Antwort wurde angenommen: Sie hat das Problem gelöst. Danke!',
  'notice.ANSWER_ALSO_SOLVED': 'Deine Antwort hat auch geholfen, sagt die fragende Person. Danke!',
  'notice.ANSWER_OFFICIAL': 'Deine Antwort ist jetzt die offizielle Antwort. Danke!',
  'notice.ANSWER_PROMOTED': 'Deine Antwort gehört jetzt zur FAQ, mit deinem Namen. Danke!',
  'notice.SUPERUSER_INVITED':
    'Du bist eingeladen, Superuser zu werden. Du entscheidest frei und kannst bis zum {until} zusagen.',
  'notice.SUPERUSER_TERM_ENDING':
    'Danke, dass du dich um die Community kümmerst. Deine Amtszeit als Superuser endet am {until}; du kannst verlängern oder aufhören.',
  'notice.SUPERUSER_TERM_ENDED':
    'Deine Zeit als Superuser ist zu Ende. Danke, dass du dich um die Community gekümmert hast; du bist immer willkommen.',
  'notice.SUPERUSER_BELOW':
    'Superuser {what} hatte zuletzt weniger Zeit für die Community. Ein Gespräch hilft vielleicht; automatisch geschieht nichts.',
  'notice.VOTES_INVALIDATED': {
    one: 'Eine Stimme für deine Beiträge wurde für ungültig erklärt: Sie verstieß gegen die Regeln. Dein Ansehen hat sich um {points} geändert.',
    other:
      '{n} Stimmen für deine Beiträge wurden für ungültig erklärt: Sie verstießen gegen die Regeln. Dein Ansehen hat sich um {points} geändert.',
  },
  'notice.VOTES_GIVEN_BACK': {
    one: 'Eine Stimme für deine Beiträge zählt wieder. Wir hatten sie irrtümlich für ungültig erklärt, das tut uns leid. Dein Ansehen hat sich um {points} geändert.',
    other:
      '{n} Stimmen für deine Beiträge zählen wieder. Wir hatten sie irrtümlich für ungültig erklärt, das tut uns leid. Dein Ansehen hat sich um {points} geändert.',
  },
  'notice.SANCTIONED': 'Die Moderation musste eingreifen: {reason}',
  'notice.SANCTIONED.points': '({points} Ansehen)',
  'notice.SANCTIONED.until': 'Das gilt bis zum {until}.',
  'notice.SANCTION_LIFTED': 'Eine Maßnahme gegen dein Konto wurde aufgehoben. Alles ist wie zuvor.',
  'notice.RULES_CHANGED':
    'Das Ansehen wurde nach den aktuellen Regeln neu berechnet: Deins war {before} und ist jetzt {after}. Die Regeln sind für alle gleich.',

  'mails.title': 'Mails',
  'mails.intro': 'Alles, was dich angeht, steht bei den Mitteilungen. Das bekommst du auch per Mail:',
  'mails.kinds': 'Mails an dich',
  'mails.language': 'Sprache der Mails',
  'mails.saved': 'Gespeichert. So schreiben wir dir.',
  'mails.ACCEPT_REMINDER': 'Eine Erinnerung, wenn deine Frage Antworten hat und keine angenommen ist',
  'mails.ACCEPTED_ON_BEHALF': 'Wenn für dich eine Antwort auf deine Frage angenommen wurde',
  'mails.SUPERUSER_INVITED': 'Eine Einladung, Superuser zu werden',
  'mails.SUPERUSER_TERM_ENDING': 'Wenn deine Amtszeit als Superuser endet',

  'unsubscribe.title': 'Diese Mails abbestellen',
  'unsubscribe.question': 'Du hast diese Mail bekommen:',
  'unsubscribe.button': 'Abbestellen',
  'unsubscribe.done': 'Erledigt: Du bekommst keine Mails dieser Art mehr.',
  'unsubscribe.doneHint': 'In deinen Einstellungen kannst du sie wieder einschalten.',
  'unsubscribe.unknown': 'Dieser Link funktioniert nicht',
  'unsubscribe.unknownHint':
    'Er ist nicht vollständig. Melde dich an und schalte Mails in den Einstellungen ab.',
};
