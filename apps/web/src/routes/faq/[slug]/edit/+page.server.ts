import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { articleCareDeeds } from '#lib/server/article-care.ts';
import { articleLifeDeeds } from '#lib/server/article-life.ts';
import { editArticle, editableArticle, publishArticle } from '#lib/server/documents/articles.ts';
import { requestReview } from '#lib/server/documents/curation.ts';
import { careOptions } from '#lib/server/documents/freshness.ts';
import { articleShelves, setArticleCategories } from '#lib/server/documents/structure.ts';
import { preview } from '#lib/server/drafts.ts';
import { tagsOf, textOf, textsOf } from '#lib/server/fields.ts';
import { translatorFor } from '#lib/server/translate.ts';
import { chosenVersions } from '#lib/server/versions-cookie.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { t } = translatorFor(event.locals.language);
  const { article, knowledgeSettings } = await api(event).query(editableArticle, { slug: event.params.slug });
  if (!article) error(404, t('error.404.title'));
  if (!article.viewerCan.edit) error(403, t('error.403.title'), { requires: 'STAFF' });
  const { slug } = event.params;
  const [shelves, care] = await Promise.all([
    api(event).query(articleShelves, { slug }),
    api(event).query(careOptions, { slug, versions: chosenVersions(event) }),
  ]);
  const { requireReview } = knowledgeSettings;
  return { article, copy: article.workingCopy, shelves, care, requireReview };
};

async function valuesOf(event: RequestEvent) {
  const form = await event.request.formData();
  return textsOf(form, 'articleId', 'version', 'title', 'body', 'tags', 'reason', 'then');
}

export const actions: Actions = {
  async save(event) {
    const values = await valuesOf(event);
    const input = {
      articleId: values.articleId,
      expectedVersion: Number(values.version),
      title: values.title,
      body: values.body,
      tags: tagsOf(values.tags),
      ...(values.reason ? { reason: values.reason } : {}),
    };
    const saved = await api(event).submit(editArticle, { input }, { name: 'article', values });
    if (saved.failure) return saved.failure;
    const { path } = saved.data.editArticle.article;
    // The text is kept by now: what is left of a refusal belongs to the version that was just made.
    const rest = { name: 'article', values: { ...values, version: '' } };
    const next = { input: { articleId: values.articleId } };
    if (values.then === 'review') {
      const asked = await api(event).submit(requestReview, next, rest);
      if (asked.failure) return asked.failure;
    }
    if (values.then === 'publish') {
      const sent = await api(event).submit(publishArticle, next, rest);
      if (sent.failure) return sent.failure;
      redirect(303, sent.data.publishArticle.article.path);
    }
    redirect(303, `${path}/edit?saved`);
  },

  ...articleLifeDeeds,
  setCare: articleCareDeeds.setCare,

  async shelve(event) {
    const form = await event.request.formData();
    const input = { articleId: textOf(form, 'articleId'), categoryIds: form.getAll('category').map(String) };
    const sent = await api(event).submit(setArticleCategories, { input }, { name: 'shelves' });
    if (sent.failure) return sent.failure;
    redirect(303, `${event.url.pathname}?shelved`);
  },

  async preview(event) {
    return preview(event, 'article', await valuesOf(event));
  },
};
