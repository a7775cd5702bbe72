import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { FeedbackReason } from '../domain/feedback.js';

/** What a reader has said of an article beyond yes and no. Nobody learns who they were. */
export interface RemarkRow {
  id: number;
  articleId: number;
  helpful: boolean;
  reason: FeedbackReason | null;
  comment: string | null;
  /** Of the article, that was on the page; null for what was said before this was kept. */
  version: number | null;
  saidAt: Date;
  resolvedAt: Date | null;
  resolvedBy: number | null;
}

const COLUMNS = `f.id, f.article_id as "articleId", f.helpful, f.reason, f.comment, f.version,
  f.updated_at as "saidAt", f.resolved_at as "resolvedAt", f.resolved_by as "resolvedBy"`;

/** The remarks of readers, for curators. */
@Injectable()
export class RemarkQueries {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly number[]): Promise<RemarkRow[]> {
    return this.database.query(
      `select ${COLUMNS} from article_feedback f where f.id = any($1) and (f.reason is not null or f.comment is not null)`,
      [ids],
    );
  }

  /** The newest first. */
  async page(
    filter: { articleId?: number | null; isResolved: boolean },
    { first, after }: { first: number; after?: string | null },
  ): Promise<Page<RemarkRow>> {
    const [at, id] = after ? decodeCursor('article-remarks', ['time', 'number'], after) : ['infinity', 0];
    const rows = await this.database.query<RemarkRow>(
      `select ${COLUMNS} from article_feedback f
        where (f.reason is not null or f.comment is not null)
          and ($1::bigint is null or f.article_id = $1) and (f.resolved_at is not null) = $2
          and (f.updated_at, f.id) < ($3, $4)
        order by f.updated_at desc, f.id desc limit $5`,
      [filter.articleId ?? null, filter.isResolved, at, id, first + 1],
    );
    return pageOf(rows, first);
  }
}
