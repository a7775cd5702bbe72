import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { groupOf, isNearest, isReadable } from './article-groups.js';
import { ARTICLE_COLUMNS } from './article.queries.js';
import type { ArticleRow } from './article.queries.js';

@Injectable()
export class RelatedQueries {
  constructor(private readonly database: Database) {}

  /**
   * Groups that share tags or categories with an article and that readers can see, the closest first. A shared
   * category counts as one tag: it is chosen with care, but it is wide.
   */
  async byShelf({ articleId }: { articleId: number }, first: number): Promise<number[]> {
    const rows = await this.database.query<{ group: number }>(
      `with this as (select ${groupOf('k')} as of_group, tags from article k where id = $1),
       tagged as (
         select ${groupOf('k')} as of_group, count(*) as shared
           from this cross join unnest(this.tags) as own (tag) join article k on k.tags @> array[own.tag]
          where ${isReadable('k')} group by k.id),
       shelved as (
         select c.article_id as of_group, count(*) as shared
           from this join article_category own on own.article_id = this.of_group
           join article_category c using (category_id) group by c.article_id),
       -- the other languages of an article share what it shares, and do not count again
       close as (
         select of_group, max(by_tag) + max(by_shelf) as weight
           from (select of_group, shared as by_tag, 0 as by_shelf from tagged
                 union all select of_group, 0, shared from shelved) each_way
          group by of_group)
       select o.id as "group" from close join article o on o.id = close.of_group
        where o.id <> (select of_group from this)
        order by close.weight desc, o.helpful_count desc, o.id limit $2`,
      [articleId, first],
    );
    return rows.map(({ group }) => group);
  }

  /** Of the groups of these articles, the members that a reader of `locale` should see, as far as readers see any. */
  nearest(articleIds: readonly number[], locale: string): Promise<(ArticleRow & { askedFor: number })[]> {
    return this.database.query(
      `select asked.id as "askedFor", ${ARTICLE_COLUMNS}
         from article asked join article k on ${groupOf('k')} = ${groupOf('asked')}
        where asked.id = any($1) and ${isReadable('k')} and ${isNearest('k', '$2', isReadable)}`,
      [articleIds, locale],
    );
  }
}
