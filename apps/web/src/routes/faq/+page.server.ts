import { api } from '#lib/server/api.ts';
import { articleList } from '#lib/server/documents/articles.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const tag = searchParams.get('tag') ?? '';
  const { articles } = await api(event).query(articleList, {
    after: searchParams.get('after'),
    status: 'PUBLISHED',
    tags: tag ? [tag] : null,
  });
  return { articles, tag };
};
