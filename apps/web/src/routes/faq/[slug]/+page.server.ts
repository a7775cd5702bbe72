import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import {
  archiveArticle,
  article as articlePage,
  publishArticle,
  rateArticle,
} from '#lib/server/documents/articles.ts';
import { textOf } from '#lib/server/fields.ts';
import { recordOpening } from '#lib/server/intent.ts';
import { pageOf } from '#lib/server/paths.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { article } = await api(event).query(articlePage, { slug: event.params.slug });
  if (!article) error(404, translatorFor(event.locals.language).t('error.404.title'));
  if (decodeURI(article.path) !== decodeURI(event.url.pathname)) redirect(308, article.path);
  recordOpening(event, article.id);
  return { article, origin: event.platform?.req.peerdesk?.publicUrl ?? event.url.origin };
};

export const actions: Actions = {
  async helpful(event) {
    const form = await event.request.formData();
    const input = { articleId: textOf(form, 'articleId'), helpful: form.get('helpful') === 'yes' };
    const sent = await api(event).submit(rateArticle, { input }, { name: 'helpful' });
    if (sent.failure) return sent.failure;
    redirect(303, pageOf(event.url));
  },

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
