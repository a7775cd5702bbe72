import { Injectable } from '@nestjs/common';
import { NotFoundError } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { Database } from '#libs/platform';
import { Curating } from './curating.js';
import { Staleness } from './staleness.js';

/** What curators do with the remarks of readers. */
@Injectable()
export class Remarks {
  constructor(
    private readonly database: Database,
    private readonly curating: Curating,
    private readonly staleness: Staleness,
    private readonly audit: Audit,
  ) {}

  /** Settles a remark, or takes that back. What is settled is not held against the article. */
  async resolve(viewer: Viewer, feedbackId: number, isResolved: boolean): Promise<void> {
    await this.curating.act(viewer, async (actor) => {
      // Articles are locked before what is said of them.
      const article = await this.database.one<{ id: number }>(
        `select id from article where id = (select article_id from article_feedback where id = $1) for no key update`,
        [feedbackId],
      );
      if (!article) throw new NotFoundError('This remark');
      const changed = await this.database.one(
        `update article_feedback
            set resolved_at = case when $2 then now() end, resolved_by = case when $2 then $3::bigint end
          where id = $1 and (resolved_at is not null) <> $2 returning 1`,
        [feedbackId, isResolved, actor.accountId],
      );
      if (!changed) return;
      await this.staleness.refresh(article.id);
      await this.audit.record({
        actorId: actor.accountId,
        action: isResolved ? 'article.remark-resolved' : 'article.remark-reopened',
        subjectKind: 'article',
        subjectId: article.id,
      });
    });
  }
}
