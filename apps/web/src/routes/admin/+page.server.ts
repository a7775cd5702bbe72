import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { siteSettings, updateSite } from '#lib/server/documents/admin.ts';
import { preview } from '#lib/server/drafts.ts';
import { textsOf } from '#lib/server/fields.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { site } = await api(event).query(siteSettings, {});
  return { settings: site, saved: event.url.searchParams.has('saved') };
};

async function valuesOf(event: RequestEvent) {
  return textsOf(await event.request.formData(), 'name', 'tagline', 'locale', 'houseRules');
}

export const actions: Actions = {
  async save(event) {
    const input = await valuesOf(event);
    const sent = await api(event).submit(updateSite, { input }, { name: 'site', values: input });
    if (sent.failure) return sent.failure;
    redirect(303, '/admin?saved');
  },

  async preview(event) {
    const values = await valuesOf(event);
    return preview(event, 'site', { ...values, body: values.houseRules });
  },
};
