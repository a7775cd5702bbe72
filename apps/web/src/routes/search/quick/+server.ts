import type { QuickHit } from '#lib/model/search.ts';
import { api } from '#lib/server/api.ts';
import { quickSearch } from '#lib/server/documents/search.ts';
import { recordQuickSearch } from '#lib/server/intent.ts';
import { chosenVersions } from '#lib/server/versions-cookie.ts';
import type { RequestHandler } from './$types.js';

const longest = 1000;

/** The first results while somebody types into a search box. */
export const GET: RequestHandler = async (event) => {
  const words = (event.url.searchParams.get('q') ?? '').trim().slice(0, longest);
  if (words.length < 2) return Response.json([]);
  const { search } = await api(event).query(quickSearch, {
    query: words,
    language: event.locals.language,
    versions: chosenVersions(event),
  });
  const hits = search.hits.map(({ titleHtml, subject, appliesToReader }): QuickHit => ({
    kind: subject.__typename,
    id: subject.id,
    path: subject.path,
    titleHtml,
    isSolved: subject.__typename === 'Question' && subject.hasAcceptedAnswer,
    isForOtherVersion: appliesToReader === false,
  }));
  return Response.json(hits);
};

/**
 * Notes that somebody opened one of them: `{"words": "wet tent", "hits": 6, "subjectId": "q_1", "position": 1}`. What
 * they typed on the way there was no search of its own, so only now it counts as one.
 */
export const POST: RequestHandler = async (event) => {
  const sent = (await event.request.json().catch(() => null)) as Record<string, unknown> | null;
  const { words, hits, subjectId, position } = sent ?? {};
  const isWhole = typeof words === 'string' && typeof hits === 'number' && typeof subjectId === 'string';
  if (isWhole) {
    recordQuickSearch(
      event,
      { kind: 'SEARCHED', query: words.slice(0, longest), hits },
      { kind: 'OPENED', subjectId, ...(typeof position === 'number' ? { position } : {}) },
    );
  }
  return new Response(null, { status: 204 });
};
