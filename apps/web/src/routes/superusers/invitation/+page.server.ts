import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { acceptInvitation, declineInvitation, ownInvitation } from '#lib/server/documents/superusers.ts';
import { loginPath } from '#lib/server/paths.ts';
import { ownDeed } from '#lib/server/superuser-deeds.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await api(event).query(ownInvitation, {});
  if (!viewer) redirect(303, loginPath(event.url));
  return { invitation: viewer.superuserInvitation };
};

const form = { name: 'invitation', conflict: 'superusers.answerConflict' } as const;

export const actions: Actions = {
  accept: ownDeed(acceptInvitation, form, '/superusers?said=welcome'),
  decline: ownDeed(declineInvitation, form, '/superusers?said=declined'),
};
