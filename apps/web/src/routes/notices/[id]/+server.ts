import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { markNoticesRead, noticeToOpen } from '#lib/server/documents/notices.ts';
import type { RequestHandler } from './$types.js';

/**
 * Leads to what a notice is about, and marks it as read: whoever opens it has. A browser that only looks ahead has not.
 */
export const GET: RequestHandler = async (event) => {
  const { id } = event.params;
  const { node } = await api(event).query(noticeToOpen, { id });
  if (!node) redirect(303, '/notices');
  const isLookingAhead = event.request.headers.get('sec-purpose')?.includes('prefetch') ?? false;
  if (!isLookingAhead) {
    await api(event).submit(markNoticesRead, { input: { ids: [id] } }, { name: 'notices' });
  }
  redirect(303, node.path ?? '/notices');
};
