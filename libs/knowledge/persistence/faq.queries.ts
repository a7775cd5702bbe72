import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, groupedByKeys, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { ArticleStatus } from '../domain/article.js';
import { groupOf, hasStatus, isNearest, isReadable, isUncategorised, isWrittenIn } from './article-groups.js';
import { ARTICLE_COLUMNS } from './article.queries.js';
import type { ArticleRow } from './article.queries.js';

/** Which articles of the FAQ a list holds. The caller has asked whether the viewer may see these statuses. */
export interface FaqFilter {
  statuses: readonly ArticleStatus[];
  /** All of them. */
  tags?: readonly string[];
  /** Each article once: in this language where there is one, else the original. Null: every language by itself. */
  preferring?: string | null;
  /** Only what is written in this language. */
  writtenIn?: string | null;
  categoryId?: number | null;
  /** Only what stands in no category. */
  isUncategorised?: boolean;
}

/** The first articles of a category. */
export interface ShelfKey {
  categoryId: number;
  preferring: string | null;
  first: number;
}

/** What readers find in a category, the last changed first. */
export interface CategoryPageKey {
  categoryId: number;
  preferring: string;
  first: number;
  after?: string | null | undefined;
}

/** How readers go through the FAQ. */
@Injectable()
export class FaqQueries {
  constructor(private readonly database: Database) {}

  /** The last changed first. */
  async page(
    filter: FaqFilter,
    { first, after }: { first: number; after?: string | null },
  ): Promise<Page<ArticleRow>> {
    const [updatedAt, id] = after ? decodeCursor('articles', ['time', 'number'], after) : ['infinity', 0];
    const parameters: unknown[] = [updatedAt, id, first + 1];
    const given = (value: unknown) => `$${parameters.push(value)}`;

    const { tags = [], writtenIn, preferring, categoryId } = filter;
    // What holds for the one that is shown, and for another of its group that might be shown in its place.
    const wanted = [
      (k: string) => hasStatus(k, filter.statuses),
      ...(tags.length > 0 ? [hasTags(given(tags))] : []),
      ...(writtenIn ? [inLanguage(given(writtenIn))] : []),
    ];
    const fits = (k: string) => wanted.map((condition) => condition(k)).join(' and ');
    const conditions = [
      fits('k'),
      ...(categoryId == null ? [] : [standsIn('k', given(categoryId))]),
      ...(filter.isUncategorised ? [isUncategorised('k')] : []),
      ...(preferring == null ? [] : [isNearest('k', given(preferring), fits)]),
    ];
    const rows = await this.database.query<ArticleRow>(
      `select ${ARTICLE_COLUMNS} from article k
        where ${conditions.join(' and ')} and (k.updated_at, k.id) < ($1, $2)
        order by k.updated_at desc, k.id desc limit $3`,
      parameters,
    );
    return pageOf(rows, first);
  }

  /** Pages of several categories, in their order; each article once. */
  async pagesOfCategories(
    categoryIds: readonly number[],
    { preferring, first, after }: Omit<CategoryPageKey, 'categoryId'>,
  ): Promise<Page<ArticleRow>[]> {
    const [updatedAt, id] = after ? decodeCursor('articles', ['time', 'number'], after) : ['infinity', 0];
    const rows = await this.database.query<ArticleRow & { categoryId: number }>(
      `select shelf.category_id as "categoryId", page.*
         from unnest($1::bigint[]) as shelf (category_id)
        cross join lateral (
          select ${ARTICLE_COLUMNS} from article k
           where ${isReadable('k')} and ${standsIn('k', 'shelf.category_id')} and ${isNearest('k', '$2', isReadable)}
             and (k.updated_at, k.id) < ($3, $4)
           order by k.updated_at desc, k.id desc limit $5) page
        order by shelf.category_id, page."updatedAt" desc, page."articleId" desc`,
      [categoryIds, preferring, updatedAt, id, first + 1],
    );
    return groupedByKeys(categoryIds, rows, (row) => row.categoryId).map((own) => pageOf(own, first));
  }

  /** The most helpful articles of categories, each once; how helpful, the original says for all its languages. */
  async shelves(
    categoryIds: readonly number[],
    { preferring, first }: Omit<ShelfKey, 'categoryId'>,
  ): Promise<(ArticleRow & { categoryId: number })[]> {
    return this.database.query(
      `select shelf.category_id as "categoryId", ${ARTICLE_COLUMNS}
         from unnest($1::bigint[]) as shelf (category_id)
        cross join lateral (
          select o.id, row_number() over (order by o.helpful_count - o.not_helpful_count desc, o.id) as turn
            from article_category c join article o on o.id = c.article_id
           where c.category_id = shelf.category_id and ${isFound('o')}
           order by turn limit $3) best
         join article k on ${groupOf('k')} = best.id
        where ${isReadable('k')} and ${isNearest('k', "coalesce($2, '')", isReadable)}
        order by shelf.category_id, best.turn`,
      [categoryIds, preferring, first],
    );
  }

  /** How many articles readers find in categories, each counted once whatever its languages. */
  countsByCategory(categoryIds: readonly number[]): Promise<{ categoryId: number; count: number }[]> {
    return this.database.query(
      `select c.category_id as "categoryId", count(*)::int as count
         from article_category c join article o on o.id = c.article_id
        where c.category_id = any($1) and ${isFound('o')} group by c.category_id`,
      [categoryIds],
    );
  }

  /** The categories of groups, in the order in which they were chosen. */
  categoriesOf(groups: readonly number[]): Promise<{ group: number; categoryId: number }[]> {
    return this.database.query(
      `select article_id as "group", category_id as "categoryId" from article_category
        where article_id = any($1) order by article_id, created_at, category_id`,
      [groups],
    );
  }
}

const hasTags = (tags: string) => (k: string) => `${k}.tags @> ${tags}`;

const inLanguage = (locale: string) => (k: string) => isWrittenIn(k, locale);

const standsIn = (k: string, categoryId: string) => `exists (
  select from article_category c where c.category_id = ${categoryId} and c.article_id = ${groupOf(k)})`;

/** Readers see the group of this original in some language; mostly it is the original that they see. */
const isFound = (o: string) => `(${isReadable(o)} or exists (
  select from article found where found.translation_of = ${o}.id and ${isReadable('found')}))`;
