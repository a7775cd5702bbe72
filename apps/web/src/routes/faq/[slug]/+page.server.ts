import { error, redirect } from '@sveltejs/kit';
import { feedbackReasons } from '#lib/model/freshness.ts';
import { api } from '#lib/server/api.ts';
import { articleCareDeeds } from '#lib/server/article-care.ts';
import {
  archiveArticle,
  article as articlePage,
  publishArticle,
  rateArticle,
} from '#lib/server/documents/articles.ts';
import { articleCare } from '#lib/server/documents/freshness.ts';
import { textOf, textsOf } from '#lib/server/fields.ts';
import { recordIntentEvents, recordOpening } from '#lib/server/intent.ts';
import { pageOf } from '#lib/server/paths.ts';
import { translatorFor } from '#lib/server/translate.ts';
import { chosenVersions } from '#lib/server/versions-cookie.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const { article } = await api(event).query(articlePage, { slug, versions: chosenVersions(event) });
  if (!article) error(404, translatorFor(event.locals.language).t('error.404.title'));
  if (decodeURI(article.path) !== decodeURI(event.url.pathname)) redirect(308, article.path);
  recordOpening(event, article.id);
  const mayBeChecked = article.viewerCan.edit && ['PUBLISHED', 'STALE'].includes(article.status);
  const care = mayBeChecked ? await careOf(event, article) : null;
  return { article, care, origin: event.platform?.req.peerdesk?.publicUrl ?? event.url.origin };
};

/** What only those see who look after it. */
async function careOf(event: RequestEvent, { id, slug }: { id: string; slug: string }) {
  const found = await api(event).query(articleCare, { id, slug });
  const { articleRemarks: remarks, products } = found;
  return { remarks, products, questions: found.article?.questionsAfter.nodes ?? [] };
}

export const actions: Actions = {
  async helpful(event) {
    const form = await event.request.formData();
    const values = textsOf(form, 'reason', 'comment', 'why');
    const reason = feedbackReasons.find((known) => known === values.reason);
    const input = {
      articleId: textOf(form, 'articleId'),
      helpful: form.get('helpful') === 'yes',
      ...(reason && { reason }),
      ...(values.comment && { comment: values.comment }),
    };
    const sent = await api(event).submit(rateArticle, { input }, { name: 'helpful', values });
    if (sent.failure) return sent.failure;
    // To people who looked for something this is how an article says “this solved it”; for others nothing is noted.
    if (input.helpful) recordIntentEvents(event, { kind: 'SOLVED', subjectId: input.articleId });
    redirect(303, values.why ? `${event.url.pathname}?told` : event.url.pathname);
  },

  confirm: articleCareDeeds.confirm,
  markStale: articleCareDeeds.markStale,
  resolveRemark: articleCareDeeds.resolveRemark,

  async publish(event) {
    const input = { articleId: textOf(await event.request.formData(), 'articleId') };
    const sent = await api(event).submit(publishArticle, { input }, { name: 'article' });
    if (sent.failure) return sent.failure;
    redirect(303, sent.data.publishArticle.article.path);
  },

  async archive(event) {
    const input = { articleId: textOf(await event.request.formData(), 'articleId') };
    const sent = await api(event).submit(archiveArticle, { input }, { name: 'article' });
    if (sent.failure) return sent.failure;
    redirect(303, pageOf(event.url));
  },
};
