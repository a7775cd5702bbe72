import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { createArticle, gapToWriteFor, publishArticle } from '#lib/server/documents/articles.ts';
import { knowledgeSettings, requestReview } from '#lib/server/documents/curation.ts';
import { preview } from '#lib/server/drafts.ts';
import { tagsOf, textsOf } from '#lib/server/fields.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** The longest title that an article may have. */
const longest = 150;

export const load: PageServerLoad = async (event) => {
  const gapId = event.url.searchParams.get('gap');
  const [{ knowledgeSettings: settings }, gap] = await Promise.all([
    api(event).query(knowledgeSettings, {}),
    gapId ? gapOf(event, gapId) : null,
  ]);
  const title = gap ? [...gap.title].slice(0, longest).join('') : '';
  // Of what is sent twice the second one makes nothing.
  return { gap, title, requireReview: settings.requireReview, clientMutationId: randomUUID() };
};

async function gapOf(event: RequestEvent, id: string) {
  const { node } = await api(event).query(gapToWriteFor, { id });
  if (node?.__typename !== 'KnowledgeGap') {
    error(404, translatorFor(event.locals.language).t('error.404.title'));
  }
  return node;
}

async function valuesOf(event: RequestEvent) {
  const form = await event.request.formData();
  return textsOf(form, 'gapId', 'clientMutationId', 'title', 'locale', 'body', 'tags', 'then');
}

export const actions: Actions = {
  async save(event) {
    const { then, ...values } = await valuesOf(event);
    const { gapId, clientMutationId, title, locale, body, tags } = values;
    const input = {
      ...{ title, body, tags: tagsOf(tags), clientMutationId },
      ...(locale && { locale }),
      ...(gapId && { gapId }),
    };
    const form = { name: 'write', values, required: ['title', 'body'] };
    const made = await api(event).submit(createArticle, { input }, form);
    if (made.failure) return made.failure;

    const { id, path } = made.data.createArticle.article;
    const next = { input: { articleId: id } };
    // It is kept by now. Where the second step is refused, the editor is the place to see why, and to go on.
    if (then === 'review') await api(event).submit(requestReview, next, form);
    if (then === 'publish') {
      const sent = await api(event).submit(publishArticle, next, form);
      if (!sent.failure) redirect(303, sent.data.publishArticle.article.path);
    }
    redirect(303, `${path}/edit?saved`);
  },

  async preview(event) {
    return preview(event, 'write', await valuesOf(event));
  },
};
