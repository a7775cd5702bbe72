import type { reading as english } from '../en/reading.ts';
import type { Translation } from '../types.ts';
import { bounties } from './bounties.ts';
import { catalogue } from './catalogue.ts';
import { faq } from './faq.ts';
import { freshness } from './freshness.ts';
import { people } from './people.ts';
import { questions } from './questions.ts';
import { search } from './search.ts';
import { shell } from './shell.ts';
import { structure } from './structure.ts';

/** Was allen begegnet, die zum Lesen kommen. */
export const reading: Translation<typeof english> = {
  ...shell,
  ...questions,
  ...faq,
  ...bounties,
  ...catalogue,
  ...structure,
  ...freshness,
  ...search,
  ...people,
};
