import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { editQuestion, editableQuestion } from '#lib/server/documents/asking.ts';
import { preview } from '#lib/server/drafts.ts';
import { tagsOf, textsOf } from '#lib/server/fields.ts';
import { questionIdOf } from '#lib/server/ids.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { t } = translatorFor(event.locals.language);
  const { question } = await api(event).query(editableQuestion, { id: questionIdOf(event.params.id) });
  if (!question) error(404, t('error.404.title'));
  if (!question.viewerCan.edit) error(403, t('error.403.title'));
  return { question };
};

export const actions: Actions = {
  async save(event) {
    const values = textsOf(await event.request.formData(), 'title', 'body', 'tags', 'reason');
    const input = {
      questionId: questionIdOf(event.params.id),
      title: values.title,
      body: values.body,
      tags: tagsOf(values.tags),
      ...(values.reason ? { reason: values.reason } : {}),
    };
    const sent = await api(event).submit(editQuestion, { input }, { name: 'edit', values });
    if (sent.failure) return sent.failure;
    redirect(303, sent.data.editQuestion.question.path);
  },

  async preview(event) {
    return preview(event, 'edit', textsOf(await event.request.formData(), 'title', 'body', 'tags', 'reason'));
  },
};
