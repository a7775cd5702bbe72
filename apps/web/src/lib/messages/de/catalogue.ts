import type { Translation } from '../types.ts';
import type { catalogue as english } from '../en/catalogue.ts';

export const catalogue = {
  'applies.for': 'Für',
  'applies.notYours': 'Du benutzt {version}: Das gilt dafür vielleicht nicht.',
  'applies.yours': 'Gilt für deine Version, {version}.',
  'applies.ask': 'Produkt und Version',
  'applies.askHint': 'Was du benutzt, damit andere passend antworten können.',
  'applies.from': 'Gilt ab Version',
  'applies.to': 'Bis Version',
  'applies.none': 'Keine Angabe',
  'applies.whole': '{product}: jede Version',
  'applies.later': 'Die neueste und alle späteren',
  'applies.narrow': 'Gilt nur für bestimmte Versionen',
  'applies.filter': 'Produkt',
  'versions.title': 'Welche Version benutzt du?',
  'versions.intro': 'Du siehst dann, wenn etwas für andere Versionen geschrieben wurde.',
  'versions.guest': 'Wird in einem Cookie dieses Browsers gespeichert.',
  'versions.none': 'Keine Angabe',
  'versions.saved': 'Deine Versionen sind gespeichert.',
  'products.empty': 'Noch keine Produkte',
  'products.emptyHint':
    'Geht es nur um ein Produkt, brauchst du keine. Sonst zeigen sie, worum es in Fragen geht.',
} as const satisfies Translation<typeof english>;
