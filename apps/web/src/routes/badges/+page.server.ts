import type { BadgeTier } from '#lib/model/recognition.ts';
import { api } from '#lib/server/api.ts';
import { badgeList } from '#lib/server/documents/recognition.ts';
import type { PageServerLoad } from './$types.js';

const tiers: readonly BadgeTier[] = ['BRONZE', 'SILVER', 'GOLD'];

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const tier = tiers.find((known) => known.toLowerCase() === searchParams.get('tier')) ?? null;
  const { badges } = await api(event).query(badgeList, {
    locale: event.locals.language,
    tier,
    after: searchParams.get('after'),
  });
  return { badges, tier };
};
