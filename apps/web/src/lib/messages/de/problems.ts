import type { problems as english } from '../en/problems.ts';
import type { Translation } from '../types.ts';

export const problems: Translation<typeof english> = {
  'problem.missing': 'Bitte füll das noch aus.',
  'problem.missingText': 'Bitte füll das noch aus: {min} bis {max} Zeichen.',
  'problem.missingEmail': 'Bitte gib deine E-Mail-Adresse ein.',
  'problem.length': 'Bitte {min} bis {max} Zeichen; es sind {count}.',
  'problem.login': 'Der Name oder das Passwort ist falsch.',
  'problem.currentPassword': 'Das ist nicht dein aktuelles Passwort.',
  'problem.password': 'Bitte nimm 8 bis 200 Zeichen und keines der häufigsten Passwörter.',
  'problem.username':
    'Dieser Name ist vergeben oder nicht erlaubt: 2 bis 30 Buchstaben a bis z, Ziffern, - und _.',
  'problem.email': 'Diese Adresse ist ungültig oder hat schon ein Konto.',
  'problem.tags': 'Nimm ein bis fünf Schlagwörter aus Buchstaben, Ziffern und - . + #.',
  'problem.tagUnknown':
    'Das Schlagwort „{tag}“ gibt es noch nicht, und du kannst noch keine neuen anlegen. Ähnlich sind: {near}.',
  'problem.tagUnknownAlone':
    'Das Schlagwort „{tag}“ gibt es noch nicht, und du kannst noch keine neuen anlegen. Bitte nimm eines, das es schon gibt.',
  'problem.token': 'Dieser Link wurde schon benutzt oder ist abgelaufen.',
  'problem.range': 'Gib einen Wert von {least} bis {most} ein.',
  'problem.wholeRange': 'Gib eine ganze Zahl von {least} bis {most} ein.',
  'problem.reason': 'Bitte sag, warum: mit höchstens 300 Zeichen.',
  'problem.somebodyElse': 'Das muss jemand anders tun, denn du bist selbst beteiligt.',
  'problem.higherRole': 'Das kannst du nur bei Leuten, deren Rolle unter deiner liegt.',
  'problem.ownWork': 'Das muss jemand anders als der Verfasser tun.',
  'problem.conflict': 'Jemand anders hat das inzwischen geändert.',
  'problem.loggedOut':
    'Du bist nicht mehr angemeldet. Was du geschrieben hast, ist noch da: Melde dich an und schick es noch einmal ab.',
  'problem.notFound': 'Das gibt es nicht mehr. Vielleicht wurde es gelöscht.',
  'problem.votesOfDay': {
    one: 'Du hast deine eine Stimme dieser Art für heute abgegeben. Weiter geht es am {when}.',
    other: 'Du hast alle {n} Stimmen dieser Art für heute abgegeben. Weiter geht es am {when}.',
  },
  'problem.votesForAuthor': {
    one: 'Du hast heute einmal so über Beiträge dieser Person abgestimmt, mehr geht am Tag nicht. Weiter geht es am {when}.',
    other:
      'Du hast heute {n}-mal so über Beiträge dieser Person abgestimmt, mehr geht am Tag nicht. Weiter geht es am {when}.',
  },
};
