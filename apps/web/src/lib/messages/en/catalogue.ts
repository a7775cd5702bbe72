import type { Wording } from '../types.ts';

export const catalogue = {
  'applies.for': 'For',
  'applies.notYours': 'You use {version}: this may not hold for you.',
  'applies.yours': 'Holds for your version, {version}.',
  'applies.ask': 'Product and version',
  'applies.askHint': 'What you use. It helps people to give an answer that holds for you.',
  'applies.from': 'Applies from version',
  'applies.to': 'Up to version',
  'applies.none': 'Nothing in particular',
  'applies.whole': '{product}: any version',
  'applies.later': 'The newest and all later ones',
  'applies.narrow': 'It holds only for certain versions',
  'applies.filter': 'Product',
  'versions.title': 'Which version do you use?',
  'versions.intro': 'Pages then tell you when something was written for other versions.',
  'versions.guest': 'Kept in a cookie of this browser.',
  'versions.none': 'Not said',
  'versions.saved': 'Noted. Pages now know which versions you use.',
  'products.empty': 'No products yet',
  'products.emptyHint':
    'A site about one thing needs none. With products, questions and articles say what they are about.',
} as const satisfies Wording;
