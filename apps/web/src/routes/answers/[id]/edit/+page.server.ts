import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { editAnswer, editableAnswer } from '#lib/server/documents/asking.ts';
import { rangeIn } from '#lib/server/applies-to.ts';
import { offeredProducts } from '#lib/server/documents/catalogue.ts';
import { preview } from '#lib/server/drafts.ts';
import { textsOf } from '#lib/server/fields.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

const fields = ['body', 'reason', 'appliesFrom', 'appliesTo'] as const;

export const load: PageServerLoad = async (event) => {
  const { t } = translatorFor(event.locals.language);
  const { node } = await api(event).query(editableAnswer, { id: event.params.id });
  // Another kind of thing with that id gives an object without the fields of an answer.
  if (!node?.id) error(404, t('error.404.title'));
  if (!node.viewerCan.edit) error(403, t('error.403.title'));
  const { products } = await api(event).query(offeredProducts, {});
  return { answer: node, products };
};

export const actions: Actions = {
  async save(event) {
    const form = await event.request.formData();
    const values = textsOf(form, ...fields);
    const input = {
      answerId: event.params.id,
      body: values.body,
      ...rangeIn(form),
      ...(values.reason ? { reason: values.reason } : {}),
    };
    const sent = await api(event).submit(editAnswer, { input }, { name: 'edit', values });
    if (sent.failure) return sent.failure;
    redirect(303, sent.data.editAnswer.answer.path);
  },

  async preview(event) {
    return preview(event, 'edit', textsOf(await event.request.formData(), ...fields));
  },
};
