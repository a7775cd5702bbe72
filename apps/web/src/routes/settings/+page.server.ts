import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { viewerVersions } from '#lib/server/documents/catalogue.ts';
import { ownMails, setMailPreferences } from '#lib/server/documents/notices.ts';
import { changePassword, editProfile, eraseOwnAccount, ownProfile } from '#lib/server/documents/people.ts';
import { ownSpotlight, setSpotlight } from '#lib/server/documents/recognition.ts';
import { textOf, textsOf } from '#lib/server/fields.ts';
import { mailedKinds } from '#lib/notices.ts';
import { loginPath } from '#lib/server/paths.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await api(event).query(ownProfile, {});
  if (!viewer) redirect(303, loginPath(event.url));
  const { products, viewerVersions: own } = await api(event).query(viewerVersions, {});
  const used = own.map((version) => version.id);
  const mails = (await api(event).query(ownMails, {})).viewer?.mailPreferences;
  const isWilling = (await api(event).query(ownSpotlight, {})).viewer?.isWillingForSpotlight ?? true;
  return { profile: viewer, products, used, mails, isWilling, saved: event.url.searchParams.get('saved') };
};

export const actions: Actions = {
  async profile(event) {
    const values = textsOf(await event.request.formData(), 'displayName', 'about');
    const sent = await api(event).submit(editProfile, { input: values }, { name: 'profile', values });
    if (sent.failure) return sent.failure;
    redirect(303, '/settings?saved=profile');
  },

  async mails(event) {
    const form = await event.request.formData();
    const kinds = mailedKinds.filter((kind) => form.getAll('kind').includes(kind));
    const input = { language: textOf(form, 'language'), kinds };
    const sent = await api(event).submit(setMailPreferences, { input }, { name: 'mails' });
    if (sent.failure) return sent.failure;
    redirect(303, '/settings?saved=mails');
  },

  async spotlight(event) {
    const form = await event.request.formData();
    const input = { isWilling: form.get('isWilling') === 'yes' };
    const sent = await api(event).submit(setSpotlight, { input }, { name: 'spotlight' });
    if (sent.failure) return sent.failure;
    redirect(303, '/settings?saved=spotlight');
  },

  async password(event) {
    const input = textsOf(await event.request.formData(), 'currentPassword', 'newPassword');
    const sent = await api(event).submit(
      changePassword,
      { input },
      { name: 'password', required: ['currentPassword', 'newPassword'] },
    );
    if (sent.failure) return sent.failure;
    redirect(303, '/settings?saved=password');
  },

  async erase(event) {
    const input = textsOf(await event.request.formData(), 'password', 'username');
    const sent = await api(event).submit(
      eraseOwnAccount,
      { input },
      { name: 'erase', values: { username: input.username }, required: ['password', 'username'] },
    );
    if (sent.failure) return sent.failure;
    redirect(303, '/goodbye');
  },
};
