import { api } from '#lib/server/api.ts';
import { hasRole } from '#lib/desk.ts';
import { invalidatedByMonth } from '#lib/server/documents/moderation.ts';
import { moderationRecord } from '#lib/server/documents/record.ts';
import type { PageServerLoad } from './$types.js';

/** How many votes were found invalid is for everybody; who did what, for those who moderate. */
export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const { query } = api(event);
  const after = event.url.searchParams.get('after');
  const { invalidatedByMonth: months } = await query(invalidatedByMonth, {});
  const mayRead = viewer && hasRole(viewer, 'MODERATOR');
  return { months, record: mayRead ? (await query(moderationRecord, { after })).auditRecords : null };
};
