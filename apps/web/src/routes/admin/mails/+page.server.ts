import { api } from '#lib/server/api.ts';
import { keptMails } from '#lib/server/documents/admin.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  api(event).query(keptMails, { after: event.url.searchParams.get('after') });
