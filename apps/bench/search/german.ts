import type { Language, Noun } from './grammar.js';

const MASCULINE = (
  'Drucker Router Akku Bildschirm Adapter Lautsprecher Sensor Zugang Auftrag Versand Treiber Ordner Kalender Kontakt ' +
  'Filter Schlauch Kessel Heizkörper Thermostat Ofen Grill Herd Kühlschrank Trockner Abfluss Griff Schrank Bolzen ' +
  'Riemen Sattel Reifen Rahmen Stecker Schalter Draht Server Browser Bericht Schlüssel Verlauf Beitrag Antrag Beleg ' +
  'Scanner Toner Behälter Halter Blitz Speicher Anschluss Ständer Bezug Gurt Brenner Mäher Bohrer Hammer Motor Deckel'
).split(' ');
const FEMININE = (
  'Batterie Tastatur Kamera Anzeige Rechnung Bestellung Lieferung Erstattung Lizenz Sicherung Nachricht Pumpe Heizung ' +
  'Platte Spülmaschine Waschmaschine Trommel Leitung Dichtung Schublade Schraube Mutter Feder Kette Bremse Felge ' +
  'Speiche Nabe Gabel Lampe Birne Antenne Verbindung Erweiterung Vorlage Tabelle Spalte Zeile Formel Abfrage Sitzung ' +
  'Adresse Gewährleistung Anleitung Quittung Sendung Düse Rolle Linse Karte Festplatte Halterung Hülle Schnalle Tasche ' +
  'Klinge Säge Klappe Scheibe Kupplung Steuerung Wartung Einstellung Meldung'
).split(' ');
const NEUTER = (
  'Kabel Ladegerät Konto Passwort Abonnement Archiv Postfach Ventil Rohr Scharnier Regal Lager Zahnrad Pedal Rad Licht ' +
  'Netz Signal Modul Profil Bild Forum Etikett Paket Fach Objektiv Stativ Laufwerk Gehäuse Zelt Blatt Gerät Getriebe ' +
  'Gewinde Schloss Werkzeug Display Menü Programm Fenster'
).split(' ');

const nouns: Noun[] = [
  ...MASCULINE.map((word) => ({ word, gender: 'm' })),
  ...FEMININE.map((word) => ({ word, gender: 'f' })),
  ...NEUTER.map((word) => ({ word, gender: 'n' })),
];

/** As German does: joined into one word, which has the gender of its last part. */
function compoundOf(first: Noun, head: Noun): Noun {
  const joint = first.word.endsWith('ung') ? 's' : first.word.endsWith('e') ? 'n' : '';
  return { word: first.word + joint + head.word.toLowerCase(), gender: head.gender };
}

export const german: Language = {
  locale: 'de',
  nouns,
  compounds: nouns.flatMap((first) =>
    nouns.filter((head) => head !== first).map((head) => compoundOf(first, head)),
  ),
  verbs: (
    'einbauen ausbauen ersetzen reinigen zurücksetzen verbinden aktualisieren reparieren kalibrieren einstellen ' +
    'festziehen lösen einrichten wiederherstellen exportieren importieren kündigen zurückgeben aufladen befestigen ' +
    'ausrichten öffnen schließen sperren entsperren koppeln teilen drucken kopieren verschieben umbenennen löschen ' +
    'zusammenführen messen prüfen schmieren entleeren auffüllen entkalken abtauen zerlegen aufrüsten freischalten ' +
    'abschalten abgleichen anmelden übertragen verlängern'
  ).split(' '),
  adjectives: (
    'neu alt kaputt laut langsam locker rostig nass heiß kalt leer voll fehlerhaft original passend drahtlos digital ' +
    'automatisch außen innen klein groß schwer leicht günstig teuer sicher schmutzig sauber verstopft gerissen verbogen ' +
    'abgenutzt verschwunden falsch seltsam still stabil unzuverlässig biegsam starr glänzend müde träge undicht'
  ).split(' '),
  moments: [
    'nach der Aktualisierung',
    'seit gestern',
    'im Winter',
    'während der Nacht',
    'nach dem Umzug',
    'auf Reisen',
    'am Wochenende',
    'nach einem Stromausfall',
    'ohne Spezialgerät',
    'beim ersten Mal',
    'vor den Ferien',
    'in großer Höhe',
    'nach der Reparatur',
    'unter Volllast',
    'bei Regen',
    'über eine langsame Leitung',
    'mit zwei Benutzern',
    'nach längerer Pause',
    'im Büro',
    'bei Hitze',
  ],
  titles: [
    'Wie kann ich {den thing} von {name} {model} {verb}?',
    'Wie lässt sich {der thing} beim {name} {verb}?',
    '{der thing} meines {name} ist {adjective} {moment}',
    'Warum blockiert {der part} des {name} {den thing} {moment}?',
    '{name} {model}: {der part} ist {adjective} und {der thing} fällt aus',
    'Kann ich {den thing} mit {dem part} von {name} {verb}?',
    'Welche Größe hat {der thing} für {den part} von {name}?',
    'Darf man {den part} eines {name} {moment} {verb}?',
    '{der thing} zeigt {moment} einen Fehler am {name} {model}',
    'Am besten {den thing} und {den part} von {name} {verb}',
    'Wo sitzt {der part} neben {dem thing} meines {name}?',
    'Brauche ich {den thing}, um {den part} beim {name} zu {verb}?',
  ],
  sentences: [
    'Ich habe den {name} letztes Jahr gekauft, und bisher war {der thing} in Ordnung.',
    'Wenn ich {den thing} bewege, wird {der part} {adjective}.',
    'In der Anleitung steht, man soll zuerst {den noun} {other}, aber das hat nicht geholfen.',
    'Bei mir ist {der noun} {adjective}, und {der noun} daneben sieht auch {adjective} aus.',
    'Es passiert {moment} und hört auf, sobald ich {den noun} berühre.',
    'Hat schon jemand versucht, {den noun} hier zu {other}?',
    'Beim {name} {model} ist {der part} {adjective}, also muss man ihn mit Vorsicht {verb}.',
    'Nimm {den part} heraus und setze {den thing} danach mit {dem noun} wieder ein.',
    'Der Kundendienst sagte, ich solle {den noun} {other} und eine Stunde warten.',
    'Auch {der noun} wäre möglich, aber {der noun} kostet weniger.',
    'Bitte sieh dir {den noun} hinter {dem part} an, bevor du etwas anderes tust.',
    'Man kann {den noun} selbst {other}, wenn man {den noun} dafür hat.',
    'Das war die Lösung: {der thing} läuft wieder mit {dem noun}.',
    'Es gibt zwei Sorten, eine passt zu {dem noun} und eine zu {dem noun}.',
    'Ich würde das nicht {moment} machen, weil {der noun} {adjective} werden kann.',
  ],
  articles: {
    der: { m: 'der', f: 'die', n: 'das' },
    den: { m: 'den', f: 'die', n: 'das' },
    dem: { m: 'dem', f: 'der', n: 'dem' },
  },
};
