import type { QuestionOrder } from '#lib/model.ts';
import { api } from '#lib/server/api.ts';
import { offeredProducts } from '#lib/server/documents/catalogue.ts';
import { home, type QuestionFilter } from '#lib/server/documents/lists.ts';
import { tagsOf } from '#lib/server/fields.ts';
import type { PageServerLoad, RequestEvent } from './$types.js';

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
    about: searchParams.get('about') ?? '',
    bounty: searchParams.get('bounty') === 'yes',
  };
  const about = wanted.about ? await aboutOf(event, wanted.about) : {};
  const data = await api(event).query(home, {
    order: orders[order] ?? 'ACTIVITY',
    filter: { ...filterOf(wanted), ...about },
    after: searchParams.get('after'),
  });
  return { ...data, order, wanted };
};

/** `product:version` by their names in the address; a product or version that is unknown narrows nothing. */
async function aboutOf(event: RequestEvent, about: string): Promise<QuestionFilter> {
  const { products } = await api(event).query(offeredProducts, {});
  const [slug, name] = about.split(':');
  const product = products.find((one) => one.slug === slug);
  const version = product?.versions.find((one) => one.name === name);
  return {
    ...(product ? { productId: product.id } : {}),
    ...(version ? { versionId: version.id } : {}),
  };
}

function filterOf({
  tags,
  state,
  locale,
  bounty,
}: {
  tags: string[];
  state: string;
  locale: string;
  bounty: boolean;
}): QuestionFilter {
  return {
    ...(tags.length > 0 ? { tags } : {}),
    ...(locale ? { locale } : {}),
    ...(state === 'answered' ? { answered: true } : {}),
    ...(state === 'unanswered' ? { answered: false } : {}),
    ...(state === 'solved' ? { accepted: true } : {}),
    ...(state === 'unsolved' ? { accepted: false } : {}),
    ...(bounty ? { hasOpenBounty: true } : {}),
  };
}
