import type { FieldChecks } from '#libs/forum';
import { globalId } from '#libs/kernel';

/** A STALE article is still readable; it asks to be looked at. */
export const ARTICLE_STATUSES = ['DRAFT', 'PUBLISHED', 'STALE', 'ARCHIVED'] as const;
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number];

export const READABLE_STATUSES: readonly ArticleStatus[] = ['PUBLISHED', 'STALE'];

/** An article may do without tags. */
export const ARTICLE_TAGS = { min: 0, max: 5 } as const;

/** What curators write. */
export interface ArticleText {
  title: string;
  body: string;
  tags: string[];
}

/** The parts of it that somebody gave; what is missing stays as it is. */
export interface ArticleTextChanges {
  title?: string | null;
  body?: string | null;
  tags?: string[] | null;
}

/**
 * The text with the changes applied, as it will be kept. Titles and texts are held to the lengths of posts, also where
 * they come from a question or an answer: an imported one may be shorter than we let people write.
 * @param checks collects what is wrong with `title`, `body` and `tags`
 */
export function changedText(
  before: ArticleText,
  changes: ArticleTextChanges,
  checks: FieldChecks,
): ArticleText {
  return {
    title: checks.title(changes.title ?? before.title),
    body: checks.body(changes.body ?? before.body),
    tags: checks.tags(changes.tags ?? before.tags, ARTICLE_TAGS),
  };
}

export function isSameText(one: ArticleText, other: ArticleText): boolean {
  return one.title === other.title && one.body === other.body && one.tags.join(' ') === other.tags.join(' ');
}

export function articlePath(article: { slug: string }): string {
  return `/faq/${encodeURIComponent(article.slug)}`;
}

/** How a refusal names the article that is in the way, for clients to lead there. */
export function articleInTheWay(article: { id: number; slug: string }) {
  return { id: globalId('article', article.id), slug: article.slug, path: articlePath(article) };
}
