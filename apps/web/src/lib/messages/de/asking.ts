import type { asking as english } from '../en/asking.ts';
import type { Translation } from '../types.ts';

export const asking: Translation<typeof english> = {
  'draft.keep': 'Als Entwurf speichern',
  'draft.discard': 'Entwurf verwerfen',
  'draft.kept': 'Entwurf gespeichert.',
  'draft.failed': 'Der Entwurf konnte nicht gespeichert werden.',
  'draft.from': 'Dein Entwurf, gespeichert {when}',

  'suggest.whole': 'Alles zeigen',
  'suggest.heading': 'Vielleicht schon beantwortet',
  'suggest.faq': 'Die FAQ hat vielleicht deine Antwort',
  'suggest.placeHint': 'Hier erscheinen vorhandene Antworten, die dir vielleicht helfen.',
  'suggest.count': { one: '{n} Vorschlag', other: '{n} Vorschläge' },
  'suggest.newTab': '(öffnet einen neuen Tab)',
  'suggest.none': 'Nichts Ähnliches gefunden. Stell gern deine Frage.',

  'solved.say': 'Das löst mein Problem',
  'solved.of': 'Das löst mein Problem: {title}',
  'solved.thanks': 'Das freut uns. Du musst die Frage nicht mehr stellen.',

  'ask.intro': 'Schreib, was du tun willst, was stattdessen geschieht und was du versucht hast.',
  'ask.titleField': 'Deine Frage in einem Satz',
  'ask.titleHint': '15 bis 150 Zeichen. Sei genau, damit andere mit demselben Problem es wiedererkennen.',
  'ask.body': 'Die Einzelheiten',
  'ask.bodyHint': 'Modell, Version, genaue Fehlermeldungen: alles, was man braucht, um dir zu helfen.',
  'ask.tags': 'Schlagwörter',
  'ask.tagsHint': 'Ein bis fünf Wörter, die sagen, worum es geht, durch Leerzeichen getrennt.',
  'ask.tagsPopular': 'Oft benutzt:',
  'ask.language': 'Sprache deiner Frage',
  'ask.languageHint': 'Damit sie Leute erreicht, die sie verstehen.',
  'ask.check': 'Weiter: nach ähnlichen Fragen sehen',
  'ask.lookAgain': 'Noch einmal nach ähnlichen Fragen sehen',
  'ask.post': 'Frage stellen',
  'ask.tipsHeading': 'So bekommst du eine gute Antwort',
  'ask.tip.search': 'Sieh dir die Vorschläge zu deinem Titel an: Vielleicht ist die Antwort schon da.',
  'ask.tip.one': 'Eine Frage auf einmal. Zwei Probleme sind zwei Fragen.',
  'ask.tip.exact': 'Sei genau: Kopiere Fehlermeldungen, statt sie zu beschreiben.',
  'ask.tip.private': 'Alle können es lesen. Lass Bestellnummern, Adressen und Passwörter weg.',
  'ask.tip.accept': 'Wenn eine Antwort dein Problem löst, sag es: Das hilft den Nächsten.',
};
