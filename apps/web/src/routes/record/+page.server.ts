import { api } from '#lib/server/api.ts';
import { moderationRecord } from '#lib/server/documents/record.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { auditRecords } = await api(event).query(moderationRecord, {
    after: event.url.searchParams.get('after'),
  });
  return { record: auditRecords };
};
