import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { setupSite } from '#lib/server/documents/session.ts';
import { textOf, textsOf } from '#lib/server/fields.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ parent }) => {
  const { site } = await parent();
  if (!site.needsSetup) redirect(303, '/');
  return {};
};

export const actions: Actions = {
  async default(event) {
    const form = await event.request.formData();
    const values = textsOf(form, 'siteName', 'username', 'email', 'displayName', 'content');
    const { siteName, username, email, displayName, content } = values;
    const input = {
      siteName,
      username,
      email,
      displayName,
      password: textOf(form, 'password'),
      withSample: content === 'sample',
    };
    const sent = await api(event).submit(setupSite, { input }, { name: 'setup', values });
    if (sent.failure) return sent.failure;
    redirect(303, '/');
  },
};
