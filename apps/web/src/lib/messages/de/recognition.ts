import type { recognition as english } from '../en/recognition.ts';
import type { Translation } from '../types.ts';

export const recognition: Translation<typeof english> = {
  'badges.title': 'Abzeichen',
  'badges.intro':
    'Es gibt sie von selbst, binnen Minuten, für das, was jemand hier tut. Sie öffnen nichts; sie sagen danke. Gelöschtes, ungültige Stimmen und was jemand über die eigenen Texte sagt, zählen nicht.',
  'badges.tiers': 'Wie schwer sie zu bekommen sind',
  'badges.all': 'Alle',
  'badges.tier.BRONZE': 'Bronze',
  'badges.tier.SILVER': 'Silber',
  'badges.tier.GOLD': 'Gold',
  'badges.awards': { one: '{n} Mal vergeben', other: '{n} Mal vergeben' },
  'badges.held': 'Du hast es',
  'badges.forEach': 'Für jede Frage oder Antwort, die es erreicht.',
  'badges.forEachTag': 'Einmal für jedes Schlagwort.',
  'badges.forTag': 'Für das Schlagwort',
  'badges.retired': 'Wird nicht mehr vergeben; wer es hat, behält es.',
  'badges.asked': 'Was es braucht: {what}, mindestens {n}',
  'badges.askedPosts': 'Was es braucht: {what}, mindestens {n}, in {posts} oder mehr Beiträgen',
  'badges.holders': 'Wer es hat',
  'badges.nobody': 'Noch hat es niemand.',
  'badges.moreHolders': 'Weitere Leute',
  'badges.for': 'für',
  'badges.more': 'Weitere Abzeichen',
  'badges.none': 'Keine Abzeichen dieser Art',

  'profile.everyBadge': 'Alle, und wofür',
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
    'Ränge öffnen nichts und kosten nichts. Sie sagen, wie weit du gekommen bist, auf die Minute genau.',

  'spotlight.title': 'Im Rampenlicht',
  'spotlight.solved': {
    one: 'Hat im letzten Monat {n} Frage von jemand anderem gelöst.',
    other: 'Hat im letzten Monat {n} Fragen anderer gelöst.',
  },
  'spotlight.topics': 'Vor allem zu',
  'spotlight.setting': 'Die erste Seite stellt Leute vor, die helfen, jeden Tag jemand anderen.',
  'spotlight.willing': 'Ich darf dort vorgestellt werden',
  'spotlight.saved': 'Deine Wahl ist gespeichert.',
};
