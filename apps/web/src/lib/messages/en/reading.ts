import { accounts } from './accounts.ts';
import { asking } from './asking.ts';
import { bounties } from './bounties.ts';
import { catalogue } from './catalogue.ts';
import { faq } from './faq.ts';
import { freshness } from './freshness.ts';
import { ledger } from './ledger.ts';
import { notices } from './notices.ts';
import { people } from './people.ts';
import { problems } from './problems.ts';
import { questions } from './questions.ts';
import { ratings } from './ratings.ts';
import { search } from './search.ts';
import { shell } from './shell.ts';
import { standing } from './standing.ts';
import { structure } from './structure.ts';

/** What readers, askers and helpers meet. */
export const reading = {
  ...shell,
  ...questions,
  ...asking,
  ...faq,
  ...bounties,
  ...catalogue,
  ...structure,
  ...freshness,
  ...ratings,
  ...search,
  ...people,
  ...ledger,
  ...standing,
  ...notices,
  ...accounts,
  ...problems,
} as const;
