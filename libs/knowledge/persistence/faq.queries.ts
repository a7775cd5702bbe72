import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { ArticleStatus } from '../domain/article.js';
import { groupOf, isNearest, isReadable, isUncategorised, isWrittenIn } from './article-groups.js';
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

/** How readers go through the FAQ. */
@Injectable()
export class FaqQueries {
  constructor(private readonly database: Database) {}

  /** The last changed first. */
  async page(filter: FaqFilter, { first, after }: { first: number; after?: string | null }) {
    const [updatedAt, id] = after ? decodeCursor('articles', ['time', 'number'], after) : ['infinity', 0];
    const preferring = filter.preferring ?? null;
    const fits = (k: string) => `${k}.status = any($1) and ${k}.tags @> $2
      and ($3::text is null or ${isWrittenIn(k, '$3')})`;
    const rows = await this.database.query<ArticleRow>(
      `select ${ARTICLE_COLUMNS} from article k
        where ${fits('k')}
          and ($4::bigint is null or exists (
                select from article_category c where c.category_id = $4 and c.article_id = ${groupOf('k')}))
          and (not $5::boolean or ${isUncategorised('k')})
          and ($6::text is null or ${isNearest('k', '$6', fits)})
          and (k.updated_at, k.id) < ($7, $8)
        order by k.updated_at desc, k.id desc limit $9`,
      [
        ...[filter.statuses, filter.tags ?? [], filter.writtenIn ?? null, filter.categoryId ?? null],
        ...[filter.isUncategorised ?? false, preferring, updatedAt, id, first + 1],
      ],
    );
    return pageOf(rows, first) satisfies Page<ArticleRow>;
  }

  /** The most helpful articles of categories, each once. */
  async shelves(
    categoryIds: readonly number[],
    { preferring, first }: Omit<ShelfKey, 'categoryId'>,
  ): Promise<(ArticleRow & { categoryId: number })[]> {
    return this.database.query(
      `select shelf.category_id as "categoryId", shelved.*
         from unnest($1::bigint[]) as shelf (category_id)
        cross join lateral (
          select ${ARTICLE_COLUMNS}
            from article_category c join article k on ${groupOf('k')} = c.article_id
           where c.category_id = shelf.category_id and ${isReadable('k')}
             and ${isNearest('k', "coalesce($2, '')", isReadable)}
           order by k.helpful_count - k.not_helpful_count desc, k.id limit $3) shelved`,
      [categoryIds, preferring, first],
    );
  }

  /** How many articles readers find in categories, each counted once whatever its languages. */
  countsByCategory(categoryIds: readonly number[]): Promise<{ categoryId: number; count: number }[]> {
    return this.database.query(
      `select c.category_id as "categoryId", count(distinct c.article_id)::int as count
         from article_category c join article k on ${groupOf('k')} = c.article_id
        where c.category_id = any($1) and ${isReadable('k')} group by c.category_id`,
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
