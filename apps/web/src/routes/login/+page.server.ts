import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { login } from '#lib/server/documents/session.ts';
import { textOf, textsOf } from '#lib/server/fields.ts';
import { safeNext } from '#lib/server/paths.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ url, parent }) => {
  const next = safeNext(url.searchParams.get('next'));
  if ((await parent()).viewer) redirect(303, next);
  return { next };
};

export const actions: Actions = {
  async default(event) {
    const form = await event.request.formData();
    const input = textsOf(form, 'login', 'password');
    const sent = await api(event).submit(
      login,
      { input },
      { name: 'login', values: { login: input.login }, required: ['login', 'password'] },
    );
    if (sent.failure) return sent.failure;
    redirect(303, safeNext(textOf(form, 'next')));
  },
};
