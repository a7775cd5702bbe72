import { accounts } from './en/accounts.ts';
import { admin } from './en/admin.ts';
import { asking } from './en/asking.ts';
import { catalogue } from './en/catalogue.ts';
import { curation } from './en/curation.ts';
import { faq } from './en/faq.ts';
import { freshness } from './en/freshness.ts';
import { insights } from './en/insights.ts';
import { people } from './en/people.ts';
import { problems } from './en/problems.ts';
import { questions } from './en/questions.ts';
import { rules } from './en/rules.ts';
import { search } from './en/search.ts';
import { shell } from './en/shell.ts';
import { structure } from './en/structure.ts';

/** What the pages say in English, a file for each part of the site. Other languages are checked against this. */
export const en = {
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
} as const;
