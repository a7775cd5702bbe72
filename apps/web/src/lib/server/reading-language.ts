import type { RequestEvent } from '@sveltejs/kit';

const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The language in which a reader wants articles: the one that the address names, else the one of the pages. */
export function readingLanguage({ url, locals }: Pick<RequestEvent, 'url' | 'locals'>): string {
  const wish = url.searchParams.get('language') ?? '';
  return wish.length <= 35 && LOCALE.test(wish) ? wish : locals.language;
}
