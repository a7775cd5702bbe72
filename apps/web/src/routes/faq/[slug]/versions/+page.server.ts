import { error } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { articleVersions } from '#lib/server/documents/articles.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { article } = await api(event).query(articleVersions, {
    slug: event.params.slug,
    after: event.url.searchParams.get('after'),
  });
  if (!article) error(404, translatorFor(event.locals.language).t('error.404.title'));
  return { article };
};
