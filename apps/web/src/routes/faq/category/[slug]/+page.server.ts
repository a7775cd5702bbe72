import { error } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { categoryPage } from '#lib/server/documents/structure.ts';
import { readingLanguage } from '#lib/server/reading-language.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const locale = readingLanguage(event);
  const after = event.url.searchParams.get('after');
  const { category } = await api(event).query(categoryPage, { slug: event.params.slug, locale, after });
  if (!category) error(404, translatorFor(event.locals.language).t('error.404.title'));
  return { category, origin: event.platform?.req.peerdesk?.publicUrl ?? event.url.origin };
};
