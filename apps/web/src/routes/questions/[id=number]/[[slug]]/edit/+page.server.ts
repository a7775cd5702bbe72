import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { editQuestion, editableQuestion } from '#lib/server/documents/asking.ts';
import { rangeIn } from '#lib/server/applies-to.ts';
import { offeredProducts } from '#lib/server/documents/catalogue.ts';
import { preview } from '#lib/server/drafts.ts';
import { tagsOf, textsOf } from '#lib/server/fields.ts';
import { questionIdOf } from '#lib/server/ids.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

const fields = ['title', 'body', 'tags', 'reason', 'appliesFrom', 'appliesTo'] as const;

export const load: PageServerLoad = async (event) => {
  const { t } = translatorFor(event.locals.language);
  const { question } = await api(event).query(editableQuestion, { id: questionIdOf(event.params.id) });
  if (!question) error(404, t('error.404.title'));
  if (!question.viewerCan.edit) error(403, t('error.403.title'));
  const { products } = await api(event).query(offeredProducts, {});
  return { question, products };
};

export const actions: Actions = {
  async save(event) {
    const form = await event.request.formData();
    const values = textsOf(form, ...fields);
    const input = {
      questionId: questionIdOf(event.params.id),
      title: values.title,
      body: values.body,
      tags: tagsOf(values.tags),
      ...rangeIn(form),
      ...(values.reason ? { reason: values.reason } : {}),
    };
    const sent = await api(event).submit(editQuestion, { input }, { name: 'edit', values });
    if (sent.failure) return sent.failure;
    redirect(303, sent.data.editQuestion.question.path);
  },

  async preview(event) {
    return preview(event, 'edit', textsOf(await event.request.formData(), ...fields));
  },
};
