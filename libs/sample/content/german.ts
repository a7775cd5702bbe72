import type { SampleQuestion } from './types.js';

export const german: readonly SampleQuestion[] = [
  {
    by: 'helga_s',
    asked: 115,
    locale: 'de',
    title: 'Passt das Norrin Valve auf alte Danfoss-RAV-Ventile?',
    body: 'In meiner Altbauwohnung sind noch Ventile mit dem breiten Kragen und dem Stift, der weit herausragt. In der Schachtel lagen Adapter für RA, RAVL und M28. Welcher ist der richtige, und muss der Stift verlängert werden?',
    tags: ['valve', 'installation', 'adapter'],
    views: 530,
    up: 8,
    answers: [
      {
        by: 'tomasw',
        after: 3,
        body: 'RAV hat 34 mm Durchmesser am Kragen, RAVL 26 mm: kurz nachmessen. Für RAV brauchst du den breiten Adapter **und** die mitgelieferte Stiftverlängerung, das kleine graue Hütchen. Ohne sie schließt das Ventil nie ganz.\n\nReihenfolge: Hütchen aufsetzen, Adapter festschrauben, dann das Valve aufdrehen und neu kalibrieren lassen.',
        up: 11,
        acceptedAfter: 24,
        stars: { given: 5, comment: 'Das Hütchen hätte ich weggeworfen.' },
        official: { by: 'jonas-norrin', after: 60 },
      },
    ],
  },
  {
    by: 'annalena',
    asked: 88,
    locale: 'de',
    title: 'Heizkörper wird warm, obwohl der Raum auf 16 Grad steht',
    body: 'Im Schlafzimmer sind 16 °C eingestellt, gemessen werden 19, und der Heizkörper ist trotzdem lauwarm. In der App steht das Ventil auf 0 %. Ist es undicht?',
    tags: ['valve', 'calibration'],
    views: 312,
    up: 6,
    answers: [
      {
        by: 'klaus-m',
        after: 5,
        body: 'Meist ist es nicht undicht, sondern falsch kalibriert: Es glaubt, zu zu sein. Nimm das Valve ab, drücke den Stift ein paarmal, setze es wieder auf und wähle *Gerät → Neu kalibrieren*. Dabei muss man den Motor bis zum Anschlag fahren hören.',
        up: 8,
        acceptedAfter: 40,
        stars: { given: 5 },
        comments: [
          { by: 'annalena', after: 40, body: 'Danke! Der Anschlag war vorher tatsächlich nicht zu hören.' },
        ],
      },
      {
        by: 'ferro',
        after: 28,
        body: 'Wenn es danach immer noch warm wird, prüf, ob der Rücklauf den Heizkörper von unten wärmt. Das gibt es bei Einrohrheizungen, und da hilft kein Thermostat.',
        up: 5,
      },
    ],
  },
  {
    by: 'zoe-b',
    asked: 40,
    locale: 'de',
    title: 'Lohnt sich ein Fenstersensor, wenn ich sowieso stoßlüfte?',
    body: 'Ich lüfte zweimal am Tag fünf Minuten. Die Fenstererkennung der Ventile reagiert oft erst, wenn ich das Fenster schon wieder schließe, und heizt dann eine halbe Stunde nicht. Bringt ein Sense da wirklich etwas?',
    tags: ['sense', 'saving'],
    views: 178,
    up: 5,
    answers: [
      {
        by: 'petra-k',
        after: 7,
        comments: [{ by: 'helga_s', after: 30, body: 'Das deckt sich mit meinen Zahlen, eher 5 %.' }],
        body: 'Gerade dann: Mit Sensor schließt das Ventil sofort und öffnet wieder, sobald das Fenster zu ist. Die halbe Stunde gibt es nur, weil es ohne Sensor raten muss. Bei mir waren es im Winter rund 4 % weniger Verbrauch in dem Zimmer, also kein Vermögen, aber es ist vor allem morgens wärmer.',
        up: 7,
        acceptedAfter: 12,
        stars: { given: 4 },
      },
    ],
  },
  {
    by: 'hendrik-v',
    asked: 5.3,
    locale: 'de',
    title: 'Kann ich die Anzeige am Wandthermostat nachts dunkel schalten?',
    body: 'Das Norrin Wall hängt im Schlafzimmer und leuchtet bei jeder Bewegung auf. Gibt es eine Nachtschaltung, oder muss ich es mit Klebeband versuchen?',
    tags: ['wall-thermostat', 'app'],
    views: 52,
    up: 3,
    answers: [
      {
        by: 'yuki-t',
        after: 2,
        body: 'Ohne Klebeband: *Gerät → Anzeige → Bei Bewegung: aus*, oder nur für die Ruhezeiten des Raums. Dann leuchtet es erst, wenn du es antippst.',
        up: 4,
      },
    ],
  },
];
