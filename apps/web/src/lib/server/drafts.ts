import type { RequestEvent } from '@sveltejs/kit';
import type { FormReply } from '#lib/forms.ts';
import { api } from './api.ts';
import { previewMarkdown } from './documents/posting.ts';
import { saveDraft } from './documents/drafts.ts';
import { tagsOf } from './fields.ts';

/** Form actions beside the main one: each answers with everything that was typed, so that nothing is lost. */

export async function preview(event: RequestEvent, name: string, values: Record<string, string>) {
  const input = { body: values.body ?? '' };
  const sent = await api(event).submit(previewMarkdown, { input }, { name, values });
  if (sent.failure) return sent.failure;
  return {
    form: name,
    values,
    problems: {},
    notice: '',
    preview: sent.data.previewMarkdown.html,
  } satisfies FormReply;
}

export async function keepDraft(
  event: RequestEvent,
  name: string,
  values: Record<string, string>,
  questionId?: string,
) {
  const input = {
    kind: questionId ? ('ANSWER' as const) : ('QUESTION' as const),
    body: values.body ?? '',
    ...(questionId ? { questionId } : { title: values.title ?? '', tags: tagsOf(values.tags ?? '') }),
  };
  const sent = await api(event).submit(saveDraft, { input }, { name, values });
  if (sent.failure) return sent.failure;
  return { form: name, values, problems: {}, notice: '', kept: true } satisfies FormReply;
}
