import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { ReviewState } from '../domain/review.js';
import { ARTICLE_COLUMNS } from './article.queries.js';
import type { ArticleRow } from './article.queries.js';

export type ReviewedArticleRow = ArticleRow & { reviewedAt: Date };

/** What is in the hands of reviewers. */
@Injectable()
export class ReviewQueries {
  constructor(private readonly database: Database) {}

  /** Articles whose newest version has this review and is not shown to readers yet; the longest waiting first. */
  async list(
    state: Exclude<ReviewState, 'NONE'>,
    { first, after }: { first: number; after?: string | null },
  ): Promise<Page<ReviewedArticleRow>> {
    const [at, id] = after ? decodeCursor('articles.review', ['time', 'number'], after) : ['-infinity', 0];
    const rows = await this.database.query<ReviewedArticleRow>(
      `select ${ARTICLE_COLUMNS}, coalesce(r.decided_at, r.requested_at) as "reviewedAt"
         from article_review r join article k on k.id = r.article_id and k.latest_version = r.version
        where r.state = $1 and (k.status = 'DRAFT' or k.version < k.latest_version)
          and (coalesce(r.decided_at, r.requested_at), k.id) > ($2, $3)
        order by coalesce(r.decided_at, r.requested_at), k.id limit $4`,
      [state, at, id, first + 1],
    );
    return pageOf(rows, first);
  }
}
