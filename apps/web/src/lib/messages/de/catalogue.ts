import type { Translation } from '../types.ts';
import type { catalogue as english } from '../en/catalogue.ts';

export const catalogue = {
  'applies.for': 'Für',
  'applies.notYours': 'Du benutzt {version}: Das gilt dafür vielleicht nicht.',
  'applies.yours': 'Gilt für deine Version, {version}.',
  'applies.ask': 'Produkt und Version',
  'applies.askHint': 'Was du benutzt. So können andere eine Antwort geben, die bei dir gilt.',
  'applies.from': 'Gilt ab Version',
  'applies.to': 'Bis Version',
  'applies.none': 'Nichts Bestimmtes',
  'applies.whole': '{product}: jede Version',
  'applies.later': 'Die neueste und alle späteren',
  'applies.narrow': 'Gilt nur für bestimmte Versionen',
  'applies.filter': 'Produkt',
  'versions.title': 'Welche Version benutzt du?',
  'versions.intro': 'Die Seiten sagen dir dann, wenn etwas für andere Versionen geschrieben wurde.',
  'versions.guest': 'Wird in einem Cookie dieses Browsers aufgehoben.',
  'versions.none': 'Keine Angabe',
  'versions.saved': 'Notiert. Die Seiten wissen jetzt, welche Versionen du benutzt.',
  'products.empty': 'Noch keine Produkte',
  'products.emptyHint':
    'Wo es nur um eine Sache geht, braucht es keine. Mit Produkten sagen Fragen und Artikel, worum es geht.',
} as const satisfies Translation<typeof english>;
