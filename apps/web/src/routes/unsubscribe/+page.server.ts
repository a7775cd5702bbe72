import { api } from '#lib/server/api.ts';
import { mailOfLink } from '#lib/server/documents/notices.ts';
import type { PageServerLoad } from './$types.js';

/** Opening the link ends nothing, since programs open links too; the button posts to the same address of the API. */
export const load: PageServerLoad = async (event) => {
  const token = event.url.searchParams.get('token') ?? '';
  const { mailOfLink: mail } = await api(event).query(mailOfLink, { token });
  return { mail, token };
};
