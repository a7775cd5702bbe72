import type { rules as english } from '../en/rules.ts';
import type { Translation } from '../types.ts';

export const rules: Translation<typeof english> = {
  'desk.search': 'Suchwörter',

  'rules.title': 'Was die Suche wissen soll',
  'rules.intro':
    'Kunden sagen nicht immer dieselben Wörter wie eure Produkte. Was hier steht, gilt binnen Sekunden für alle, die suchen.',
  'rules.locale': 'Regeln für',
  'rules.everyLanguage': 'Alle Sprachen',
  'rules.choose': 'Zeigen',
  'rules.saved': 'Version {number} gilt jetzt.',
  'rules.theirs': 'Was inzwischen jemand anders gespeichert hat',
  'rules.conflict':
    'Von dir ist nichts verloren: Es steht unten im Formular. Übernimm, was du hiervon brauchst, und speichere dann.',
  'rules.synonyms': 'Gleichbedeutende Wörter',
  'rules.synonymsHint':
    'Je eine Zeile: „Zelt, Unterstand, Tarp“ bedeuten dasselbe. „tent => Zelt“: Wer nach dem ersten sucht, findet auch das zweite.',
  'rules.stopWords': 'Übergangene Wörter',
  'rules.stopWordsHint': 'Wörter, die hier nichts sagen, etwa der Name eurer Firma.',
  'rules.pinned': 'Zuerst gezeigt',
  'rules.pinnedHint':
    'Je eine Zeile: „nasses Zelt => /faq/zelt-trocknen“. Bis zu fünf Adressen von Artikeln oder Fragen, durch Kommas getrennt.',
  'rules.boosts': 'Angehoben und gesenkt',
  'rules.boostsHint':
    'Je eine Zeile: „tag:zelt 2“ hebt an, „product:alter-kocher 0,5“ senkt; auch kind:article und kind:question. Von 0,1 bis 5.',
  'rules.problem': 'Das ließ sich nicht verstehen; Zeile: {lines}',
  'rules.noSubject': 'Unter dieser Adresse steht nichts: {places}',
  'rules.none': 'keine',
  'rules.query': 'Ausprobieren',
  'rules.queryHint': 'Wörter, nach denen jemand suchen könnte. Gespeichert wird dabei nichts.',
  'rules.preview': 'Treffer vergleichen',
  'rules.comparison': 'Treffer für „{query}“ vorher und nachher',
  'rules.before': 'So ist es',
  'rules.after': 'Mit dem, was oben steht',
  'rules.new': 'neu',
  'rules.gone': 'weg',
  'rules.nothing': 'Nichts gefunden.',
  'rules.noChange': 'Die ersten zehn Treffer bleiben, wie sie sind.',
  'rules.reason': 'Was hast du geändert, und warum? (freiwillig)',
  'rules.save': 'Für alle speichern',
  'rules.saveOver': 'Meine Regeln über ihre speichern',
  'rules.versions': 'Versionen',
  'rules.version': 'Version {number}',
  'rules.inForce': 'gilt',
  'rules.show': 'Regeln zeigen',
  'rules.restore': 'Wiederherstellen',
  'rules.restoreVersion': 'Version {number} wiederherstellen',
  'rules.older': 'Ältere Versionen',

  'health.title': 'Wie es um die Suche steht',
  'health.answering': 'Suchen beantwortet {engine}.',
  'health.fellBack': 'Die übliche Suchmaschine hat versagt und wird einige Sekunden in Ruhe gelassen.',
  'health.index': 'Index',
  'health.state': 'Zustand',
  'health.ready': 'bereit',
  'health.notReady': 'nicht bereit',
  'health.documents': 'Artikel und Fragen',
  'health.waiting': 'Noch fehlende Änderungen',
  'health.lag': { one: 'seit {n} Sekunde', other: 'seit {n} Sekunden' },
  'health.setAside': { one: '{n} ließ sich nicht aufnehmen', other: '{n} ließen sich nicht aufnehmen' },
  'health.swept': 'Zuletzt verglichen',
};
