import type { recognition as english } from '../en/recognition.ts';
import type { Translation } from '../types.ts';

export const recognition: Translation<typeof english> = {
  'badges.title': 'Abzeichen',
  'badges.intro':
    'Abzeichen gibt es automatisch, binnen Minuten, für das, was jemand hier tut. Sie schalten nichts frei; sie sagen danke. Gelöschtes, ungültige Stimmen und Urteile über eigene Beiträge zählen nicht.',
  'badges.tiers': 'Stufe',
  'badges.all': 'Alle',
  'badges.tier.BRONZE': 'Bronze',
  'badges.tier.SILVER': 'Silber',
  'badges.tier.GOLD': 'Gold',
  'badges.awards': { one: '{n} Mal vergeben', other: '{n} Mal vergeben' },
  'badges.held': 'Du hast es',
  'badges.forEach': 'Für jede Frage oder Antwort, die es erreicht.',
  'badges.forEachTag': 'Einmal pro Schlagwort.',
  'badges.forTag': 'Für das Schlagwort',
  'badges.retired': 'Wird nicht mehr vergeben; wer es hat, behält es.',
  'badges.asked': 'Bedingung: {what}, mindestens {n}',
  'badges.askedPosts': 'Bedingung: {what}, mindestens {n}, in {posts} oder mehr Beiträgen',
  'badges.holders': 'Wer es hat',
  'badges.nobody': 'Noch hat es niemand.',
  'badges.moreHolders': 'Weitere Leute',
  'badges.for': 'für',
  'badges.more': 'Weitere Abzeichen',
  'badges.none': 'Keine Abzeichen dieser Art',

  'profile.everyBadge': 'Alle Abzeichen, und wofür',
  'profile.noBadges': 'Noch keine Abzeichen.',
  'profile.moreBadges': 'Ältere Abzeichen',
  'profile.allBadges': 'Alle Abzeichen, die es gibt',
  'profile.broughtAlong': 'Von früher mitgebracht',
  'profile.topics': 'Kennt sich aus mit',
  'profile.topicPlace': 'Platz {n}',
  'profile.languages': 'Antwortet auf',
  'profile.articlesMade': 'FAQ-Artikel aus den Antworten',

  'rank.yours': 'Dein Rang: {name}',
  'rank.next': 'Als Nächstes: {name}',
  'rank.reputation': 'Ansehen',
  'rank.solutions': 'Gelöste Fragen und offizielle Antworten',
  'rank.articles': 'FAQ-Artikel aus deinen Antworten',
  'rank.of': '{have} von {needed}',
  'rank.highest': 'Einen höheren Rang gibt es nicht.',
  'rank.hint':
    'Ränge schalten nichts frei und kosten nichts. Sie zeigen, wie weit du gekommen bist, auf die Minute genau.',

  'spotlight.title': 'Im Rampenlicht',
  'spotlight.solved': {
    one: 'Hat im letzten Monat {n} Frage für andere gelöst.',
    other: 'Hat im letzten Monat {n} Fragen für andere gelöst.',
  },
  'spotlight.topics': 'Vor allem zu',
  'spotlight.setting': 'Die Startseite stellt Mitglieder vor, die helfen, jeden Tag ein anderes.',
  'spotlight.willing': 'Ihr dürft mich dort vorstellen',
  'spotlight.saved': 'Deine Wahl ist gespeichert.',
};
