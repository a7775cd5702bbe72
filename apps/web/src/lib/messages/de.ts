import { accounts } from './de/accounts.ts';
import { admin } from './de/admin.ts';
import { asking } from './de/asking.ts';
import { catalogue } from './de/catalogue.ts';
import { curation } from './de/curation.ts';
import { faq } from './de/faq.ts';
import { freshness } from './de/freshness.ts';
import { insights } from './de/insights.ts';
import { people } from './de/people.ts';
import { problems } from './de/problems.ts';
import { questions } from './de/questions.ts';
import { rules } from './de/rules.ts';
import { search } from './de/search.ts';
import { shell } from './de/shell.ts';
import { structure } from './de/structure.ts';
import type { Messages } from './types.ts';

/** Was die Seiten auf Deutsch sagen. */
export const de: Messages = {
  ...shell,
  ...questions,
  ...asking,
  ...faq,
  ...curation,
  ...catalogue,
  ...structure,
  ...freshness,
  ...insights,
  ...search,
  ...rules,
  ...people,
  ...accounts,
  ...admin,
  ...problems,
};
