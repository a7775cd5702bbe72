import { error, redirect } from '@sveltejs/kit';
import { flagReasons } from '#lib/model/moderation.ts';
import { api } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { flagPost, postToReport } from '#lib/server/documents/moderation.ts';
import { textOf } from '#lib/server/fields.ts';
import { loginPath } from '#lib/server/paths.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  if (!viewer) redirect(303, loginPath(event.url));
  const { node, myFlagOn } = await api(event).query(postToReport, { id: event.params.postId });
  if (!node || !('path' in node)) error(404, translatorFor(event.locals.language).t('error.404.title'));
  return { post: node, flag: myFlagOn };
};

export const actions: Actions = {
  report: deed('report', flagPost, (form) => ({
    postId: textOf(form, 'postId'),
    reason: flagReasons.find((reason) => reason === form.get('reason')) ?? 'OTHER',
    remark: textOf(form, 'remark') || null,
  })),
};
