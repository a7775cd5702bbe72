import { deed } from './deed.ts';
import * as curation from './documents/curation.ts';
import { textOf } from './fields.ts';
import { answerIdIn } from './ids.ts';

/** Form actions of the editor for everything but the text. */
export const articleLifeDeeds = {
  requestReview: deed('review', curation.requestReview, articleOf),
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
  changeSlug: deed(
    'address',
    curation.changeArticleSlug,
    (form) => ({ ...articleOf(form), slug: textOf(form, 'slug') }),
    (_, { changeArticleSlug }) => `${changeArticleSlug.article.path}/edit`,
  ),
};

function articleOf(form: FormData) {
  return { articleId: textOf(form, 'articleId') };
}

/** The pages give all times in UTC, and so do people who fill in a time here. What is no time is refused by the API. */
function timeOf(local: string): string {
  const time = new Date(`${local}Z`);
  return Number.isNaN(time.getTime()) ? new Date(0).toISOString() : time.toISOString();
}
