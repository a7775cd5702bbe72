import type { setup as english } from '../en/setup.ts';
import type { Translation } from '../types.ts';

/** Der erste Start. */
export const setup: Translation<typeof english> = {
  'setup.title': 'Willkommen in deiner neuen Community',
  'setup.intro': 'Noch ist niemand da. Drei Schritte, dann öffnet sie.',
  'setup.community': '1. Die Community',
  'setup.siteName': 'Name der Community',
  'setup.siteNameHint': 'Er steht oben auf jeder Seite.',
  'setup.admin': '2. Dein Konto',
  'setup.adminHint': 'Das erste Konto leitet die Seite: Es vergibt Rollen und ändert Namen und Hausregeln.',
  'setup.content': '3. Der Inhalt',
  'setup.sample': 'Eine Beispiel-Community',
  'setup.sampleHint': 'Leute, Fragen, Antworten und FAQ-Artikel zum Ausprobieren.',
  'setup.empty': 'Nichts',
  'setup.emptyHint': 'Für den Ernstfall: ein leerer Ort.',
  'setup.start': 'Community öffnen',
  'setup.busy': 'Wird geöffnet …',
};
