import { READABLE_STATUSES } from '../domain/article.js';
import type { ArticleStatus } from '../domain/article.js';

/** SQL about an article and its translations; `k` and `o` stand for rows of `article`. */

/** The number of the original. */
export const groupOf = (k: string) => `coalesce(${k}.translation_of, ${k}.id)`;

/** Written out, not as a parameter: only so do the partial indexes and the order of the index serve. */
export const hasStatus = (k: string, statuses: readonly ArticleStatus[]) =>
  `${k}.status in (${statuses.map((status) => `'${status}'`).join(', ')})`;

export const isReadable = (k: string) => hasStatus(k, READABLE_STATUSES);

export const isWrittenIn = (k: string, locale: string) =>
  `split_part(lower(${k}.locale), '-', 1) = split_part(lower(${locale}), '-', 1)`;

/** Lowest for the member of a group that a reader of `locale` should be shown: theirs, else the original. */
export const rank = (k: string, locale: string) => `(
  case when lower(${k}.locale) = lower(${locale}) then 0 when ${isWrittenIn(k, locale)} then 1 else 2 end,
  ${k}.translation_of is not null, ${k}.id)`;

/**
 * No other member of the group is nearer to the reader.
 * @param qualifies what another member must be to be shown in its place
 */
export const isNearest = (k: string, locale: string, qualifies: (o: string) => string) => `not exists (
  select from article nearer
   where ${groupOf('nearer')} = ${groupOf(k)} and nearer.id <> ${k}.id and ${qualifies('nearer')}
     and ${rank('nearer', locale)} < ${rank(k, locale)})`;

/** Stands in no category that is offered. */
export const isUncategorised = (k: string) => `not exists (
  select from article_category shelved join category shelf on shelf.id = shelved.category_id
   where shelved.article_id = ${groupOf(k)} and shelf.archived_at is null)`;
