import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { register } from '#lib/server/documents/session.ts';
import { textOf, textsOf } from '#lib/server/fields.ts';
import { writeMailsIn } from '#lib/server/mail-language.ts';
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
    const values = textsOf(form, 'username', 'email', 'displayName');
    const input = {
      username: values.username,
      email: values.email,
      password: textOf(form, 'password'),
      ...(values.displayName ? { displayName: values.displayName } : {}),
    };
    const sent = await api(event).submit(register, { input }, { name: 'register', values });
    if (sent.failure) return sent.failure;
    await writeMailsIn(event.locals.language, event);
    redirect(303, safeNext(textOf(form, 'next')));
  },
};
