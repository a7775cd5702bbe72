import type { RequestEvent } from '@sveltejs/kit';
import type { SearchHit } from '#lib/model/search.ts';
import { api } from './api.ts';
import { suggest } from './documents/asking.ts';
import { maySuggest, recordIntentEvents } from './intent.ts';
import { chosenVersions } from './versions-cookie.ts';

const shortestTitle = 3;
/** What a problem is about stands in its first sentences; a whole log would only make the search slow. */
const longestBody = 2000;

/**
 * What may already answer a question that is being written, the best first; of the best article the whole text, to be
 * read in place. Nothing for the few visits that are shown nothing.
 */
export async function suggestionsFor(
  event: RequestEvent,
  { title, body }: { title: string; body: string },
): Promise<SearchHit[]> {
  if (title.trim().length < shortestTitle) return [];
  const { suggest: hits } = await api(event).query(suggest, {
    title,
    body: body.slice(0, longestBody) || undefined,
    language: event.locals.language,
    versions: chosenVersions(event),
  });
  recordIntentEvents(event, { kind: 'SUGGESTED', query: title, hits: hits.length });
  return (await maySuggest(event)) ? withOneOpen(hits) : [];
}

function withOneOpen(hits: readonly SearchHit[]): SearchHit[] {
  const best = hits.find(({ subject }) => subject.__typename === 'Article');
  return hits.map((hit) => {
    if (hit === best || hit.subject.__typename !== 'Article') return hit;
    return { ...hit, subject: { ...hit.subject, bodyHtml: undefined } };
  });
}
