import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { logout } from '#lib/server/documents/session.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Logging out is a form post; whoever comes here by a link or a reload finds nothing to do. */
export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  async default(event) {
    await api(event).query(logout, {});
    redirect(303, '/');
  },
};
