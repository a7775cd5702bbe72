import type { rulebook as english } from '../en/rulebook.ts';
import type { Translation } from '../types.ts';

export const rulebook: Translation<typeof english> = {
  'rulebook.title': 'So funktioniert das Ansehen',
  'rulebook.intro':
    'Das Ansehen zeigt, wie nützlich andere deine Beiträge fanden. Das sind die Regeln: für alle gleich und alle öffentlich.',
  'rulebook.since': 'Fassung {version}, gilt seit dem {date}.',
  'rulebook.old': 'Diese Regeln sind überholt: Fassung {version} vom {date}.',
  'rulebook.toCurrent': 'Aktuelle Regeln',
  'rulebook.toChanges': 'Letzte Änderungen',
  'rulebook.own': { one: 'Du hast {n} Punkt.', other: 'Du hast {n} Punkte.' },

  'rulebook.points': 'Was Punkte bringt und was sie kostet',
  'rulebook.what': 'Was geschieht',
  'rulebook.pointsColumn': 'Punkte',
  'rulebook.ANSWER_UPVOTED': 'Jemand stimmt für deine Antwort',
  'rulebook.QUESTION_UPVOTED': 'Jemand stimmt für deine Frage',
  'rulebook.ANSWER_ACCEPTED': 'Deine Antwort wird angenommen',
  'rulebook.ANSWER_ALSO_SOLVED': 'Deine Antwort hat auch geholfen',
  'rulebook.ANSWER_MADE_OFFICIAL': 'Deine Antwort wird offiziell',
  'rulebook.ANSWER_PROMOTED': 'Deine Antwort wird ein FAQ-Artikel',
  'rulebook.ACCEPTED_AN_ANSWER': 'Du nimmst eine fremde Antwort an',
  'rulebook.ANSWER_DOWNVOTED': 'Jemand stimmt gegen deine Antwort',
  'rulebook.QUESTION_DOWNVOTED': 'Jemand stimmt gegen deine Frage',
  'rulebook.VOTED_ANSWER_DOWN': 'Du stimmst gegen eine fremde Antwort',
  'rulebook.cap': {
    one: 'Stimmen bringen am Tag (UTC) höchstens {n} Punkt. Alles andere kommt dazu.',
    other: 'Stimmen bringen am Tag (UTC) höchstens {n} Punkte. Alles andere kommt dazu.',
  },
  'rulebook.takenBack':
    'Wird etwas zurückgenommen, fallen auch die Punkte weg: eine Stimme wird zurückgezogen, eine Auszeichnung geht an eine andere Antwort, ein Beitrag wird gelöscht. Jeder Punkt steht mit seinem Grund im Verlauf deines Profils.',

  'rulebook.opens': 'Was Ansehen freischaltet',
  'rulebook.privilege': 'Was du darfst',
  'rulebook.from': 'Ab',
  'rulebook.forAll': 'sobald du angemeldet bist',
  'rulebook.nPoints': { one: '{n} Punkt', other: '{n} Punkten' },
  'rulebook.enough': 'genug Punkte',
  'rulebook.byRole': 'Mit deiner Rolle darfst du das alles schon.',
  'rulebook.kept': {
    one: 'Fällst du unter eine Schwelle, behältst du {n} Tag lang, was sie freigeschaltet hat, und wirst gewarnt. Unter {share} der Schwelle verlierst du es binnen einer Stunde.',
    other:
      'Fällst du unter eine Schwelle, behältst du {n} Tage lang, was sie freigeschaltet hat, und wirst gewarnt. Unter {share} der Schwelle verlierst du es binnen einer Stunde.',
  },
  'rulebook.notKept':
    'Fällst du unter eine Schwelle, verlierst du binnen einer Stunde, was sie freigeschaltet hat.',

  'rulebook.good': 'Was gute Arbeit ohne die Punkte freischaltet',
  'rulebook.goodHow':
    'Es zählt der Anteil dessen, was dir gelungen ist. Damit nicht gleich das Erste entscheidet, fangen alle mit zwei guten und zwei schlechten an, also mit 50 %: (gut + 2) / (gut + schlecht + 4).',
  'rulebook.goodOpens': {
    one: '„{what}“ wird bei {bar} freigeschaltet: {n} gute und nichts Schlechtes genügen.',
    other: '„{what}“ wird bei {bar} freigeschaltet: {n} gute und nichts Schlechtes genügen.',
  },

  'rulebook.ranks': 'Ränge',
  'rulebook.ranksHint':
    'Ränge schalten nichts frei und kosten nichts: Sie zeigen, wie weit jemand gekommen ist.',
  'rulebook.rank': 'Rang',
  'rulebook.solutions': 'Lösungen',
  'rulebook.articles': 'FAQ-Artikel',
  'rulebook.yourRank': 'dein Rang',

  'rulebook.votes': 'Stimmen pro Tag',
  'rulebook.votesUp': '{n} dafür, davon höchstens {most} bei Beiträgen derselben Person.',
  'rulebook.votesDown': '{n} dagegen, davon höchstens {most} bei Beiträgen derselben Person.',
  'rulebook.votesDay': 'Ein Tag beginnt um Mitternacht UTC.',

  'rulebook.bounties': 'Prämien',
  'rulebook.bountyOffer':
    'Ab {from} Punkten kannst du {least} bis {most} davon für eine Antwort auf eine beliebige Frage aussetzen. Sie werden sofort abgezogen, und wer sie gewinnt, bekommt sie zusätzlich zur Tagesgrenze.',
  'rulebook.bountyTime': 'Sie endet nach {open}; innerhalb von {grace} kannst du sie dann noch vergeben.',
  'rulebook.bountyTimeOnly': 'Sie endet nach {open}; bis dahin kannst du sie vergeben.',
  'rulebook.bountyRule':
    'Sonst bekommt sie die inzwischen angenommene Antwort oder die bestbewertete aus dieser Zeit, mit einem Stand von mindestens {score}. Gibt es keine, kommen die Punkte zurück.',
  'rulebook.days': { one: '{n} Tag', other: '{n} Tagen' },
  'rulebook.bountiesOpen': 'Offene Prämien',

  'rulebook.solved': 'Antworten annehmen',
  'rulebook.alsoSolved': {
    one: 'Wer gefragt hat, kann neben der angenommenen noch {n} andere Antwort als hilfreich auszeichnen.',
    other:
      'Wer gefragt hat, kann neben der angenommenen noch {n} andere Antworten als hilfreich auszeichnen.',
  },
  'rulebook.reminder':
    'Ist nach {reminded} nichts angenommen, wird die fragende Person einmal erinnert. Nach {accepted} darf die Moderation für sie annehmen; das steht im Protokoll.',

  'rulebook.ratings': 'Bewertungen der Helfenden',
  'rulebook.ratingsHow':
    'Ein Durchschnitt wird ab {n} Bewertungen gezeigt. Er beginnt, als hätten {weight} Personen {mean} Sterne gegeben, damit nicht die ersten entscheiden.',
  'rulebook.ratingsPlain': 'Ein Durchschnitt wird ab {n} Bewertungen gezeigt.',
  'rulebook.expertise': 'Wer am meisten hilft',
  'rulebook.expertiseHow': 'Nach {days} zählt ein Beitrag halb, damit die Listen zeigen, wer jetzt hilft.',
  'rulebook.toHelpers': 'Zu den Listen',
  'rulebook.toSuperusers': 'Wie man Superuser wird',

  'rulebook.changes': 'Was sich geändert hat',
  'rulebook.changesHint':
    'Eine Änderung gilt für alles, was danach geschieht. Was vorher verdient wurde, bleibt, wenn der Verlauf nichts anderes sagt.',
  'rulebook.whole': 'Alle Regeln der Fassung {version}',
  'rulebook.older': 'Ältere Fassungen',
  'rulebook.newest': 'Neueste Fassungen',

  'standingRules.ranks': 'Ränge',
  'standingRules.noChanges': 'Das ändert nichts.',
  'standingRules.change': 'von {before} auf {after}',
  'standingRules.version': 'Fassung {version}',
  'standingRules.first': 'Die ersten Regeln',
  'standingRules.rule.points.QUESTION_UPVOTED':
    'Das bekommt, wer eine Frage gestellt hat, für jede Stimme dafür.',
  'standingRules.rule.points.QUESTION_DOWNVOTED':
    'Das verliert, wer eine Frage gestellt hat, durch jede Stimme dagegen.',
  'standingRules.rule.points.ANSWER_UPVOTED': 'Das bekommt, wer geantwortet hat, für jede Stimme dafür.',
  'standingRules.rule.points.ANSWER_DOWNVOTED':
    'Das verliert, wer geantwortet hat, durch jede Stimme dagegen.',
  'standingRules.rule.points.VOTED_ANSWER_DOWN':
    'Das kostet eine Stimme gegen eine Antwort, damit niemand leichtfertig abstimmt.',
  'standingRules.rule.points.ANSWER_ACCEPTED':
    'Das bekommt, wer geantwortet hat, wenn die Antwort angenommen wird.',
  'standingRules.rule.points.ACCEPTED_AN_ANSWER':
    'Das bekommt, wer gefragt hat, für das Annehmen einer fremden Antwort.',
  'standingRules.rule.points.ANSWER_ALSO_SOLVED':
    'Das bekommt, wer geantwortet hat, wenn die Antwort auch geholfen hat.',
  'standingRules.rule.points.ANSWER_MADE_OFFICIAL':
    'Das bekommt, wer geantwortet hat, wenn die Antwort offiziell wird.',
  'standingRules.rule.points.ANSWER_PROMOTED':
    'Das bekommt, wer geantwortet hat, wenn daraus ein veröffentlichter Artikel wird.',
  'standingRules.rule.dailyCap':
    'So viel bringen Stimmen einer Person pro Tag (UTC) höchstens. Nichts anderes zählt dazu.',
  'standingRules.rule.privileges.ASK': 'Nötiges Ansehen, um zu fragen; 0 heißt: alle, die angemeldet sind.',
  'standingRules.rule.privileges.ANSWER': 'Nötiges Ansehen, um zu antworten.',
  'standingRules.rule.privileges.COMMENT': 'Nötiges Ansehen, um zu kommentieren.',
  'standingRules.rule.privileges.VOTE_UP': 'Nötiges Ansehen, um für Beiträge zu stimmen.',
  'standingRules.rule.privileges.OFFER_BOUNTY': 'Nötiges Ansehen, um Prämien auszusetzen.',
  'standingRules.rule.privileges.VOTE_DOWN': 'Nötiges Ansehen, um gegen Beiträge zu stimmen.',
  'standingRules.rule.privileges.NOMINATE_SUPERUSER': 'Nötiges Ansehen, um Superuser vorzuschlagen.',
  'standingRules.rule.privileges.CREATE_TAG': 'Nötiges Ansehen, um Schlagwörter anzulegen.',
  'standingRules.rule.privileges.EDIT_OTHERS_POSTS': 'Nötiges Ansehen, um fremde Beiträge zu bearbeiten.',
  'standingRules.rule.hysteresis.share':
    'Unter diesem Anteil der Schwelle ruht ein Recht sofort; darüber gilt die Schonfrist.',
  'standingRules.rule.hysteresis.graceDays':
    'Schonfrist: So lange darf man unter einer Schwelle bleiben, bevor das Recht ruht.',
  'standingRules.rule.abilities.POSTS':
    'Nötige Qualität der eigenen Beiträge, um ohne die Punkte gegen Beiträge zu stimmen.',
  'standingRules.rule.abilities.EDITS':
    'Nötige Qualität der eigenen Bearbeitungen, um ohne die Punkte fremde Beiträge zu bearbeiten.',
  'standingRules.rule.abilities.FLAGS':
    'Nötige Qualität der eigenen Meldungen, damit sie zuerst angesehen werden.',
  'standingRules.rule.votes.upPerDay': 'So viele Stimmen für Beiträge hat eine Person pro Tag (UTC).',
  'standingRules.rule.votes.downPerDay': 'So viele Stimmen gegen Beiträge hat eine Person pro Tag (UTC).',
  'standingRules.rule.votes.upPerAuthor': 'So viele davon für Beiträge derselben Person.',
  'standingRules.rule.votes.downPerAuthor': 'So viele davon gegen Beiträge derselben Person.',
  'standingRules.rule.solutions.alsoSolvedMost':
    'So viele Antworten können neben der angenommenen als hilfreich ausgezeichnet werden.',
  'standingRules.rule.solutions.reminderAfterDays':
    'Nach so langer Zeit ohne angenommene Antwort wird einmal daran erinnert.',
  'standingRules.rule.solutions.onBehalfAfterDays':
    'Nach so langem Schweigen darf die Moderation für die fragende Person annehmen.',
  'standingRules.rule.bounty.least': 'Die kleinste Prämie.',
  'standingRules.rule.bounty.most': 'Die größte Prämie.',
  'standingRules.rule.bounty.days': 'So lange ist eine Prämie offen.',
  'standingRules.rule.bounty.graceDays':
    'So lange kann sie nach dem Ende noch vergeben werden, bevor die Regel entscheidet.',
  'standingRules.rule.bounty.leastScore':
    'Diesen Stand braucht eine Antwort, um die Prämie durch die Regel zu bekommen.',
  'standingRules.rule.ratings.priorMean':
    'Mit so vielen Sternen beginnt der Durchschnitt, bevor viele bewertet haben.',
  'standingRules.rule.ratings.priorWeight': 'Als so viele Bewertungen zählt dieser Anfang.',
  'standingRules.rule.ratings.leastCount': 'Ab so vielen Bewertungen wird ein Durchschnitt gezeigt.',
  'standingRules.rule.expertise.halfLifeDays': 'Nach so langer Zeit zählt ein Beitrag halb.',
  'standingRules.rule.superusers.reputation': 'So viel Ansehen haben Superuser mindestens.',
  'standingRules.rule.superusers.windowDays': 'Über so viele Tage wird das Folgende gezählt.',
  'standingRules.rule.superusers.activeDays': 'An mindestens so vielen davon waren sie aktiv.',
  'standingRules.rule.superusers.solutions':
    'Mindestens so viele ihrer Antworten haben in dieser Zeit eine Frage gelöst.',
  'standingRules.rule.superusers.askers':
    'Mindestens so viele verschiedene Personen hatten diese Fragen gestellt.',
  'standingRules.rule.superusers.quality': 'So gut sind ihre Beiträge mindestens.',
  'standingRules.rule.superusers.stayShare':
    'Diesen Anteil von jedem davon braucht man, um Superuser zu bleiben.',
  'standingRules.rule.superusers.graceDays': 'So lange darf man auch darunter bleiben.',
  'standingRules.rule.superusers.invitationDays': 'So lange ist eine Einladung offen.',
  'standingRules.rule.superusers.termMonths': 'So lange dauert eine Amtszeit, bevor sie verlängert wird.',
};
