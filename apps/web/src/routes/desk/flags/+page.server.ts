import type { FlagVerdict } from '#lib/model/moderation.ts';
import { api } from '#lib/server/api.ts';
import { deed, formOf } from '#lib/server/deed.ts';
import { flagQueue, resolveFlags } from '#lib/server/documents/moderation.ts';
import { textOf } from '#lib/server/fields.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { flagQueue: queue } = await api(event).query(flagQueue, {
    after: event.url.searchParams.get('after'),
  });
  return { queue };
};

function verdictOf(form: FormData): FlagVerdict {
  return form.get('verdict') === 'HELPFUL' ? 'HELPFUL' : 'DECLINED';
}

export const actions: Actions = {
  resolve: deed(formOf('flags', 'postId'), resolveFlags, (form) => ({
    postId: textOf(form, 'postId'),
    verdict: verdictOf(form),
    note: textOf(form, 'note') || null,
  })),
};
