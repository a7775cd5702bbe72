import type { standing as english } from '../en/standing.ts';
import type { Translation } from '../types.ts';

export const standing: Translation<typeof english> = {
  'standing.title': 'Dein Ansehen',
  'standing.whole': 'Alles über dein Ansehen',
  'standing.rules': 'So funktioniert das Ansehen: alle Regeln',
  'standing.points': { one: 'Du hast {n} Punkt Ansehen.', other: 'Du hast {n} Punkte Ansehen.' },
  'standing.made': 'So ist es zusammengekommen. Was zurückgenommen wurde, ist schon abgezogen.',
  'standing.entries': { one: '{n} Eintrag', other: '{n} Einträge' },
  'standing.sum': 'Gesamt',
  'standing.none': 'Noch nichts. Gute Fragen und Antworten bringen Punkte, wenn andere sie nützlich finden.',
  'standing.byReputation': 'durch dein Ansehen',
  'standing.byAbility': 'durch gute Arbeit',
  'standing.byRole': 'durch deine Rolle',
  'standing.free': 'für alle',
  'standing.atRisk': 'Ruht ab dem {date}, wenn dein Ansehen bis dahin nicht wieder {n} erreicht.',
  'standing.atRiskQuality': 'Ruht ab dem {date}, wenn die Qualität bis dahin nicht wieder stimmt.',
  'standing.restsSoon':
    'Ruht in spätestens einer Stunde: Du liegst weit unter dem, was es braucht. Es kommt automatisch zurück, sobald es wieder reicht.',
  'standing.nextOne': {
    one: 'Als Nächstes: {what}, ab {needed} Punkten. Dir fehlt noch {n}.',
    other: 'Als Nächstes: {what}, ab {needed} Punkten. Dir fehlen noch {n}.',
  },
  'standing.nothingNext': 'Du hast alles freigeschaltet, was Ansehen freischalten kann.',
  'standing.of': '{have} von {needed} Punkten',
  'standing.abilities': 'Qualität deiner Arbeit',
  'standing.abilitiesHint':
    'Auch gute Arbeit schaltet etwas frei, egal wie wenige Punkte du hast. Es zählt der Anteil dessen, was dir gelungen ist. Damit nicht gleich das Erste entscheidet, fangen alle mit zwei guten und zwei schlechten an, also mit 50 %: (gut + 2) / (gut + schlecht + 4). Gezählt wird mehrmals am Tag, und nur du und die Moderation sehen es.',
  'standing.POSTS': 'Fragen und Antworten',
  'standing.POSTS.hint':
    'Gut: Stimmen dafür, angenommen, offiziell. Schlecht: Stimmen dagegen oder von der Moderation gelöscht.',
  'standing.EDITS': 'Bearbeitungen fremder Beiträge',
  'standing.EDITS.hint': 'Gut: gelten noch. Schlecht: Jemand hat den alten Text wiederhergestellt.',
  'standing.FLAGS': 'Meldungen',
  'standing.FLAGS.hint': 'Gut: Die Moderation ist ihnen gefolgt. Schlecht: Sie hat sie abgelehnt.',
  'standing.shareOfNothing': 'Bisher wurde nichts gezählt, du stehst also bei {share}.',
  'standing.share': 'Dein Anteil ist {share}: {good} gut, {bad} schlecht.',
  'standing.barAhead': {
    one: '„{what}“ wird bei {bar} freigeschaltet: Dafür fehlt dir noch {n} gute, wenn nichts Schlechtes dazukommt.',
    other:
      '„{what}“ wird bei {bar} freigeschaltet: Dafür fehlen dir noch {n} gute, wenn nichts Schlechtes dazukommt.',
  },
  'standing.barNotNeeded': '„{what}“ wird bei {bar} freigeschaltet, und du hast es schon.',
  'standing.barKept': 'Damit ist „{what}“ für dich freigeschaltet, wofür es {bar} braucht.',
  'standing.barReached':
    'Das reicht für „{what}“, wofür es {bar} braucht. In wenigen Stunden ist es freigeschaltet.',
  'standing.barLost': {
    one: 'Das reicht nicht mehr für „{what}“, wofür es {bar} braucht: Mit {n} guten mehr behältst du es.',
    other: 'Das reicht nicht mehr für „{what}“, wofür es {bar} braucht: Mit {n} guten mehr behältst du es.',
  },
  'standing.isOpen': 'freigeschaltet',
  'standing.votes': 'Stimmen, die du heute noch hast',
  'standing.votesUp': 'Dafür',
  'standing.votesDown': 'Dagegen',
  'standing.left': '{left} von {all}',
  'standing.votesHint':
    'Bei Beiträgen derselben Person: höchstens {up} dafür und {down} dagegen. Ein neuer Tag beginnt am {when}.',
};
