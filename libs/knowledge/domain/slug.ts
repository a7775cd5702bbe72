import { UserInputError } from '#libs/kernel';
import { slugify } from '#libs/markdown';

/** What has a page of its own under /faq. */
const TAKEN_BY_PAGES: readonly string[] = ['category', 'drafts', 'feed', 'new'];

/**
 * The words of an address as they are kept, made of what somebody typed for an article in `locale`: lower case, joined by hyphens, up to 80.
 * @throws UserInputError on `slug` where there is no letter or digit, or a page of the site has the address
 */
export function requireSlug(value: string, locale: string): string {
  if (!/[\p{L}\p{N}]/u.test(value)) {
    throw UserInputError.field('slug', 'An address needs letters or digits, such as reset-the-router.');
  }
  const slug = slugify(value, locale);
  if (TAKEN_BY_PAGES.includes(slug)) {
    throw UserInputError.field('slug', 'This address is a page of the site. Please choose another one.');
  }
  return slug;
}
