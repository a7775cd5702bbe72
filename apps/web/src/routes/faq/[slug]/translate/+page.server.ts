import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { editArticle, publishArticle } from '#lib/server/documents/articles.ts';
import { confirmTranslation, translatable, translateArticle } from '#lib/server/documents/structure.ts';
import { preview } from '#lib/server/drafts.ts';
import { tagsOf, textsOf } from '#lib/server/fields.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { t } = translatorFor(event.locals.language);
  const { article, knowledgeSettings } = await api(event).query(translatable, { slug: event.params.slug });
  if (!article) error(404, t('error.404.title'));
  if (!article.viewerCan.edit) error(403, t('error.403.title'), { requires: 'STAFF' });
  if (article.original) redirect(307, `${article.original.path}/translate${event.url.search}`);
  const to = event.url.searchParams.get('to') ?? '';
  const there = article.translations.find(({ locale }) => locale.toLowerCase() === to.toLowerCase());
  const { requireReview } = knowledgeSettings;
  return { article, to: there?.locale ?? to, translation: there ?? null, requireReview };
};

async function valuesOf(event: RequestEvent) {
  const form = await event.request.formData();
  const names = ['originalId', 'originalVersion', 'articleId', 'version', 'title', 'body', 'tags'] as const;
  return textsOf(form, ...names, 'follows', 'then');
}

type Values = Awaited<ReturnType<typeof valuesOf>>;

function textIn(values: Values) {
  return { title: values.title, body: values.body, tags: tagsOf(values.tags) };
}

/** Either the translation as it was saved, or the failure that the action returns. */
async function save(event: RequestEvent, values: Values) {
  const form = { name: 'translation', values };
  const originalVersion = Number(values.originalVersion);
  if (!values.articleId) {
    const input = {
      ...textIn(values),
      articleId: values.originalId,
      locale: event.url.searchParams.get('to') ?? '',
      originalVersion,
    };
    const made = await api(event).submit(translateArticle, { input }, form);
    if (made.failure) return { failure: made.failure };
    return { article: made.data.translateArticle.article };
  }

  const input = { ...textIn(values), articleId: values.articleId, expectedVersion: Number(values.version) };
  const edited = await api(event).submit(editArticle, { input }, form);
  if (edited.failure) return { failure: edited.failure };
  const article = { ...edited.data.editArticle.article, id: values.articleId };
  if (!values.follows) return { article };
  const confirmed = await api(event).submit(
    confirmTranslation,
    { input: { articleId: article.id, originalVersion } },
    form,
  );
  return confirmed.failure ? { failure: confirmed.failure } : { article };
}

function backWith(event: RequestEvent, sign: string): never {
  const to = event.url.searchParams.get('to') ?? '';
  redirect(303, `${event.url.pathname}?to=${encodeURIComponent(to)}&${sign}`);
}

export const actions: Actions = {
  async save(event) {
    const values = await valuesOf(event);
    const saved = await save(event, values);
    if (saved.failure) return saved.failure;
    if (values.then !== 'publish') backWith(event, 'saved');

    const sent = await api(event).submit(
      publishArticle,
      { input: { articleId: saved.article.id } },
      { name: 'translation', values },
    );
    if (sent.failure) return sent.failure;
    redirect(303, sent.data.publishArticle.article.path);
  },

  async confirm(event) {
    const values = await valuesOf(event);
    const input = { articleId: values.articleId, originalVersion: Number(values.originalVersion) };
    const sent = await api(event).submit(confirmTranslation, { input }, { name: 'translation' });
    if (sent.failure) return sent.failure;
    backWith(event, 'confirmed');
  },

  async preview(event) {
    return preview(event, 'translation', await valuesOf(event));
  },
};
