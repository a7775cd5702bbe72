import { error } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { badgePage } from '#lib/server/documents/recognition.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { badge } = await api(event).query(badgePage, {
    key: event.params.key,
    locale: event.locals.language,
    after: event.url.searchParams.get('after'),
  });
  if (!badge) error(404, translatorFor(event.locals.language).t('error.404.title'));
  return { badge };
};
