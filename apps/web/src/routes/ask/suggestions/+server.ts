import { suggestionsFor } from '#lib/server/suggestions.ts';
import type { RequestHandler } from './$types.js';

/** What is asked for while somebody types a question. */
export const POST: RequestHandler = async (event) => {
  const typed = (await event.request.json().catch(() => null)) as Record<string, unknown> | null;
  const text = (name: string) => (typeof typed?.[name] === 'string' ? typed[name] : '');
  return Response.json(await suggestionsFor(event, { title: text('title'), body: text('body') }));
};
