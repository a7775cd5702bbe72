import { api } from '#lib/server/api.ts';
import { topHelpers } from '#lib/server/documents/recognition.ts';
import { periodOf } from '#lib/server/period.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { period, wanted } = periodOf(event.url);
  const after = event.url.searchParams.get('after');
  const found = await api(event).query(topHelpers, { period: wanted, after });
  return { helpers: found.topHelpers, period };
};
