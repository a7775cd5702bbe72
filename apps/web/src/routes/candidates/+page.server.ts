import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { candidates, promoteAnswer } from '#lib/server/documents/articles.ts';
import { textsOf } from '#lib/server/fields.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { promotionCandidates } = await api(event).query(candidates, {
    after: event.url.searchParams.get('after'),
  });
  return { candidates: promotionCandidates };
};

export const actions: Actions = {
  async promote(event) {
    const { answerId, title } = textsOf(await event.request.formData(), 'answerId', 'title');
    const input = { answerId, ...(title.trim() ? { title } : {}) };
    const sent = await api(event).submit(
      promoteAnswer,
      { input },
      { name: `promote-${answerId}`, values: { title } },
    );
    if (sent.failure) return sent.failure;
    redirect(303, `${sent.data.promoteAnswer.article.path}/edit`);
  },
};
