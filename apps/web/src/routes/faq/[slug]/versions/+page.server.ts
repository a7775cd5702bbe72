import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { articleVersions } from '#lib/server/documents/articles.ts';
import { restoreArticleVersion } from '#lib/server/documents/curation.ts';
import { textsOf } from '#lib/server/fields.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { article } = await api(event).query(articleVersions, {
    slug: event.params.slug,
    after: event.url.searchParams.get('after'),
  });
  if (!article) error(404, translatorFor(event.locals.language).t('error.404.title'));
  return { article };
};

export const actions: Actions = {
  async restore(event) {
    const { articleId, number, newest } = textsOf(
      await event.request.formData(),
      'articleId',
      'number',
      'newest',
    );
    const input = {
      articleId,
      number: Number(number),
      expectedVersion: Number(newest),
      // Readers of the list of versions see it: in the words of whoever restores.
      reason: translatorFor(event.locals.language).t('versions.restored', { number }),
    };
    const sent = await api(event).submit(restoreArticleVersion, { input }, { name: 'restore' });
    if (sent.failure) return sent.failure;
    redirect(303, `${sent.data.restoreArticleVersion.article.path}/edit?saved`);
  },
};
