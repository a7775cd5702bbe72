import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { FormReply } from '#lib/forms.ts';
import { api } from './api.ts';
import { previewMarkdown } from './documents/posting.ts';
import { discardDraft as discard, saveDraft } from './documents/drafts.ts';
import { tagsOf } from './fields.ts';
import { pageOf } from './paths.ts';

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

/** Forgets the draft and shows the form empty. */
export async function discardDraft(event: RequestEvent, name: string, questionId?: string) {
  const input = questionId ? { kind: 'ANSWER' as const, questionId } : { kind: 'QUESTION' as const };
  const sent = await api(event).submit(discard, { input }, { name });
  if (sent.failure) return sent.failure;
  redirect(303, pageOf(event.url));
}
