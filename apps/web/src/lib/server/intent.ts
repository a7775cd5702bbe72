import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { IntentEvent } from '#lib/model/insights.ts';
import { intentPolicy, recordIntent } from './documents/insights.ts';
import { execute } from './transport.ts';

/** Two random numbers and a time: nothing in it leads to a person, and it ends with the visit. */
export const intentCookie = 'peerdesk_intent';

/** After so long without a step, the next one begins another search for a solution. The API holds it the same way. */
const idleSeconds = 30 * 60;
/** Browsers that restore their tabs keep cookies of a session for weeks; a visit is over sooner. */
const visitSeconds = 12 * 60 * 60;

/** They look for everything and need nothing. Those that say so, that is; the others cannot be told from people. */
const robots = /bot\b|crawl|spider|slurp/i;

interface Intent {
  session: string;
  id: string;
  /** Something was said to have solved it; whoever searches then looks for something else. */
  solved: boolean;
}

interface Pending {
  intent: Intent;
  events: IntentEvent[];
}

// By locals, which load functions, actions and hooks of one request share; the event itself is another object for each.
const pending = new WeakMap<App.Locals, Pending>();

/**
 * Notes what a visitor does who looks for a solution. It costs the page nothing: what was noted is sent by
 * `sendIntentEvents` once the response is on its way. A search for a solution begins by searching or by writing a
 * question; whatever else is noted without one is left out. Nothing is noted, and no cookie set, for visitors whose
 * browser asks not to be tracked.
 */
export function recordIntentEvents(event: RequestEvent, ...events: IntentEvent[]): void {
  if (events.length === 0 || refusesRecording(event)) return;
  const begins = events.some(({ kind }) => kind === 'SEARCHED' || kind === 'SUGGESTED');
  const known = pending.get(event.locals) ?? current(event);
  const noted = known ?? (begins ? { intent: begun(), events: [] } : null);
  if (!noted) return;
  const { intent } = noted;
  if (intent.solved && events.some(({ kind }) => kind === 'SEARCHED')) {
    intent.id = randomUUID();
    intent.solved = false;
  }
  intent.solved ||= events.some(({ kind }) => kind === 'SOLVED');
  noted.events.push(...events);
  pending.set(event.locals, noted);
  // The question ends it. The next step begins another one.
  const isOver = events.some(({ kind }) => kind === 'ASKED');
  remember(event, isOver ? { ...intent, id: randomUUID(), solved: false } : intent);
}

/** Notes that a question or article was opened, if the visitor came to it from what was found or suggested. */
export function recordOpening(event: RequestEvent, subjectId: string): void {
  if (event.request.method !== 'GET' || !isWhereThingsAreFound(event)) return;
  recordIntentEvents(event, { kind: 'OPENED', subjectId });
}

/**
 * Notes a search that was made in passing, in a box that shows its first results while somebody types, and what was
 * opened of it. On a page whose visitors are known to look for something the opening is left out: whatever they go to
 * from there notes it when they arrive, and it would count as two.
 */
export function recordQuickSearch(event: RequestEvent, search: IntentEvent, opening: IntentEvent): void {
  recordIntentEvents(event, search, ...(isWhereThingsAreFound(event) ? [] : [opening]));
}

/** The request comes from a page that shows what was found or suggests something. */
function isWhereThingsAreFound({ request, url }: RequestEvent): boolean {
  const from = URL.parse(request.headers.get('referer') ?? '');
  return from?.host === url.host && (from.pathname === '/search' || from.pathname === '/ask');
}

/** For the page on which a question is written: what comes from it at once must not begin two visits. */
export function expectIntent(event: RequestEvent): void {
  if (!refusesRecording(event) && !current(event)) remember(event, begun());
}

/**
 * Whether this visitor is shown suggestions while asking. To a small share of visits chance shows none: they tell how
 * many would have asked anyway. Visits that are not recorded would tell nothing, so they always see them.
 */
export async function maySuggest(event: RequestEvent): Promise<boolean> {
  if (refusesRecording(event)) return true;
  const known = pending.get(event.locals)?.intent ?? current(event)?.intent;
  const intent = known ?? begun();
  if (!known) remember(event, intent);
  const response = await execute(event, {
    query: intentPolicy.source,
    variables: { session: intent.session },
  });
  const data = response.data as { intentPolicy: { suggest: boolean } } | null | undefined;
  return data?.intentPolicy.suggest ?? true;
}

/** Sends what was noted, after the response; that it could not be sent is nobody's trouble. */
export function sendIntentEvents(event: RequestEvent): void {
  const noted = pending.get(event.locals);
  if (!noted) return;
  pending.delete(event.locals);
  const { session, id } = noted.intent;
  const input = { session, intent: id, locale: event.locals.language, events: noted.events.slice(0, 20) };
  setImmediate(() => {
    execute(event, { query: recordIntent.source, variables: { input } }).catch(() => undefined);
  });
}

function refusesRecording({ request }: RequestEvent): boolean {
  const { headers } = request;
  return (
    headers.get('dnt') === '1' ||
    headers.get('sec-gpc') === '1' ||
    robots.test(headers.get('user-agent') ?? '')
  );
}

function begun(): Intent {
  return { session: randomUUID(), id: randomUUID(), solved: false };
}

const cookieShape = /^([\da-f-]{36})\.([\da-f-]{36})\.(\d{1,12})\.([01])$/;

function current({ cookies }: RequestEvent): Pending | null {
  const [, session, id, at, solved] = cookieShape.exec(cookies.get(intentCookie) ?? '') ?? [];
  if (!session || !id) return null;
  const idle = Date.now() / 1_000 - Number(at);
  if (idle > visitSeconds) return null;
  const intent =
    idle > idleSeconds
      ? { session, id: randomUUID(), solved: false }
      : { session, id, solved: solved === '1' };
  return { intent, events: [] };
}

function remember({ cookies, url }: RequestEvent, { session, id, solved }: Intent): void {
  const now = Math.floor(Date.now() / 1_000);
  cookies.set(intentCookie, `${session}.${id}.${now}.${solved ? 1 : 0}`, {
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
  });
}
