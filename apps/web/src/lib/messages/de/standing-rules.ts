import type { standingRules as english } from '../en/standing-rules.ts';
import type { Translation } from '../types.ts';

export const standingRules: Translation<typeof english> = {
  'admin.rules': 'Regeln',
  'standingRules.title': 'Regeln des Ansehens',
  'standingRules.intro':
    'Was Helfen wert ist und was es öffnet. Eine Änderung gilt ab der nächsten Tat; was verdient ist, bleibt, wie es war.',
  'standingRules.inForce': 'Fassung {version} gilt.',
  'standingRules.saved': 'Gespeichert: Fassung {version} gilt.',
  'standingRules.isPreset': 'Das sind die Regeln „{preset}“.',
  'standingRules.isOwn': 'Diese Regeln weichen von den Vorlagen ab.',
  'standingRules.presets': 'Beginnen mit Regeln für',
  'standingRules.preset.NEW': 'eine neue Gemeinschaft',
  'standingRules.preset.GROWING': 'eine wachsende Gemeinschaft',
  'standingRules.preset.ESTABLISHED': 'eine gewachsene Gemeinschaft',
  'standingRules.fillIn': 'Einsetzen',
  'standingRules.filledIn': 'Im Formular stehen die Regeln für {preset}. Gespeichert ist noch nichts.',
  'standingRules.section.POINTS': 'Was Helfen wert ist',
  'standingRules.section.PRIVILEGES': 'Was Ansehen öffnet',
  'standingRules.section.ABILITIES': 'Was Güte öffnet',
  'standingRules.section.VOTES': 'Wie viele Stimmen es gibt',
  'standingRules.section.SOLUTIONS': 'Wie Fragen gelöst werden',
  'standingRules.section.BOUNTIES': 'Prämien',
  'standingRules.section.RATINGS': 'Bewertungen der Helfenden',
  'standingRules.section.EXPERTISE': 'Fachkunde',
  'standingRules.section.SUPERUSERS': 'Wer als Superuser vorgeschlagen wird',
  'standingRules.unit.POINTS': 'Punkte',
  'standingRules.unit.COUNT': 'Anzahl',
  'standingRules.unit.DAYS': 'Tage',
  'standingRules.unit.MONTHS': 'Monate',
  'standingRules.unit.SHARE': 'Anteil',
  'standingRules.unit.STARS': 'Sterne',
  'standingRules.limits': '{unit}, {least} bis {most}',
  'standingRules.range': 'Hier geht {least} bis {most}.',
  'standingRules.whole': 'Hier geht eine ganze Zahl, {least} bis {most}.',
  'standingRules.clash.points.ANSWER_ALSO_SOLVED':
    'Eine Antwort, die auch geholfen hat, kann nicht mehr wert sein als die angenommene.',
  'standingRules.clash.dailyCap': 'Die Tagesgrenze kann nicht unter dem liegen, was eine Stimme bringt.',
  'standingRules.clash.votes.upPerAuthor':
    'Stimmen für eine Person können nicht mehr sein als alle eines Tages.',
  'standingRules.clash.votes.downPerAuthor':
    'Stimmen gegen eine Person können nicht mehr sein als alle eines Tages.',
  'standingRules.clash.bounty.least': 'Die kleinste Prämie kann nicht über der größten liegen.',
  'standingRules.clash.privileges.OFFER_BOUNTY':
    'Mit weniger Ansehen als der kleinsten Prämie kann sie niemand aussetzen.',
  'standingRules.clash.solutions.onBehalfAfterDays':
    'Niemand nimmt an, bevor an das Annehmen erinnert wurde.',
  'standingRules.clash.superusers.activeDays': 'So viele Tage hat der Zeitraum nicht.',
  'standingRules.clash.superusers.askers': 'Es können nicht mehr Fragende sein als gelöste Fragen.',
  'standingRules.ranks': 'Ränge',
  'standingRules.ranksHint':
    'Vom untersten an. Jeder verlangt nicht weniger als der darunter, und von etwas mehr. Eine Zeile ohne englischen Namen fällt weg.',
  'standingRules.rank': 'Rang {n}',
  'standingRules.rankEn': 'Englisch',
  'standingRules.rankDe': 'Deutsch',
  'standingRules.rankReputation': 'Ansehen',
  'standingRules.rankSolutions': 'Lösungen',
  'standingRules.rankArticles': 'Artikel',
  'standingRules.rankProblem':
    'Ränge führen aufwärts von einem, der nichts verlangt; Namen haben 1 bis 40 Zeichen, jeder einmal.',
  'standingRules.note': 'Weshalb? Alle können es lesen. (freiwillig)',
  'standingRules.days': 'Ausprobieren an den letzten … Tagen',
  'standingRules.daysHint': '1 bis 365. Ausprobieren speichert nichts.',
  'standingRules.try': 'Zeigen, was sich ändern würde',
  'standingRules.save': 'Diese Regeln speichern',
  'standingRules.saveHint': 'Sieh zuerst, was sich ändert: Dann kommt auch der Knopf zum Speichern.',
  'standingRules.outcome': 'Was sich geändert hätte',
  'standingRules.outcomeNone': 'Niemand hätte mehr oder weniger Punkte.',
  'standingRules.outcomeSums':
    'Ein anderes Ansehen für {accounts} Personen: {gainers} mit mehr, {losers} mit weniger, zusammen {total} Punkte.',
  'standingRules.gaining': 'Wer am meisten gewänne',
  'standingRules.losing': 'Wer am meisten verlöre',
  'standingRules.person': 'Person',
  'standingRules.before': 'Jetzt',
  'standingRules.after': 'Dann',
  'standingRules.opening': 'Wer über eine Schwelle käme oder darunter fiele',
  'standingRules.crossing': '{gained} darüber, {lost} darunter',
  'standingRules.above': 'darüber: {people}',
  'standingRules.below': 'darunter: {people}',
  'standingRules.graceNote':
    'Niemand verliert etwas sofort: Wer darunter fällt, behält es für die Schonfrist.',
  'standingRules.noChanges': 'Das ändert nichts.',
  'standingRules.change': 'von {before} auf {after}',
  'standingRules.conflict':
    'Jemand anderes hat inzwischen Regeln gespeichert. Deine Eingaben sind noch da; jetzt gilt Fassung {version}. Sieh dir unten ihre Änderungen an, bevor du speicherst.',
  'standingRules.versions': 'Fassungen',
  'standingRules.version': 'Fassung {version}',
  'standingRules.first': 'Die Regeln des Anfangs',
  'standingRules.older': 'Ältere Fassungen',
  'standingRules.recompute': 'Alle Ansehen neu berechnen',
  'standingRules.recomputeWarning':
    'Alles, was verdient wurde, ist danach wert, was Fassung {version} sagt. Alle sehen das in ihrem Verlauf: Was sich ändert, wird zurückgenommen und neu eingetragen. Rückgängig machen lässt es sich nur durch andere Regeln und eine weitere Berechnung.',
  'standingRules.recomputeSure': 'Das habe ich verstanden',
  'standingRules.recomputeMissing': 'Bitte bestätige, dass du es verstanden hast.',
  'standingRules.recomputeStart': 'Neu berechnen',
  'standingRules.recomputing':
    'Nach Fassung {version}: {done} von {total} Personen fertig, {changed} Einträge neu eingetragen.',
  'standingRules.state.RUNNING': 'läuft',
  'standingRules.state.DONE': 'fertig',
  'standingRules.state.SUPERSEDED': 'durch neuere Regeln beendet',
  'standingRules.look': 'Neu nachsehen',
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
