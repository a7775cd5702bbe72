import { accounts } from './de/accounts.ts';
import { admin } from './de/admin.ts';
import { asking } from './de/asking.ts';
import { curation } from './de/curation.ts';
import { faq } from './de/faq.ts';
import { people } from './de/people.ts';
import { problems } from './de/problems.ts';
import { questions } from './de/questions.ts';
import { search } from './de/search.ts';
import { shell } from './de/shell.ts';
import type { Messages } from './types.ts';

/** Was die Seiten auf Deutsch sagen. */
export const de: Messages = {
  ...shell,
  ...questions,
  ...asking,
  ...faq,
  ...curation,
  ...search,
  ...people,
  ...accounts,
  ...admin,
  ...problems,
};
