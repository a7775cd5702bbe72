import { api } from '#lib/server/api.ts';
import { search, type SearchScope } from '#lib/server/documents/search.ts';
import type { PageServerLoad } from './$types.js';

const scopes: Record<string, SearchScope> = { all: 'ALL', faq: 'FAQ', questions: 'QUESTIONS' };

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const words = (searchParams.get('q') ?? '').trim();
  const wish = searchParams.get('scope') ?? '';
  const scope = wish in scopes ? wish : 'all';
  if (!words) return { words, scope, result: null };
  const { search: result } = await api(event).query(search, {
    query: words,
    filter: { scope: scopes[scope] ?? 'ALL' },
  });
  return { words, scope, result };
};
