import { error, redirect } from '@sveltejs/kit';
import type { IntentEvent } from '#lib/model/insights.ts';
import { recordIntentEvents } from '#lib/server/intent.ts';
import { safeNext } from '#lib/server/paths.ts';
import type { RequestHandler } from './$types.js';

/** What only the browser sees. The rest is noted by the pages themselves. */
const kinds = ['OPENED', 'SOLVED', 'ABANDONED'] as const;
const mostEvents = 20;

/**
 * Notes what a visitor says or does without asking for a page: `{"events": [{"kind": "SOLVED", "subjectId": "k_1"}]}`.
 * Without JavaScript the button “This solved it” sends its form here, says in the address what solved it, and the
 * visitor goes on to that.
 */
export const POST: RequestHandler = async (event) => {
  const { request, url } = event;
  if (request.headers.get('content-type')?.startsWith('application/json')) {
    recordIntentEvents(event, ...eventsIn(await request.json().catch(() => null)));
    return new Response(null, { status: 204 });
  }
  const solvedBy = url.searchParams.get('solvedBy');
  if (!solvedBy) error(400, 'Which question or article solved it?');
  recordIntentEvents(event, { kind: 'SOLVED', subjectId: solvedBy });
  redirect(303, safeNext(url.searchParams.get('next')));
};

function eventsIn(sent: unknown): IntentEvent[] {
  const list = isRecord(sent) && Array.isArray(sent.events) ? (sent.events as unknown[]) : [];
  return list.slice(0, mostEvents).flatMap((item) => {
    const kind = isRecord(item) && kinds.find((known) => known === item.kind);
    if (!kind) return [];
    const { subjectId, position } = item;
    return [
      {
        kind,
        ...(typeof subjectId === 'string' ? { subjectId } : {}),
        ...(typeof position === 'number' ? { position } : {}),
      },
    ];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
