import type { curation as english } from '../en/curation.ts';
import type { Translation } from '../types.ts';

export const curation: Translation<typeof english> = {
  'desk.label': 'Schreibtisch der Redaktion',
  'desk.candidates': 'Vorschläge',
  'desk.drafts': 'Entwürfe',

  'articleEdit.title': 'Artikel bearbeiten',
  'articleEdit.version': 'Fassung {number}',
  'articleEdit.titleField': 'Titel',
  'articleEdit.titleHint': 'Die Worte, mit denen danach gesucht wird.',
  'articleEdit.body': 'Text',
  'articleEdit.bodyHint': 'Erst die Lösung, dann warum. Wer was gesagt hat, gehört nicht hinein.',
  'articleEdit.save': 'Fassung speichern',
  'articleEdit.saveOver': 'Meinen Text darüber speichern',
  'articleEdit.saveAndPublish': 'Speichern und veröffentlichen',
  'articleEdit.saved': 'Gespeichert. Leser sehen es, sobald es veröffentlicht ist.',
  'articleEdit.theirs': 'Was jemand anders inzwischen gespeichert hat',
  'articleEdit.conflict':
    'Von dir ist nichts verloren: Dein Text steht unten im Formular. Übernimm von hier, was du brauchst, und speichere dann.',

  'candidates.intro':
    'Angenommene und offizielle Antworten, die Artikel werden könnten, die nützlichsten zuerst.',
  'candidates.more': 'Weitere Vorschläge',
  'candidates.none': 'Keine Vorschläge',
  'candidates.noneHint': 'Alles, was angenommen oder offiziell ist, steht schon in der FAQ.',
  'candidates.priority': 'Rang',
  'candidates.priorityHint': 'Rang: die Summe der Punkte neben jedem Grund',
  'candidates.read': 'Antwort lesen',
  'candidates.title': 'Titel des Artikels',
  'candidates.VIEWS': { one: '{n} Aufruf', other: '{n} Aufrufe' },
  'candidates.VOTES': { one: '{n} Stimme', other: '{n} Stimmen' },
  'candidates.OFFICIAL': { one: 'offiziell', other: 'offiziell' },
  'candidates.ACCEPTED': { one: 'angenommen', other: 'angenommen' },
  'candidates.DUPLICATES': { one: 'noch {n}-mal gefragt', other: 'noch {n}-mal gefragt' },
  'candidates.CHANGED': { one: 'seitdem {n}-mal bearbeitet', other: 'seitdem {n}-mal bearbeitet' },
};
