import { api } from '#lib/server/api.ts';
import { articlesInReview } from '#lib/server/documents/curation.ts';
import type { PageServerLoad } from './$types.js';

const states = { requested: 'REQUESTED', changes: 'CHANGES_REQUESTED', approved: 'APPROVED' } as const;

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const wish = searchParams.get('state') ?? '';
  const state = wish === 'changes' || wish === 'approved' ? wish : 'requested';
  const { articles } = await api(event).query(articlesInReview, {
    state: states[state],
    after: searchParams.get('after'),
  });
  return { articles, state: states[state] };
};
