import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { resetPassword } from '#lib/server/documents/session.ts';
import { textsOf } from '#lib/server/fields.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ url, setHeaders }) => {
  // The address holds a secret: it must not reach another site as the referrer.
  setHeaders({ 'referrer-policy': 'no-referrer' });
  return { token: url.searchParams.get('token') ?? '' };
};

export const actions: Actions = {
  async default(event) {
    const input = textsOf(await event.request.formData(), 'token', 'password');
    const sent = await api(event).submit(resetPassword, { input }, { name: 'reset' });
    if (sent.failure) return sent.failure;
    redirect(303, '/');
  },
};
