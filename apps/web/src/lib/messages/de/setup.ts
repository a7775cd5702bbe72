import type { setup as english } from '../en/setup.ts';
import type { Translation } from '../types.ts';

/** Der erste Start. */
export const setup: Translation<typeof english> = {
  'setup.title': 'Willkommen in deiner neuen Community',
  'setup.intro': 'Drei Schritte, dann ist sie offen.',
  'setup.community': '1. Die Community',
  'setup.siteName': 'Name der Community',
  'setup.siteNameHint': 'Steht oben auf jeder Seite.',
  'setup.admin': '2. Dein Konto',
  'setup.adminHint':
    'Das erste Konto leitet die Seite: Es vergibt Rollen und kann Namen und Hausregeln ändern.',
  'setup.content': '3. Inhalt',
  'setup.sample': 'Eine Beispiel-Community',
  'setup.sampleHint': 'Leute, Fragen, Antworten und FAQ-Artikel zum Ausprobieren.',
  'setup.empty': 'Eine leere Community',
  'setup.emptyHint': 'Für den echten Einsatz.',
  'setup.start': 'Community öffnen',
  'setup.busy': 'Wird geöffnet …',
};
