import type { ArticleStatus } from '#lib/model.ts';
import { api } from '#lib/server/api.ts';
import { articleList } from '#lib/server/documents/articles.ts';
import type { PageServerLoad } from './$types.js';

const statuses: Record<string, ArticleStatus> = { draft: 'DRAFT', stale: 'STALE', archived: 'ARCHIVED' };

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const wish = searchParams.get('status') ?? '';
  const status = wish in statuses ? wish : 'draft';
  const { articles } = await api(event).query(articleList, {
    after: searchParams.get('after'),
    status: statuses[status] ?? 'DRAFT',
    tags: null,
  });
  return { articles, status };
};
