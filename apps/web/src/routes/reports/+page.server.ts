import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { myFlags } from '#lib/server/documents/moderation.ts';
import { loginPath } from '#lib/server/paths.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  if (!viewer) redirect(303, loginPath(event.url));
  const { myFlags: flags } = await api(event).query(myFlags, { after: event.url.searchParams.get('after') });
  return { flags };
};
