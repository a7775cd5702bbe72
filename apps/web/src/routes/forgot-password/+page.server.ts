import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { requestPasswordReset } from '#lib/server/documents/session.ts';
import { textsOf } from '#lib/server/fields.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ url }) => ({ sent: url.searchParams.has('sent') });

export const actions: Actions = {
  async default(event) {
    const input = textsOf(await event.request.formData(), 'email');
    const sent = await api(event).submit(
      requestPasswordReset,
      { input },
      { name: 'forgot', values: input, required: ['email'] },
    );
    if (sent.failure) return sent.failure;
    redirect(303, '/forgot-password?sent');
  },
};
