import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from './api.ts';
import type { Document } from './document.ts';
import * as curation from './documents/curation.ts';
import { textOf, textsOf } from './fields.ts';
import { answerIdIn } from './ids.ts';

interface Doing {
  articleId: string;
}

/**
 * Form actions of the editor for everything but the text: each ends in a redirect to the editor, so that reloading does
 * not do it again. A refusal is shown at the form that was sent.
 */
export const articleLifeDeeds = {
  requestReview: deed('review', curation.requestReview, (form) => articleOf(form)),
  approve: deed('review', curation.approveArticle, (form) => ({
    ...articleOf(form),
    expectedVersion: Number(textOf(form, 'version')),
    remark: textOf(form, 'remark') || null,
  })),
  requestChanges: deed('review', curation.requestChanges, (form) => ({
    ...articleOf(form),
    expectedVersion: Number(textOf(form, 'version')),
    remark: textOf(form, 'remark'),
  })),
  schedule: deed('schedule', curation.schedulePublication, (form) => ({
    ...articleOf(form),
    at: timeOf(textOf(form, 'at')),
  })),
  cancelSchedule: deed('schedule', curation.cancelScheduledPublication, articleOf),
  addSource: deed('sources', curation.addArticleSource, (form) => ({
    ...articleOf(form),
    answerId: answerIdIn(textOf(form, 'answer')),
  })),
  removeSource: deed('sources', curation.removeArticleSource, (form) => ({
    ...articleOf(form),
    answerId: textOf(form, 'answerId'),
  })),
  confirmSources: deed('sources', curation.confirmSources, (form) => ({
    ...articleOf(form),
    seen: form.getAll('seen').flatMap((seen) => {
      const [answerId, revision] = typeof seen === 'string' ? seen.split(' ') : [];
      return answerId ? [{ answerId, revision: Number(revision) }] : [];
    }),
  })),

  async changeSlug(event: RequestEvent) {
    const { articleId, slug } = textsOf(await event.request.formData(), 'articleId', 'slug');
    const sent = await api(event).submit(
      curation.changeArticleSlug,
      { input: { articleId, slug } },
      { name: 'address', values: { slug } },
    );
    if (sent.failure) return sent.failure;
    redirect(303, `${sent.data.changeArticleSlug.article.path}/edit`);
  },
};

function deed<Input extends Doing>(
  name: string,
  mutation: Document<unknown, { input: Input }>,
  inputOf: (form: FormData) => Input,
) {
  return async (event: RequestEvent) => {
    const form = await event.request.formData();
    const values = textsOf(form, 'remark', 'at', 'answer');
    const sent = await api(event).submit(mutation, { input: inputOf(form) }, { name, values });
    if (sent.failure) return sent.failure;
    redirect(303, event.url.pathname);
  };
}

function articleOf(form: FormData): Doing {
  return { articleId: textOf(form, 'articleId') };
}

/** The pages give all times in UTC, and so do people who fill in a time here. What is no time is refused by the API. */
function timeOf(local: string): string {
  const time = new Date(`${local}Z`);
  return Number.isNaN(time.getTime()) ? new Date(0).toISOString() : time.toISOString();
}
