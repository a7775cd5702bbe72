import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { REVIEW_COLUMNS } from './review.queries.js';
import type { ReviewRow } from './review.queries.js';

/** Reviews of versions. Their article's row is locked by whoever writes. */
@Injectable()
export class ReviewStore {
  constructor(private readonly database: Database) {}

  of(articleId: number, version: number): Promise<ReviewRow | undefined> {
    return this.database.one(
      `select ${REVIEW_COLUMNS} from article_review r where r.article_id = $1 and r.version = $2`,
      [articleId, version],
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
