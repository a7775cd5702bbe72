import { randomUUID } from 'node:crypto';
import { api } from '#lib/server/api.ts';
import { postDeeds } from '#lib/server/deeds.ts';
import { postComments } from '#lib/server/documents/history.ts';
import { mayBeSignedIn } from '#lib/server/visitor.ts';
import { requirePost } from '#lib/server/posts.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { node } = await api(event).query(postComments, {
    id: event.params.postId,
    after: event.url.searchParams.get('after'),
    signedIn: mayBeSignedIn(event),
  });
  return { ...requirePost(event, node), postId: event.params.postId, mutationId: randomUUID() };
};

const { comment, editComment, deleteComment, restoreComment } = postDeeds;
export const actions: Actions = { comment, editComment, deleteComment, restoreComment };
