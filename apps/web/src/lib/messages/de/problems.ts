import type { problems as english } from '../en/problems.ts';
import type { Translation } from '../types.ts';

export const problems: Translation<typeof english> = {
  'problem.missing': 'Bitte füll das noch aus.',
  'problem.missingText': 'Bitte füll das noch aus: {min} bis {max} Zeichen.',
  'problem.missingEmail': 'Bitte gib deine E-Mail-Adresse an.',
  'problem.length': 'Hier braucht es {min} bis {max} Zeichen; es sind {count}.',
  'problem.login': 'Der Name oder das Passwort ist falsch.',
  'problem.currentPassword': 'Das ist nicht dein bisheriges Passwort.',
  'problem.password':
    'Ein Passwort braucht 8 bis 200 Zeichen und darf keines sein, das alle zuerst versuchen.',
  'problem.username':
    'Diesen Namen gibt es schon, oder er geht nicht: 2 bis 30 Buchstaben a bis z, Ziffern, - und _.',
  'problem.email': 'Diese Adresse geht nicht, oder sie hat schon ein Konto.',
  'problem.tags': 'Gib ein bis fünf Schlagwörter an, aus Buchstaben, Ziffern und - . + #.',
  'problem.tagUnknown':
    'Das Schlagwort „{tag}“ hat noch niemand benutzt, und neue anzulegen steht dir noch nicht offen. Ähnlich sind: {near}.',
  'problem.tagUnknownAlone':
    'Das Schlagwort „{tag}“ hat noch niemand benutzt, und neue anzulegen steht dir noch nicht offen. Bitte nimm eines, das es schon gibt.',
  'problem.token': 'Dieser Link wurde schon benutzt oder ist zu alt.',
  'problem.range': 'Hier geht {least} bis {most}.',
  'problem.wholeRange': 'Hier geht eine ganze Zahl, {least} bis {most}.',
  'problem.reason': 'Bitte sag, warum: mit höchstens 300 Zeichen.',
  'problem.somebodyElse': 'Dafür braucht es jemand anderen: Du bist selbst beteiligt.',
  'problem.higherRole': 'Das geht nur bei Menschen mit einer niedrigeren Rolle als deiner.',
  'problem.ownWork': 'Das ist Sache von jemand anderem als dem, der es geschrieben hat.',
  'problem.conflict': 'Jemand war schneller, und inzwischen hat sich etwas geändert.',
  'problem.loggedOut':
    'Du bist nicht mehr angemeldet. Was du geschrieben hast, ist noch da: Melde dich an und schick es noch einmal ab.',
  'problem.notFound': 'Das gibt es nicht mehr. Vielleicht wurde es inzwischen gelöscht.',
  'problem.votesOfDay': {
    one: 'Du hast die eine Stimme dieser Art für heute abgegeben. Weiter geht es am {when}.',
    other: 'Du hast alle {n} Stimmen dieser Art für heute abgegeben. Weiter geht es am {when}.',
  },
  'problem.votesForAuthor': {
    one: 'Du hast heute einmal so über Texte dieser Person abgestimmt, mehr geht am Tag nicht. Weiter geht es am {when}.',
    other:
      'Du hast heute {n}-mal so über Texte dieser Person abgestimmt, mehr geht am Tag nicht. Weiter geht es am {when}.',
  },
};
