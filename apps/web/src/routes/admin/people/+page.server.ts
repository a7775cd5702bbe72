import { redirect } from '@sveltejs/kit';
import type { Role } from '#lib/model.ts';
import { api } from '#lib/server/api.ts';
import { eraseAccount, roleHolders, setRole } from '#lib/server/documents/admin.ts';
import { textsOf } from '#lib/server/fields.ts';
import { pageOf } from '#lib/server/paths.ts';
import type { Actions, PageServerLoad } from './$types.js';

const roles: readonly Role[] = ['MEMBER', 'SUPERUSER', 'MODERATOR', 'STAFF', 'ADMIN'];

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const search = searchParams.get('search')?.trim() ?? '';
  const { roleHolders: people } = await api(event).query(roleHolders, {
    after: searchParams.get('after'),
    search,
  });
  return { people, search, roles, isErased: searchParams.has('erased') };
};

export const actions: Actions = {
  async role(event) {
    const values = textsOf(await event.request.formData(), 'userId', 'role');
    const role = roles.find((known) => known === values.role) ?? 'MEMBER';
    const input = { userId: values.userId, role };
    const sent = await api(event).submit(setRole, { input }, { name: `role-${values.userId}` });
    if (sent.failure) return sent.failure;
    redirect(303, pageOf(event.url));
  },

  async erase(event) {
    const values = textsOf(await event.request.formData(), 'userId', 'reason', 'username');
    const sent = await api(event).submit(
      eraseAccount,
      { input: values },
      { name: `erase-${values.userId}`, values, required: ['username'] },
    );
    if (sent.failure) return sent.failure;
    redirect(303, '/admin/people?erased');
  },
};
