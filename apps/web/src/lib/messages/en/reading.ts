import { bounties } from './bounties.ts';
import { catalogue } from './catalogue.ts';
import { faq } from './faq.ts';
import { freshness } from './freshness.ts';
import { people } from './people.ts';
import { questions } from './questions.ts';
import { search } from './search.ts';
import { shell } from './shell.ts';
import { structure } from './structure.ts';

/** What everybody meets who comes to read. */
export const reading = {
  ...shell,
  ...questions,
  ...faq,
  ...bounties,
  ...catalogue,
  ...structure,
  ...freshness,
  ...search,
  ...people,
} as const;
