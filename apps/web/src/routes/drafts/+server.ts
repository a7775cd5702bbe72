import { error } from '@sveltejs/kit';
import { keepDraft } from '#lib/server/drafts.ts';
import type { RequestHandler } from './$types.js';

/**
 * Keeps what somebody is typing. JSON only: a form of another site cannot send that without asking first.
 */
export const POST: RequestHandler = async (event) => {
  if (!event.request.headers.get('content-type')?.startsWith('application/json')) error(415, 'JSON please');
  const sent: unknown = await event.request.json().catch(() => null);
  const values = Object.fromEntries(
    Object.entries(typeof sent === 'object' && sent !== null ? sent : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  const questionId = values.kind === 'ANSWER' ? values.questionId : undefined;
  const kept = await keepDraft(event, 'draft', values, questionId);
  return new Response(null, { status: 'kept' in kept ? 204 : 409 });
};
