import type { standing as english } from '../en/standing.ts';
import type { Translation } from '../types.ts';

export const standing: Translation<typeof english> = {
  'standing.title': 'Dein Ansehen',
  'standing.whole': 'Alles über dein Ansehen',
  'standing.rules': 'So funktioniert das Ansehen: alle Regeln',
  'standing.points': { one: 'Du hast {n} Punkt Ansehen.', other: 'Du hast {n} Punkte Ansehen.' },
  'standing.made': 'So ist es zusammengekommen. Was zurückgenommen wurde, ist schon abgezogen.',
  'standing.entries': { one: '{n} Eintrag', other: '{n} Einträge' },
  'standing.sum': 'Zusammen',
  'standing.none': 'Noch nichts. Gute Fragen und Antworten bringen Punkte, wenn andere sie nützlich finden.',
  'standing.byReputation': 'durch dein Ansehen',
  'standing.byAbility': 'weil du es gut machst',
  'standing.byRole': 'durch deine Rolle',
  'standing.free': 'für alle',
  'standing.atRisk': 'Ruht ab dem {date}, wenn dein Ansehen bis dahin nicht wieder {n} erreicht.',
  'standing.atRiskQuality': 'Ruht ab dem {date}, wenn die Qualität bis dahin nicht wieder stimmt.',
  'standing.restsSoon':
    'Ruht in spätestens einer Stunde: Du liegst weit unter dem, was es braucht. Es kommt von selbst zurück, sobald es wieder reicht.',
  'standing.nextOne': {
    one: 'Als Nächstes: {what}, ab {needed} Punkten. Dir fehlt noch {n}.',
    other: 'Als Nächstes: {what}, ab {needed} Punkten. Dir fehlen noch {n}.',
  },
  'standing.nothingNext': 'Dir steht alles offen, was Ansehen öffnen kann.',
  'standing.of': '{have} von {needed} Punkten',
  'standing.abilities': 'Wie gut du es machst',
  'standing.abilitiesHint':
    'Auch gute Arbeit öffnet Türen, egal wie wenige Punkte du hast. Es zählt der Anteil von dem, was dir gelungen ist. Damit nicht gleich das Erste entscheidet, fangen alle mit zwei guten und zwei schlechten an, also mit 50 %: (gut + 2) / (gut + schlecht + 4). Gezählt wird mehrmals am Tag, und nur du und die Moderation sehen es.',
  'standing.POSTS': 'Fragen und Antworten',
  'standing.POSTS.hint':
    'Gut: Stimmen dafür, angenommen, offiziell. Schlecht: Stimmen dagegen oder von der Moderation gelöscht.',
  'standing.EDITS': 'Verbesserungen an Texten anderer',
  'standing.EDITS.hint': 'Gut, solange sie stehen. Schlecht: Jemand hat den alten Text zurückgeholt.',
  'standing.FLAGS': 'Meldungen',
  'standing.FLAGS.hint': 'Gut: Die Moderation ist ihnen gefolgt. Schlecht: Sie hat sie abgelehnt.',
  'standing.shareOfNothing': 'Von dir wurde noch nichts gezählt, du stehst also bei {share}.',
  'standing.share': 'Dein Anteil ist {share}: {good} gut, {bad} schlecht.',
  'standing.barAhead': {
    one: '„{what}“ öffnet sich bei {bar}: Dafür fehlt dir noch {n} gute, wenn nichts Schlechtes dazukommt.',
    other:
      '„{what}“ öffnet sich bei {bar}: Dafür fehlen dir noch {n} gute, wenn nichts Schlechtes dazukommt.',
  },
  'standing.barNotNeeded': '„{what}“ öffnet sich bei {bar} und steht dir schon offen.',
  'standing.barKept': 'Damit steht dir „{what}“ offen, wofür es {bar} braucht.',
  'standing.barReached':
    'Das reicht für „{what}“, wofür es {bar} braucht. Es öffnet sich in wenigen Stunden.',
  'standing.barLost': {
    one: 'Das reicht nicht mehr für „{what}“, wofür es {bar} braucht: Mit {n} guten mehr bleibt es offen.',
    other: 'Das reicht nicht mehr für „{what}“, wofür es {bar} braucht: Mit {n} guten mehr bleibt es offen.',
  },
  'standing.isOpen': 'offen',
  'standing.votes': 'Stimmen, die du heute noch hast',
  'standing.votesUp': 'Dafür',
  'standing.votesDown': 'Dagegen',
  'standing.left': '{left} von {all}',
  'standing.votesHint':
    'Höchstens {up} dafür und {down} dagegen bei Texten ein und derselben Person. Ein neuer Tag beginnt am {when}.',
};
