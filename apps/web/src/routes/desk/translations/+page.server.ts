import { api } from '#lib/server/api.ts';
import { translationQueues } from '#lib/server/documents/structure.ts';
import { readingLanguage } from '#lib/server/reading-language.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const locale = readingLanguage(event);
  const queues = await api(event).query(translationQueues, {
    locale,
    behind: searchParams.get('behind'),
    missing: searchParams.get('missing'),
  });
  return { behind: queues.outdatedTranslations, missing: queues.missingTranslations, locale };
};
