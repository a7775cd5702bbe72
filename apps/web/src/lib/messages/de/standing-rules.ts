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
  'standingRules.barHint': 'Die Güte beginnt bei 0,5: So viel hat schon, wer gerade erst gekommen ist.',
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
  'standingRules.outcomeDays': { one: 'heute', other: 'den letzten {n} Tagen' },
  'standingRules.outcomeScope': {
    one: 'Angesehen wurde {n} Eintrag, alles, was von {days} besteht. Ältere ändern sich nur durch eine Neuberechnung.',
    other:
      'Angesehen wurden {n} Einträge, alles, was von {days} besteht. Ältere ändern sich nur durch eine Neuberechnung.',
  },
  'standingRules.outcomeSums': {
    one: 'Ein anderes Ansehen für eine Person: {gainers} mit mehr, {losers} mit weniger. Punkte zusammen: {total}.',
    other:
      'Ein anderes Ansehen für {n} Personen: {gainers} mit mehr, {losers} mit weniger. Punkte zusammen: {total}.',
  },
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
  'standingRules.conflict':
    'Jemand anderes hat inzwischen Regeln gespeichert. Deine Eingaben sind noch da; jetzt gilt Fassung {version}. Sieh dir unten ihre Änderungen an, bevor du speicherst.',
  'standingRules.versions': 'Fassungen',
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
};
