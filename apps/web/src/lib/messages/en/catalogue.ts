import type { Wording } from '../types.ts';

export const catalogue = {
  'applies.for': 'For',
  'applies.notYours': 'You use {version}: this may not apply.',
  'applies.yours': 'Applies to your version, {version}.',
  'applies.ask': 'Product and version',
  'applies.askHint': 'What you use, so that people can give an answer that fits.',
  'applies.from': 'Applies from version',
  'applies.to': 'Up to version',
  'applies.none': 'Not specified',
  'applies.whole': '{product}: any version',
  'applies.later': 'The newest and all later ones',
  'applies.narrow': 'Only applies to certain versions',
  'applies.filter': 'Product',
  'versions.title': 'Which version do you use?',
  'versions.intro': 'You will then see when something was written for other versions.',
  'versions.guest': 'Saved in a cookie in this browser.',
  'versions.none': 'Not specified',
  'versions.saved': 'Your versions are saved.',
  'products.empty': 'No products yet',
  'products.emptyHint':
    'A site about a single product needs none. Otherwise they show what questions are about.',
} as const satisfies Wording;
