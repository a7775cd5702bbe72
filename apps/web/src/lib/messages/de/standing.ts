import type { standing as english } from '../en/standing.ts';
import type { Translation } from '../types.ts';

export const standing: Translation<typeof english> = {
  'standing.title': 'Dein Ansehen',
  'standing.whole': 'Alles über dein Ansehen',
  'standing.points': { one: 'Du hast {n} Punkt Ansehen.', other: 'Du hast {n} Punkte Ansehen.' },
  'standing.made': 'Daraus bestehen sie. Was zurückgenommen wurde, ist schon abgezogen.',
  'standing.entries': { one: '{n} Eintrag', other: '{n} Einträge' },
  'standing.sum': 'Zusammen',
  'standing.none': 'Noch nichts. Gute Fragen und Antworten bringen Punkte, wenn andere sie nützlich finden.',
  'standing.byReputation': 'durch dein Ansehen',
  'standing.byAbility': 'weil du es gut machst',
  'standing.byRole': 'durch deine Rolle',
  'standing.free': 'für alle',
  'standing.atRisk': 'Ruht ab dem {date}, wenn dein Ansehen bis dahin nicht wieder {n} erreicht.',
  'standing.atRiskQuality': 'Ruht ab dem {date}, wenn die Qualität bis dahin nicht wieder stimmt.',
  'standing.nextOne': {
    one: 'Als Nächstes: {what}, ab {needed} Punkten. Dir fehlt noch {n}.',
    other: 'Als Nächstes: {what}, ab {needed} Punkten. Dir fehlen noch {n}.',
  },
  'standing.nothingNext': 'Dir steht alles offen, was Ansehen öffnen kann.',
  'standing.of': '{have} von {needed} Punkten',
  'standing.abilities': 'Wie gut du es machst',
  'standing.abilitiesHint':
    'Auch Qualität öffnet Türen, egal wie viele Punkte du hast: (gut + 2) / (gut + schlecht + 4), mehrmals am Tag gezählt. Nur du und die Moderation sehen das.',
  'standing.POSTS': 'Fragen und Antworten',
  'standing.POSTS.hint':
    'Gut: Stimmen dafür, angenommen, offiziell. Schlecht: Stimmen dagegen oder von der Moderation gelöscht.',
  'standing.EDITS': 'Verbesserungen an Texten anderer',
  'standing.EDITS.hint': 'Gut, solange sie stehen. Schlecht: Jemand hat den alten Text zurückgeholt.',
  'standing.FLAGS': 'Meldungen',
  'standing.FLAGS.hint': 'Gut: Die Moderation ist ihnen gefolgt. Schlecht: Sie hat sie abgelehnt.',
  'standing.counts': '{good} gut, {bad} nicht: eine Qualität von {quality}. „{what}“ öffnet sich bei {bar}.',
  'standing.isOpen': 'offen',
  'standing.votes': 'Stimmen, die du heute noch hast',
  'standing.votesUp': 'Dafür',
  'standing.votesDown': 'Dagegen',
  'standing.left': '{left} von {all}',
  'standing.votesHint':
    'Höchstens {up} dafür und {down} dagegen bei Texten ein und derselben Person. Ein neuer Tag beginnt am {when}.',
};
