import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { ReviewState } from '../domain/review.js';
import { ARTICLE_COLUMNS } from './article.queries.js';
import type { ArticleRow } from './article.queries.js';

/** What was asked for, and decided, about one version of an article. */
export interface ReviewRow {
  articleId: number;
  version: number;
  state: Exclude<ReviewState, 'NONE'>;
  /** Null: the site itself, or an erased account. */
  requestedBy: number | null;
  requestedAt: Date;
  decidedBy: number | null;
  decidedAt: Date | null;
  remark: string | null;
}

/** Of a review `r`. */
export const REVIEW_COLUMNS = `r.article_id as "articleId", r.version, r.state, r.requested_by as "requestedBy",
  r.requested_at as "requestedAt", r.decided_by as "decidedBy", r.decided_at as "decidedAt", r.remark`;

export type ReviewedArticleRow = ArticleRow & { reviewedAt: Date };

/** What is in the hands of reviewers. */
@Injectable()
export class ReviewQueries {
  constructor(private readonly database: Database) {}

  /** Of all versions of these articles, the newest first. */
  ofArticles(articleIds: readonly number[]): Promise<ReviewRow[]> {
    return this.database.query(
      `select ${REVIEW_COLUMNS} from article_review r
        where r.article_id = any($1) order by r.article_id, r.version desc`,
      [articleIds],
    );
  }

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
