import type { shell as english } from '../en/shell.ts';
import type { Translation } from '../types.ts';

export const shell: Translation<typeof english> = {
  'nav.skip': 'Zum Inhalt springen',
  'nav.label': 'Hauptmenü',
  'nav.questions': 'Fragen',
  'nav.faq': 'FAQ',
  'nav.tags': 'Schlagwörter',
  'nav.people': 'Leute',
  'nav.ask': 'Neue Frage',
  'nav.login': 'Anmelden',
  'nav.logout': 'Abmelden',
  'nav.register': 'Konto anlegen',
  'nav.menuOf': 'Menü von {name}',
  'nav.profile': 'Dein Profil',
  'nav.standing': 'Dein Ansehen',
  'nav.settings': 'Einstellungen',
  'nav.candidates': 'Vorschläge für die FAQ',
  'nav.drafts': 'Unveröffentlichte Artikel',
  'nav.record': 'Protokoll',
  'nav.admin': 'Verwaltung',
  'nav.houseRules': 'Hausregeln',
  'nav.superusers': 'Superuser',
  'nav.api': 'API',

  'preferences.language': 'Sprache',
  'preferences.theme': 'Farben',
  'preferences.theme.system': 'Farben wie auf diesem Gerät',
  'preferences.theme.light': 'Helle Farben',
  'preferences.theme.dark': 'Dunkle Farben',

  'site.defaultTagline': 'Kunden helfen einander.',

  'feed.questions': 'Neueste Fragen',
  'feed.faq': 'Neueste FAQ-Artikel',
  'feed.answers': 'Antworten auf diese Frage',

  'pager.label': 'Seiten',
  'pager.first': 'Zurück zum Anfang',
  'pager.more': 'Mehr',
  'pager.older': 'Ältere Fragen',

  'links.duplicateOf': 'Das wurde schon einmal gefragt:',
  'links.duplicateHint':
    'Wenn dir das nicht hilft, bearbeite deine Frage und schreib dazu, was bei dir anders ist.',
  'links.others': 'Verwandte Fragen',
  'links.hasDuplicate': 'fragt dasselbe',

  'share.link': 'Link',
  'share.copied': 'Link kopiert',

  'action.edit': 'Bearbeiten',
  'action.save': 'Speichern',
  'action.cancel': 'Abbrechen',
  'action.delete': 'Löschen',
  'action.restore': 'Wiederherstellen',

  'markdown.hint': 'Markdown: **fett**, `Code`, - Liste, > Zitat, [Link](https://…)',
  'markdown.preview': 'Vorschau',
  'markdown.previewHeading': 'So wird es aussehen:',

  'error.400.title': 'Diese Adresse stimmt nicht',
  'error.400.text': 'Etwas in der Adresse ist nicht zu verstehen.',
  'error.401.title': 'Bitte melde dich an',
  'error.401.text': 'Melde dich an, um diese Seite zu sehen.',
  'error.403.title': 'Diese Seite kannst du nicht öffnen',
  'error.403.text': 'Du bist angemeldet, aber dein Konto hat keinen Zugriff.',
  'error.404.title': 'Seite nicht gefunden',
  'error.404.text': 'Die Seite gibt es nicht, oder was hier stand, wurde gelöscht. Versuch es mit der Suche.',
  'error.429.title': 'Bitte etwas langsamer',
  'error.429.text': 'Von dir kamen sehr viele Anfragen in kurzer Zeit.',
  'error.500.title': 'Da ging etwas schief',
  'error.500.text': 'Das liegt an uns, nicht an dir. Versuch es gleich noch einmal.',
  'error.requires': 'Dafür brauchst du das Recht „{what}“.',
  'error.requiresPoints': {
    one: 'Dafür brauchst du das Recht „{what}“: Dir fehlt noch {n} Punkt Ansehen.',
    other: 'Dafür brauchst du das Recht „{what}“: Dir fehlen noch {n} Punkte Ansehen.',
  },
  'error.requiresRole': 'Dafür brauchst du die Rolle „{role}“.',
  'error.requestId': 'Wenn du es meldest, nenne diese Nummer:',
  'error.home': 'Zu den Fragen',

  'houseRules.none': 'Es gibt noch keine Hausregeln',
  'setup.unfounded': 'Diese Community ist noch nicht eingerichtet.',
  'setup.unfoundedLink': 'Jetzt einrichten',
  'problem.summary': {
    one: 'Bitte sieh dir eine Angabe noch einmal an.',
    other: 'Bitte sieh dir {n} Angaben noch einmal an.',
  },
  'problem.rateLimited': {
    one: 'Das war viel in kurzer Zeit. Bitte warte {n} Sekunde und versuch es noch einmal.',
    other: 'Das war viel in kurzer Zeit. Bitte warte {n} Sekunden und versuch es noch einmal.',
  },
};
