import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { ReviewState } from '../domain/review.js';

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

const COLUMNS = `r.article_id as "articleId", r.version, r.state, r.requested_by as "requestedBy",
  r.requested_at as "requestedAt", r.decided_by as "decidedBy", r.decided_at as "decidedAt", r.remark`;

/** Reviews of versions. Their article's row is locked by whoever writes. */
@Injectable()
export class ReviewStore {
  constructor(private readonly database: Database) {}

  of(articleId: number, version: number): Promise<ReviewRow | undefined> {
    return this.database.one(
      `select ${COLUMNS} from article_review r where r.article_id = $1 and r.version = $2`,
      [articleId, version],
    );
  }

  /** All of these articles, the newest version first. */
  ofArticles(articleIds: readonly number[]): Promise<ReviewRow[]> {
    return this.database.query(
      `select ${COLUMNS} from article_review r where r.article_id = any($1) order by r.article_id, r.version desc`,
      [articleIds],
    );
  }

  /** Asks for a look at this version, whatever was said of it before. */
  async request(articleId: number, version: number, by: number | null): Promise<void> {
    await this.database.query(
      `insert into article_review (article_id, version, state, requested_by) values ($1, $2, 'REQUESTED', $3)
       on conflict (article_id, version) do update
         set state = 'REQUESTED', requested_by = excluded.requested_by, requested_at = now(),
             decided_by = null, decided_at = null, remark = null`,
      [articleId, version, by],
    );
  }

  async decide(
    articleId: number,
    version: number,
    { state, by, remark }: { state: 'APPROVED' | 'CHANGES_REQUESTED'; by: number; remark: string | null },
  ): Promise<void> {
    await this.database.query(
      `update article_review set state = $3, decided_by = $4, decided_at = now(), remark = $5
        where article_id = $1 and version = $2`,
      [articleId, version, state, by, remark],
    );
  }

  /** A new version takes a review along that is still waiting; what was decided stays with the version it was about. */
  async follow(articleId: number, version: number): Promise<void> {
    await this.database.query(
      `update article_review set version = $2
        where article_id = $1 and version = $2 - 1 and state = 'REQUESTED'`,
      [articleId, version],
    );
  }
}
