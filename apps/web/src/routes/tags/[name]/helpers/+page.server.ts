import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { tagHelpers } from '#lib/server/documents/recognition.ts';
import { periodOf } from '#lib/server/period.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { name } = event.params;
  const { period, wanted } = periodOf(event.url);
  const after = event.url.searchParams.get('after');
  const { tag, topHelpers } = await api(event).query(tagHelpers, { name, period: wanted, after });
  if (!tag) error(404, translatorFor(event.locals.language).t('error.404.title'));
  // Another spelling leads to the tag itself.
  if (tag.name !== name) redirect(308, `${tag.path}/helpers${event.url.search}`);
  return { tag, helpers: topHelpers, period };
};
