import { error, redirect } from '@sveltejs/kit';
import type { QuestionOrder } from '#lib/model.ts';
import { api } from '#lib/server/api.ts';
import { tagPage } from '#lib/server/documents/tags.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { PageServerLoad } from './$types.js';

const orders: Record<string, QuestionOrder> = {
  activity: 'ACTIVITY',
  newest: 'NEWEST',
  votes: 'VOTES',
  unanswered: 'UNANSWERED_FIRST',
};

export const load: PageServerLoad = async (event) => {
  const { name } = event.params;
  const { searchParams } = event.url;
  const wish = searchParams.get('order') ?? '';
  const order = wish in orders ? wish : 'activity';
  const { tag, questions, articles } = await api(event).query(tagPage, {
    name,
    tags: [name],
    after: searchParams.get('after'),
    order: orders[order] ?? 'ACTIVITY',
  });
  if (!tag) error(404, translatorFor(event.locals.language).t('error.404.title'));
  // A synonym or another spelling leads to the tag itself.
  if (tag.name !== name) redirect(308, tag.path + event.url.search);
  return { tag, questions, articles: articles.nodes, order };
};
