import { redirect } from '@sveltejs/kit';
import { deed } from '#lib/server/deed.ts';
import { api } from '#lib/server/api.ts';
import { markNoticesRead, ownNotices } from '#lib/server/documents/notices.ts';
import { textOf } from '#lib/server/fields.ts';
import { loginPath } from '#lib/server/paths.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const unreadOnly = searchParams.get('show') === 'unread';
  const { viewer } = await api(event).query(ownNotices, {
    after: searchParams.get('after'),
    unreadOnly,
    locale: event.locals.language,
  });
  if (!viewer) redirect(303, loginPath(event.url));
  return { notices: viewer.notices, unreadOnly, isFirstPage: !searchParams.has('after') };
};

export const actions: Actions = {
  read: deed('notices', markNoticesRead, (form) => ({ ids: [textOf(form, 'noticeId')] })),
  /** Up to the newest that the page showed: what was told meanwhile has not been seen. */
  readAll: deed('notices', markNoticesRead, (form) => ({ upTo: textOf(form, 'upTo') })),
};
