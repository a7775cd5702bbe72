import type { profiles as english } from '../en/profiles.ts';
import type { Translation } from '../types.ts';

/** Profile, was jemand darf und woher die Punkte kommen. */
export const profiles: Translation<typeof english> = {
  'people.intro': 'Zuerst die, deren Hilfe am meisten geschätzt wurde.',
  'people.accepted': { one: '{n} angenommen', other: '{n} angenommen' },
  'people.since': 'dabei seit {date}',
  'people.more': 'Weitere Leute',

  'rating.average': {
    one: 'Als Helfer mit {average} von 5 bewertet; {n} Bewertung, gezählt zusammen mit {weight} zu {mean} Sternen',
    other:
      'Als Helfer mit {average} von 5 bewertet; {n} Bewertungen, gezählt zusammen mit {weight} zu {mean} Sternen',
  },
  'rating.tooFew': {
    one: '{n} Bewertung als Helfer, zu wenige für einen Durchschnitt',
    other: '{n} Bewertungen als Helfer, zu wenige für einen Durchschnitt',
  },

  'profile.parts': 'Teile des Profils',
  'profile.overview': 'Überblick',
  'profile.answers': 'Antworten',
  'profile.answerCount': { one: 'Antwort', other: 'Antworten' },
  'profile.acceptedAnswers': { one: 'Angenommene Antwort', other: 'Angenommene Antworten' },
  'profile.articles': { one: 'FAQ-Artikel aus ihren Antworten', other: 'FAQ-Artikel aus ihren Antworten' },
  'profile.ownArticles': { one: 'FAQ-Artikel', other: 'FAQ-Artikel' },
  'profile.reputation': 'Ansehen',
  'profile.latestReputation': 'Zuletzt beim Ansehen',
  'profile.wholeLedger': 'Alle Einträge',
  'profile.noAnswers': 'Noch keine Antworten.',
  'profile.noQuestions': 'Noch keine Fragen.',
  'profile.noReputation': 'Noch nichts.',
  'profile.olderAnswers': 'Ältere Antworten',
  'profile.notRated': 'Noch nicht als Helfer bewertet',
  'profile.edit': 'Profil bearbeiten',
  'profile.standing': 'Stellung',

  'privileges.yours': 'Was du darfst',
  'privileges.theirs': 'Was diese Person darf',
  'privileges.next': 'Was als Nächstes kommt',
  'privileges.missing': { one: 'noch {n} Punkt', other: 'noch {n} Punkte' },

  'ledger.intro':
    'Das Ansehen ist die Summe dieser Einträge. Keiner wird je geändert oder entfernt: Was falsch war, nimmt ein neuer Eintrag zurück.',
  'ledger.points': 'Punkte',
  'ledger.reason': 'Wofür',
  'ledger.when': 'Wann',
  'ledger.older': 'Ältere Einträge',
  'ledger.hidden': 'Für etwas, das nicht mehr gezeigt wird',
  'ledger.reverses': 'nimmt zurück:',
  'ledger.isReversed': 'zurückgenommen',
  'ledger.QUESTION_UPVOTED': 'Stimme für eine Frage',
  'ledger.QUESTION_DOWNVOTED': 'Stimme gegen eine Frage',
  'ledger.ANSWER_UPVOTED': 'Stimme für eine Antwort',
  'ledger.ANSWER_DOWNVOTED': 'Stimme gegen eine Antwort',
  'ledger.ANSWER_ACCEPTED': 'Antwort angenommen',
  'ledger.ACCEPTED_AN_ANSWER': 'Eine Antwort angenommen',
  'ledger.ANSWER_ALSO_SOLVED': 'Antwort half auch',
  'ledger.ANSWER_MADE_OFFICIAL': 'Antwort wurde offiziell',
  'ledger.ANSWER_PROMOTED': 'Antwort wurde FAQ-Artikel',
  'ledger.BOUNTY_OFFERED': 'Prämie ausgesetzt',
  'ledger.BOUNTY_WON': 'Prämie gewonnen',
  'ledger.SANCTIONED': 'Maßnahme',
  'ledger.REVERSAL': 'Rücknahme',
};
