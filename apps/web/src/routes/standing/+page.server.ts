import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { ownStanding } from '#lib/server/documents/standing.ts';
import { loginPath } from '#lib/server/paths.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await api(event).query(ownStanding, { locale: event.locals.language });
  if (!viewer) redirect(303, loginPath(event.url));
  return { standing: viewer };
};
