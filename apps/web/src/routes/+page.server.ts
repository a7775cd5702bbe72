import type { QuestionOrder } from '#lib/model.ts';
import { api } from '#lib/server/api.ts';
import { home, type QuestionFilter } from '#lib/server/documents/lists.ts';
import { tagsOf } from '#lib/server/fields.ts';
import type { PageServerLoad } from './$types.js';

const orders: Record<string, QuestionOrder> = {
  activity: 'ACTIVITY',
  newest: 'NEWEST',
  votes: 'VOTES',
  unanswered: 'UNANSWERED_FIRST',
};

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const wish = searchParams.get('order') ?? '';
  const order = wish in orders ? wish : 'activity';
  const wanted = {
    tags: tagsOf(searchParams.getAll('tags').join(' ')),
    state: searchParams.get('state') ?? '',
    locale: searchParams.get('locale') ?? '',
  };
  const data = await api(event).query(home, {
    order: orders[order] ?? 'ACTIVITY',
    filter: filterOf(wanted),
    after: searchParams.get('after'),
  });
  return { ...data, order, wanted };
};

function filterOf({
  tags,
  state,
  locale,
}: {
  tags: string[];
  state: string;
  locale: string;
}): QuestionFilter {
  return {
    ...(tags.length > 0 ? { tags } : {}),
    ...(locale ? { locale } : {}),
    ...(state === 'answered' ? { answered: true } : {}),
    ...(state === 'unanswered' ? { answered: false } : {}),
    ...(state === 'solved' ? { accepted: true } : {}),
    ...(state === 'unsolved' ? { accepted: false } : {}),
  };
}
