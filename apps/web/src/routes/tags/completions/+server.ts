import { api } from '#lib/server/api.ts';
import { tagNames } from '#lib/server/documents/tags.ts';
import type { RequestHandler } from './$types.js';

/** Names of tags that begin as asked, most used first. */
export const GET: RequestHandler = async (event) => {
  const startsWith = event.url.searchParams.get('startsWith') ?? '';
  const { tags } = await api(event).query(tagNames, { first: 8, startsWith });
  return Response.json(tags.nodes.map((tag) => tag.name));
};
