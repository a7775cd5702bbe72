import { api } from '#lib/server/api.ts';
import { tagList } from '#lib/server/documents/tags.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const startsWith = searchParams.get('startsWith')?.trim() ?? '';
  const { tags } = await api(event).query(tagList, {
    after: searchParams.get('after'),
    startsWith: startsWith || null,
  });
  return { tags, startsWith };
};
