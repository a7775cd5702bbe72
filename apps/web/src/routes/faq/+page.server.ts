import { api } from '#lib/server/api.ts';
import { faqOfTag, faqShelves } from '#lib/server/documents/structure.ts';
import { readingLanguage } from '#lib/server/reading-language.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const locale = readingLanguage(event);
  const query = searchParams.has('language') ? `?language=${encodeURIComponent(locale)}` : '';
  const tag = searchParams.get('tag') ?? '';
  const after = searchParams.get('after');
  if (tag) {
    const { articles } = await api(event).query(faqOfTag, { locale, tags: [tag], after });
    return { articles, tag, reading: locale, query, products: [], general: [], languages: [] };
  }
  const faq = await api(event).query(faqShelves, { locale, after });
  // Further pages hold only what stands on no shelf.
  const shelves = after ? [] : faq.categories.filter((shelf) => shelf.articleCount > 0);
  return {
    articles: faq.articles,
    tag,
    reading: locale,
    query,
    products: faq.products
      .map(({ id, name }) => ({ id, name, shelves: shelves.filter((shelf) => shelf.product?.id === id) }))
      .filter((product) => product.shelves.length > 0),
    general: shelves.filter(
      ({ product }) => !product || !faq.products.some((offered) => offered.id === product.id),
    ),
    languages: faq.faqLanguages,
  };
};
