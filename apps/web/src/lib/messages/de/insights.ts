import type { insights as english } from '../en/insights.ts';
import type { Translation } from '../types.ts';

export const insights: Translation<typeof english> = {
  'desk.gaps': 'Lücken',
  'desk.deflection': 'Ersparte Fragen',

  'gaps.title': 'Was vergeblich gesucht wird',
  'gaps.intro':
    'Suchen ohne Treffer oder ohne Klick, Vorschläge, die nicht halfen, und Fragen, die sich wiederholen: zusammengefasst, wo sie ihre wesentlichen Wörter teilen. Stündlich gezählt.',
  'gaps.states': 'Lücken nach Stand',
  'gaps.state.open': 'Zu tun',
  'gaps.state.done': 'Beantwortet',
  'gaps.state.dismissed': 'Verworfen',
  'gaps.none': 'Hier sind keine Lücken',
  'gaps.noneHint': 'Eine Lücke erscheint, sobald bei zwei Besuchen dasselbe vergeblich gesucht wurde.',
  'gaps.more': 'Weitere Lücken',
  'gaps.share': 'Suchen mit diesen Wörtern:',
  'gaps.needs': { one: '{n}-mal vergeblich', other: '{n}-mal vergeblich' },
  'gaps.withoutResults': { one: '{n} Suche ohne Treffer', other: '{n} Suchen ohne Treffer' },
  'gaps.withoutClick': { one: '{n} Suche, nichts geöffnet', other: '{n} Suchen, nichts geöffnet' },
  'gaps.failedSuggestions': {
    one: 'trotz Vorschlägen gefragt: {n}-mal',
    other: 'trotz Vorschlägen gefragt: {n}-mal',
  },
  'gaps.repeated': { one: '{n} Frage', other: '{n} Fragen, die sich wiederholen' },
  'gaps.trend': 'Letzte zwei Wochen: {recent}. Die zwei davor: {before}.',
  'gaps.examples': { one: 'Der Wortlaut', other: 'Die {n} häufigsten Wortlaute' },
  'gaps.times': { one: '{n}-mal', other: '{n}-mal' },
  'gaps.search': 'Ansehen, was gefunden wird',
  'gaps.takenBy': 'Übernommen von {name}',
  'gaps.take': 'Ich übernehme das',
  'gaps.takeOver': 'An mich nehmen',
  'gaps.giveBack': 'Zurückgeben',
  'gaps.reopen': 'Wieder öffnen',
  'gaps.work': 'Diese Lücke schließen',
  'gaps.article': 'Artikel, der sie beantwortet',
  'gaps.articleHint':
    'Seine Adresse, etwa /faq/entkalken. Von da an zeigt der Artikel, welche Fragen er erspart hat.',
  'gaps.articleUnknown': 'Unter dieser Adresse gibt es keinen Artikel.',
  'gaps.resolve': 'Dieser Artikel beantwortet sie',
  'gaps.reason': 'Oder: warum es nichts zu schreiben gibt',
  'gaps.dismiss': 'Verwerfen',
  'gaps.answeredBy': 'Beantwortet von',
  'gaps.deflected':
    'Seit {since}: bei {opened} Suchen nach einer Lösung geöffnet, {solved} davon hat er gelöst; {asked} haben trotzdem gefragt.',
  'gaps.deflectedNothing': 'Noch hat ihn niemand geöffnet, der etwas suchte.',

  'deflection.title': 'Fragen, die nicht gestellt wurden',
  'deflection.intro':
    'Wer eine Frage schreibt, sieht, was es schon gibt – außer bei einem kleinen Teil der Besuche, den der Zufall bestimmt. Hätten Vorschläge keine Wirkung, würden beide Gruppen gleich oft fragen. {from} bis {to}, eine halbe Stunde im Rückstand.',
  'deflection.period': 'Zeitraum',
  'deflection.days': 'Letzte {n} Tage',
  'deflection.NOT_ENOUGH_DATA': 'Zu wenig Daten für eine Zahl',
  'deflection.NO_DIFFERENCE_SHOWN': 'Keine Wirkung belegt',
  'deflection.FEWER_ASKED': 'Mit Vorschlägen fragen weniger',
  'deflection.MORE_ASKED': 'Mit Vorschlägen fragen mehr',
  'deflection.tooFew':
    'Ein Vergleich braucht {least} Personen in jeder Gruppe. Es sind {shown} mit und {withheld} ohne Vorschläge.',
  'deflection.noHoldout':
    'Zurzeit gibt es keine Besuche ohne Vorschläge, also nichts, womit sich vergleichen ließe.',
  'deflection.rate': 'derer, die zu fragen begannen, fragten wegen der Vorschläge nicht',
  'deflection.difference': 'um so viel kleiner ist mit Vorschlägen der Anteil derer, die fragen',
  'deflection.interval': '{confidence}-Konfidenzintervall: {low} bis {high}',
  'deflection.holdsZero':
    'Das Intervall enthält die Null: Diese Zahlen belegen nicht, dass Vorschläge ändern, wie viele fragen.',
  'deflection.avoided': 'Das sind etwa {n} Fragen, die nicht gestellt wurden ({low} bis {high}).',
  'deflection.groups': 'Die beiden Gruppen',
  'deflection.chart': 'Anteil derer, die fragten, mit 95-%-Intervall',
  'deflection.group': 'Gruppe',
  'deflection.with': 'Mit Vorschlägen',
  'deflection.without': 'Ohne (Zufall)',
  'deflection.people': 'Personen',
  'deflection.asked': 'Gefragt',
  'deflection.notAsked': 'Nicht gefragt',
  'deflection.solved': 'Sagten: gelöst',
  'deflection.share': 'Anteil, der fragte',
  'deflection.shareInterval': '95-%-Intervall',
  'deflection.how': 'Wie das berechnet wird',
  'deflection.formula':
    'Ersparte Fragen = Anteil derer, die ohne Vorschläge fragen − Anteil derer, die mit Vorschlägen fragen.',
  'deflection.method':
    'Das Intervall jedes Anteils ist das von Wilson (1927); das der Differenz entsteht aus beiden nach Newcombes Methode 10 (Statistics in Medicine, 1998). Von hundert solchen Intervallen enthalten etwa fünfundneunzig den wahren Wert.',
  'deflection.counted':
    'Gezählt wird, wer zu schreiben begann, als es Vorschläge gab, einmal je Besuch; gefragt hat, wer die Frage dabei abschickte. Wer einfach geht, gilt nicht als geholfen. Das Team zählt nicht mit, und niemand, dessen Browser darum bittet, nicht beobachtet zu werden.',
  'deflection.activity': 'Was gesucht wurde',
  'deflection.intents': 'Suchen nach einer Lösung',
  'deflection.searches': 'Suchanfragen',
  'deflection.withoutResults': 'Suchanfragen ohne Treffer',
  'deflection.withoutClick': 'Suchanfragen, bei denen nichts geöffnet wurde',
  'deflection.opened': 'Geöffnete Fragen und Artikel',
  'deflection.settings': 'Was aufgezeichnet wird',
  'deflection.settingsIntro':
    'Schritte einer Suche nach einer Lösung, mit einer Zufallszahl für den Besuch; kein Konto und keine Adresse.',
  'deflection.holdout': 'Besuche ohne Vorschläge, in Prozent',
  'deflection.holdoutHint':
    '0 bis 50. Je mehr, desto eher lässt sich die Wirkung erkennen; bei 0 lässt sie sich gar nicht erkennen.',
  'deflection.retention': 'Tage, die einzelne Schritte aufbewahrt werden',
  'deflection.retentionHint': '30 bis 730. Danach bleiben nur die Summen jedes Tages.',
  'deflection.save': 'Speichern',
  'deflection.saved': 'Gespeichert.',
};
