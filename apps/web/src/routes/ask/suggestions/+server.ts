import { api } from '#lib/server/api.ts';
import { suggest } from '#lib/server/documents/asking.ts';
import type { RequestHandler } from './$types.js';

/** What is asked for while somebody types a question: the hits of `suggest`, as they are. */
export const GET: RequestHandler = async (event) => {
  const title = event.url.searchParams.get('title')?.trim() ?? '';
  if (title.length < 3) return Response.json([]);
  const { suggest: hits } = await api(event).query(suggest, { title });
  return Response.json(hits);
};
