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
      `with this as (select id, ${groupOf('k')} as of_group, tags from article k where id = $1),
       shared as (
         select ${groupOf('k')} as of_group, k.helpful_count,
                cardinality(array(select unnest(k.tags) intersect select unnest(this.tags)))
                + (select count(*) from article_category own
                     join article_category c using (category_id)
                    where own.article_id = this.of_group and c.article_id = ${groupOf('k')}) as weight
           from this join article k on ${groupOf('k')} <> this.of_group
          where ${isReadable('k')}
            and (k.tags && this.tags
                 or ${groupOf('k')} in (select c.article_id from article_category own
                                          join article_category c using (category_id)
                                         where own.article_id = this.of_group)))
       select of_group as "group" from shared group by of_group
        order by max(weight) desc, max(helpful_count) desc, of_group limit $2`,
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
