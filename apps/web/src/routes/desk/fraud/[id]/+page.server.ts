import { error } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import * as moderation from '#lib/server/documents/moderation.ts';
import { textOf } from '#lib/server/fields.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { fraudCase } = await api(event).query(moderation.fraudCase, {
    id: event.params.id,
    after: event.url.searchParams.get('after'),
  });
  if (!fraudCase) error(404, translatorFor(event.locals.language).t('error.404.title'));
  return { found: fraudCase };
};

const caseOf = (form: FormData) => ({ caseId: textOf(form, 'caseId') });
const withReason = (form: FormData) => ({ ...caseOf(form), reason: textOf(form, 'reason') });
const chosen = (form: FormData, name: string) =>
  form.get('scope') === 'chosen' ? form.getAll(name).map(String) : null;

export const actions: Actions = {
  propose: deed('propose', moderation.proposeInvalidation, (form) => ({
    ...withReason(form),
    voteIds: chosen(form, 'vote'),
    answerIds: chosen(form, 'answer'),
  })),
  confirm: deed('confirm', moderation.confirmInvalidation, caseOf),
  dismiss: deed('dismiss', moderation.dismissFraudCase, withReason),
  undo: deed('undo', moderation.undoInvalidation, withReason),
};
