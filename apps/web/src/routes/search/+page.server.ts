import { redirect } from '@sveltejs/kit';
import type { SearchOrder } from '#lib/model/search.ts';
import { api } from '#lib/server/api.ts';
import { search } from '#lib/server/documents/search.ts';
import { recordIntentEvents } from '#lib/server/intent.ts';
import { chosenVersions } from '#lib/server/versions-cookie.ts';
import type { PageServerLoad } from './$types.js';

const orders: Record<string, SearchOrder> = {
  relevance: 'RELEVANCE',
  newest: 'NEWEST',
  votes: 'VOTES',
  activity: 'ACTIVITY',
};

/** As the API takes them; the box takes no more. */
const longest = 1000;

/** Addresses of an earlier time said beside the words where to look; now the box says everything. */
const formerScopes: Record<string, string> = { faq: 'is:faq', questions: 'is:question' };

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const words = (searchParams.get('q') ?? '').trim().slice(0, longest);
  const scope = formerScopes[searchParams.get('scope') ?? ''];
  if (scope) redirect(301, `/search?${new URLSearchParams({ q: `${words} ${scope}`.trim() })}`);

  const wish = searchParams.get('sort') ?? '';
  const order = Object.hasOwn(orders, wish) ? wish : 'relevance';
  if (!words) return { words, order, result: null };
  const { search: result } = await api(event).query(search, {
    query: words,
    orderBy: orders[order] ?? 'RELEVANCE',
    after: searchParams.get('after'),
    language: event.locals.language,
    versions: chosenVersions(event),
  });
  // Going on to the next page is no other search.
  if (!searchParams.has('after')) {
    recordIntentEvents(event, { kind: 'SEARCHED', query: words, hits: result.estimatedTotal });
  }
  return { words, order, result };
};
