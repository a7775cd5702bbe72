import type { answering as english } from '../en/answering.ts';
import type { Translation } from '../types.ts';

/** Antworten, bearbeiten und was Fragende und Moderierende mit Antworten tun. */
export const answering: Translation<typeof english> = {
  'answer.yours': 'Deine Antwort',
  'answer.field': 'Was hilft?',
  'answer.hint': 'Schreib, was zu tun ist und warum es hilft. Wenn du unsicher bist, sag es dazu.',
  'answer.post': 'Antworten',
  'answer.unaccept': 'Annahme zurücknehmen',
  'answer.markAlsoSolved': 'Das half auch',
  'answer.unmarkAlsoSolved': 'Half doch nicht',
  'answer.acceptOnBehalf': 'Im Namen der fragenden Person annehmen',
  'answer.unacceptOnBehalf': 'Annahme im Namen der fragenden Person zurücknehmen',
  'answer.onBehalfHint': 'Wer gefragt hat, kann das jederzeit ändern. Dein Grund wird protokolliert.',
  'answer.onBehalfProblem': 'Bitte sag mit höchstens 300 Zeichen, warum.',
  'answer.onBehalfReason': 'Warum?',
  'answer.supersedeHint':
    'Sie behält Stimmen und Kennzeichen, rückt aber unter die Antworten, die noch gelten.',
  'answer.supersedeBy': 'Welche Antwort?',
  'answer.supersedeReason': 'Warum? (freiwillig, für alle sichtbar)',
  'answer.notSuperseded': 'Ersetzung aufheben',
  'answer.setOfficial': 'Als offiziell kennzeichnen',
  'answer.unsetOfficial': 'Offizielles Kennzeichen entfernen',
  'answer.promote': 'FAQ-Artikel daraus machen',
  'edit.question': 'Frage bearbeiten',
  'edit.answer': 'Antwort bearbeiten',
  'edit.answerTo': 'Antwort auf',
  'edit.reason': 'Was hast du geändert, und warum? (freiwillig)',
  'edit.reasonHint': 'Steht dann neben dieser Fassung.',

  'revisions.title': 'Fassungen',
  'revisions.number': 'Fassung {number}',
  'revisions.older': 'Ältere Fassungen',
  'revisions.changes': 'Was sich geändert hat',
  'revisions.skipped': { one: '{n} Zeile unverändert', other: '{n} Zeilen unverändert' },
  'revisions.added': 'Hinzugefügt',
  'revisions.removed': 'Entfernt',
};
