import { api } from '#lib/server/api.ts';
import { postRevisions } from '#lib/server/documents/history.ts';
import { requirePost } from '#lib/server/posts.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { node } = await api(event).query(postRevisions, {
    id: event.params.postId,
    after: event.url.searchParams.get('after'),
  });
  return requirePost(event, node);
};
