import type { rulebook as english } from '../en/rulebook.ts';
import type { Translation } from '../types.ts';

export const rulebook: Translation<typeof english> = {
  'rulebook.title': 'So funktioniert das Ansehen',
  'rulebook.intro':
    'Das Ansehen sagt, wie nützlich andere fanden, was du hier getan hast. Das sind die Regeln: für alle gleich, und nichts daran ist geheim.',
  'rulebook.since': 'Fassung {version}, gilt seit dem {date}.',
  'rulebook.old': 'Das sind Regeln von früher: Fassung {version} vom {date}.',
  'rulebook.toCurrent': 'Die Regeln, die gelten',
  'rulebook.toChanges': 'Was sich zuletzt geändert hat',
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
  'rulebook.ACCEPTED_AN_ANSWER': 'Du nimmst eine Antwort an, die dir jemand gegeben hat',
  'rulebook.ANSWER_DOWNVOTED': 'Jemand stimmt gegen deine Antwort',
  'rulebook.QUESTION_DOWNVOTED': 'Jemand stimmt gegen deine Frage',
  'rulebook.VOTED_ANSWER_DOWN': 'Du stimmst gegen eine fremde Antwort',
  'rulebook.cap': {
    one: 'Stimmen bringen am Tag (UTC) höchstens {n} Punkt. Alles andere kommt dazu.',
    other: 'Stimmen bringen am Tag (UTC) höchstens {n} Punkte. Alles andere kommt dazu.',
  },
  'rulebook.takenBack':
    'Was zurückgenommen wird, nimmt seine Punkte mit: eine zurückgezogene Stimme, eine Auszeichnung, die an eine andere Antwort geht, ein gelöschter Beitrag. Jeder Punkt steht mit seinem Grund im Verlauf eines Profils.',

  'rulebook.opens': 'Was Ansehen öffnet',
  'rulebook.privilege': 'Was du darfst',
  'rulebook.from': 'Ab',
  'rulebook.forAll': 'sobald du angemeldet bist',
  'rulebook.nPoints': { one: '{n} Punkt', other: '{n} Punkten' },
  'rulebook.enough': 'genug Punkte',
  'rulebook.byRole': 'Deine Rolle öffnet dir alles davon.',
  'rulebook.kept': {
    one: 'Wer unter eine Schwelle fällt, behält {n} Tag lang, was sie geöffnet hat, und wird gewarnt. Unter {share} der Schwelle schließt es sich binnen einer Stunde.',
    other:
      'Wer unter eine Schwelle fällt, behält {n} Tage lang, was sie geöffnet hat, und wird gewarnt. Unter {share} der Schwelle schließt es sich binnen einer Stunde.',
  },
  'rulebook.notKept': 'Wer unter eine Schwelle fällt, verliert binnen einer Stunde, was sie geöffnet hat.',

  'rulebook.good': 'Was gute Arbeit ohne die Punkte öffnet',
  'rulebook.goodHow':
    'Es zählt der Anteil von dem, was jemandem gelungen ist. Damit nicht gleich das Erste entscheidet, fangen alle mit zwei guten und zwei schlechten an, also mit 50 %: (gut + 2) / (gut + schlecht + 4).',
  'rulebook.goodOpens': {
    one: '„{what}“ öffnet sich bei {bar}. Mit {n} guten und nichts Schlechtem ist es so weit.',
    other: '„{what}“ öffnet sich bei {bar}. Mit {n} guten und nichts Schlechtem ist es so weit.',
  },

  'rulebook.ranks': 'Ränge',
  'rulebook.ranksHint': 'Ränge öffnen nichts und kosten nichts: Sie sagen, wie weit jemand gekommen ist.',
  'rulebook.rank': 'Rang',
  'rulebook.solutions': 'Lösungen',
  'rulebook.articles': 'FAQ-Artikel',
  'rulebook.yourRank': 'dein Rang',

  'rulebook.votes': 'Stimmen am Tag',
  'rulebook.votesUp':
    '{n} dafür, davon höchstens {most} für das, was ein und dieselbe Person geschrieben hat.',
  'rulebook.votesDown':
    '{n} dagegen, davon höchstens {most} gegen das, was ein und dieselbe Person geschrieben hat.',
  'rulebook.votesDay': 'Ein Tag beginnt um Mitternacht UTC.',

  'rulebook.bounties': 'Prämien',
  'rulebook.bountyOffer':
    'Ab {from} Punkten kannst du {least} bis {most} davon für eine Antwort auf irgendeine Frage aussetzen. Sie sind sofort weg von deinem Ansehen, und wer sie gewinnt, bekommt sie zur Tagesgrenze dazu.',
  'rulebook.bountyTime': 'Sie endet nach {open}; innerhalb von {grace} kannst du sie dann noch vergeben.',
  'rulebook.bountyTimeOnly': 'Sie endet nach {open}; bis dahin kannst du sie vergeben.',
  'rulebook.bountyRule':
    'Sonst bekommt sie die Antwort, die inzwischen angenommen wurde, oder die bestbewertete aus dieser Zeit, ab einem Stand von {score}. Gibt es keine, kommen die Punkte zurück.',
  'rulebook.days': { one: '{n} Tag', other: '{n} Tagen' },
  'rulebook.bountiesOpen': 'Offene Prämien',

  'rulebook.solved': 'Annehmen',
  'rulebook.alsoSolved': {
    one: 'Wer gefragt hat, kann neben der angenommenen noch {n} andere Antwort als hilfreich auszeichnen.',
    other:
      'Wer gefragt hat, kann neben der angenommenen noch {n} andere Antworten als hilfreich auszeichnen.',
  },
  'rulebook.reminder':
    'Ist nach {reminded} nichts angenommen, wird einmal daran erinnert. Nach {accepted} darf die Moderation anstelle der fragenden Person annehmen, was im Protokoll steht.',

  'rulebook.ratings': 'Bewertungen der Helfenden',
  'rulebook.ratingsHow':
    'Ein Durchschnitt wird ab {n} Bewertungen gezeigt. Er beginnt, als hätten {weight} Personen {mean} Sterne gegeben, damit nicht die ersten entscheiden.',
  'rulebook.ratingsPlain': 'Ein Durchschnitt wird ab {n} Bewertungen gezeigt.',
  'rulebook.expertise': 'Wer am meisten hilft',
  'rulebook.expertiseHow':
    'Was jemand gelöst hat, zählt nach {days} halb: Die Listen sagen, wer jetzt hilft.',
  'rulebook.toHelpers': 'Zu den Listen',
  'rulebook.toSuperusers': 'Was es braucht, um Superuser zu werden',

  'rulebook.changes': 'Was sich geändert hat',
  'rulebook.changesHint':
    'Eine Änderung gilt ab der nächsten Tat. Was vorher verdient wurde, bleibt, wenn der Verlauf nichts anderes sagt.',
  'rulebook.whole': 'Die ganze Fassung {version}',
  'rulebook.older': 'Ältere Fassungen',
  'rulebook.newest': 'Neueste Fassungen',

  'standingRules.ranks': 'Ränge',
  'standingRules.noChanges': 'Das ändert nichts.',
  'standingRules.change': 'von {before} auf {after}',
  'standingRules.version': 'Fassung {version}',
  'standingRules.first': 'Die Regeln des Anfangs',
  'standingRules.rule.points.QUESTION_UPVOTED':
    'Das bekommt, wer eine Frage gestellt hat, für jede Stimme dafür.',
  'standingRules.rule.points.QUESTION_DOWNVOTED':
    'Das verliert, wer eine Frage gestellt hat, durch jede Stimme dagegen.',
  'standingRules.rule.points.ANSWER_UPVOTED': 'Das bekommt, wer geantwortet hat, für jede Stimme dafür.',
  'standingRules.rule.points.ANSWER_DOWNVOTED':
    'Das verliert, wer geantwortet hat, durch jede Stimme dagegen.',
  'standingRules.rule.points.VOTED_ANSWER_DOWN':
    'Das kostet eine Stimme gegen eine Antwort, damit sie ernst gemeint ist.',
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
    'Stimmen bringen einer Person an einem Tag (UTC) höchstens so viel. Nichts anderes zählt dazu.',
  'standingRules.rule.privileges.ASK':
    'Ab diesem Ansehen stellt man Fragen; 0 heißt: alle, die angemeldet sind.',
  'standingRules.rule.privileges.ANSWER': 'Ab diesem Ansehen antwortet man.',
  'standingRules.rule.privileges.COMMENT': 'Ab diesem Ansehen kommentiert man.',
  'standingRules.rule.privileges.VOTE_UP': 'Ab diesem Ansehen stimmt man für Beiträge.',
  'standingRules.rule.privileges.OFFER_BOUNTY': 'Ab diesem Ansehen setzt man Prämien aus.',
  'standingRules.rule.privileges.VOTE_DOWN': 'Ab diesem Ansehen stimmt man gegen Beiträge.',
  'standingRules.rule.privileges.NOMINATE_SUPERUSER':
    'Ab diesem Ansehen schlägt man andere als Superuser vor.',
  'standingRules.rule.privileges.CREATE_TAG':
    'Ab diesem Ansehen benutzt man Schlagwörter, die noch niemand benutzt hat.',
  'standingRules.rule.privileges.EDIT_OTHERS_POSTS':
    'Ab diesem Ansehen verbessert man, was andere geschrieben haben.',
  'standingRules.rule.hysteresis.share':
    'Unter diesem Anteil der Schwelle ruht ein Recht sofort; darüber gilt die Schonfrist.',
  'standingRules.rule.hysteresis.graceDays':
    'So lange darf man unter einer Schwelle bleiben, bevor das Recht ruht.',
  'standingRules.rule.abilities.POSTS':
    'Ab dieser Güte der eigenen Beiträge stimmt man auch ohne die Punkte gegen Beiträge.',
  'standingRules.rule.abilities.EDITS':
    'Ab dieser Güte der eigenen Verbesserungen verbessert man auch ohne die Punkte fremde Beiträge.',
  'standingRules.rule.abilities.FLAGS': 'Ab dieser Güte der eigenen Meldungen werden sie zuerst angesehen.',
  'standingRules.rule.votes.upPerDay':
    'So viele Stimmen für Beiträge hat eine Person an einem Tag (UTC) höchstens.',
  'standingRules.rule.votes.downPerDay':
    'So viele Stimmen gegen Beiträge hat eine Person an einem Tag (UTC) höchstens.',
  'standingRules.rule.votes.upPerAuthor':
    'So viele Stimmen für Beiträge derselben Person an einem Tag (UTC), höchstens.',
  'standingRules.rule.votes.downPerAuthor':
    'So viele Stimmen gegen Beiträge derselben Person an einem Tag (UTC), höchstens.',
  'standingRules.rule.solutions.alsoSolvedMost':
    'So viele Antworten können neben der angenommenen als auch hilfreich gelten.',
  'standingRules.rule.solutions.reminderAfterDays':
    'Nach so langer Zeit ohne angenommene Antwort wird einmal daran erinnert.',
  'standingRules.rule.solutions.onBehalfAfterDays':
    'Nach so langem Schweigen darf die Moderation anstelle der fragenden Person annehmen.',
  'standingRules.rule.bounty.least': 'Die kleinste Prämie.',
  'standingRules.rule.bounty.most': 'Die größte Prämie.',
  'standingRules.rule.bounty.days': 'So lange ist eine Prämie offen.',
  'standingRules.rule.bounty.graceDays':
    'So lange kann sie nach dem Ende noch vergeben werden, bevor die Regel entscheidet.',
  'standingRules.rule.bounty.leastScore': 'Ab diesem Stand bekommt eine Antwort die Prämie durch die Regel.',
  'standingRules.rule.ratings.priorMean':
    'Mit so vielen Sternen beginnt der Durchschnitt, bevor viele bewertet haben.',
  'standingRules.rule.ratings.priorWeight': 'Für so viele Bewertungen zählt dieser Anfang.',
  'standingRules.rule.ratings.leastCount': 'Ab so vielen Bewertungen wird ein Durchschnitt gezeigt.',
  'standingRules.rule.expertise.halfLifeDays': 'Nach so langer Zeit zählt ein Beitrag halb.',
  'standingRules.rule.superusers.reputation': 'So viel Ansehen haben Superuser mindestens.',
  'standingRules.rule.superusers.windowDays': 'Über so viele Tage wird das Folgende gezählt.',
  'standingRules.rule.superusers.activeDays': 'An so vielen davon waren sie aktiv.',
  'standingRules.rule.superusers.solutions':
    'So viele ihrer Antworten haben in dieser Zeit eine Frage gelöst.',
  'standingRules.rule.superusers.askers': 'So viele verschiedene Personen hatten diese Fragen gestellt.',
  'standingRules.rule.superusers.quality': 'So gut sind ihre Beiträge mindestens.',
  'standingRules.rule.superusers.stayShare': 'Wer es ist, bleibt es mit diesem Anteil von jedem davon.',
  'standingRules.rule.superusers.graceDays': 'So lange darf man auch darunter bleiben.',
  'standingRules.rule.superusers.invitationDays': 'So lange wartet eine Einladung auf Antwort.',
  'standingRules.rule.superusers.termMonths': 'So lange dauert eine Amtszeit, bevor sie verlängert wird.',
};
