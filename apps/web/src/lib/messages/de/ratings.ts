import type { ratings as english } from '../en/ratings.ts';
import type { Translation } from '../types.ts';

export const ratings: Translation<typeof english> = {
  'rating.rate': '{name} als Helfer bewerten',
  'rating.yours': { one: 'Du hast {n} Stern gegeben', other: 'Du hast {n} Sterne gegeben' },
  'rating.ask': 'Wie war die Hilfe von {name}?',
  'rating.askHint': 'Die Sterne genügen. {name} erfährt nicht, von wem die Bewertung ist.',
  'rating.dismiss': 'Nein, danke',
  'rating.question': 'Wie war der Umgang mit dieser Person?',
  'rating.stars': { one: '{n} Stern', other: '{n} Sterne' },
  'rating.more': 'Mehr dazu sagen',
  'rating.solved': 'Hat es dein Problem gelöst?',
  'rating.clear': 'War es leicht zu verstehen?',
  'rating.courteous': 'War der Umgang höflich?',
  'rating.yes': 'Ja',
  'rating.no': 'Nein',
  'rating.unsaid': 'Keine Angabe',
  'rating.comment': 'Eine private Bemerkung (freiwillig)',
  'rating.commentHint':
    'Der Helfer liest sie einige Tage später, zusammen mit denen anderer und ohne deinen Namen. Was nur du wissen kannst, kann dich verraten. Moderatoren können sehen, von wem sie ist.',
  'rating.starsProblem': 'Bitte gib 1 bis 5 Sterne.',
  'rating.commentProblem': 'Eine Bemerkung darf höchstens 500 Zeichen haben.',
  'rating.save': 'Bewertung speichern',
  'rating.void':
    'Moderatoren haben deine Bewertung für ungültig erklärt: Sie zählt nicht und lässt sich nicht ändern.',

  'profile.ratings': 'Bewertungen',
  'ratings.prior': {
    one: 'Gerechnet, als gäbe es {n} weitere Bewertung mit {mean} Sternen, damit wenige Bewertungen den Durchschnitt nicht verzerren.',
    other:
      'Gerechnet, als gäbe es {n} weitere Bewertungen mit {mean} Sternen, damit wenige Bewertungen den Durchschnitt nicht verzerren.',
  },
  'ratings.of': { one: 'von 5 Sternen, aus {n} Bewertung', other: 'von 5 Sternen, aus {n} Bewertungen' },
  'ratings.none': 'Noch niemand hat {name} als Helfer bewertet',
  'ratings.noneHint': 'Wer gefragt hat, kann bewerten, wer geantwortet hat.',
  'ratings.settledAt': {
    one: 'Ein Durchschnitt wird ab {n} Bewertung gezeigt.',
    other: 'Ein Durchschnitt wird ab {n} Bewertungen gezeigt.',
  },
  'ratings.marks': 'Was Fragende sagten',
  'ratings.mark.SOLVED': 'Hat das Problem gelöst',
  'ratings.mark.CLEAR': 'Leicht zu verstehen',
  'ratings.mark.COURTEOUS': 'Höflich',
  'ratings.share': {
    one: '{percent} von {n}, die sich dazu äußerten',
    other: '{percent} von {n}, die sich dazu äußerten',
  },
  'ratings.topics': 'Nach Thema',
  'ratings.daily': 'Wird einmal am Tag aktualisiert.',
  'ratings.remarks': 'Bemerkungen an dich',
  'ratings.remarksHint':
    'Nur du kannst sie lesen. Sie kommen einige Tage später, mehrere auf einmal und ungeordnet, sodass offen bleibt, wer welche geschrieben hat.',
  'ratings.noRemarks': 'Noch keine Bemerkungen. Sie erscheinen, sobald mehrere dich bewertet haben.',
  'ratings.moreRemarks': 'Weitere Bemerkungen',
};
