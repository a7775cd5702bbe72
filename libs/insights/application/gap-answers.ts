import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError } from '#libs/kernel';
import { ArticleBegun, ArticlePublished, READABLE_STATUSES, articleInTheWay } from '#libs/knowledge';
import { Audit } from '#libs/moderation';
import { Database, DomainEvents } from '#libs/platform';
import { requireNotTakenByOther, requireUnfinished } from '../domain/gap.js';
import { GapStore } from '../persistence/gap.store.js';
import type { LockedGap } from '../persistence/gap.store.js';

/** A gap and the article that is to close it: begun, published, and perhaps not enough. */
@Injectable()
export class GapAnswers {
  constructor(
    events: DomainEvents,
    private readonly database: Database,
    private readonly gaps: GapStore,
    private readonly audit: Audit,
  ) {
    events.on(ArticleBegun, ({ gapId, articleId, by }) =>
      gapId === null ? undefined : this.begin(gapId, articleId, by.accountId),
    );
    events.on(ArticlePublished, ({ articleId, by }) => this.answerAll(articleId, by));
  }

  /**
   * The article is to answer the gap, which must be locked and unfinished: at once if readers see it, else when they do.
   * The article must be locked too, and before the gap: its publication comes by in that order.
   * @throws NotFoundError for an article that does not exist
   */
  async settle(gapId: number, gap: LockedGap, articleId: number, by: number): Promise<void> {
    const article = await this.article(articleId);
    if (!article) throw new NotFoundError('This article');
    if (READABLE_STATUSES.includes(article.status)) return this.answer(gapId, articleId, by);
    const { answeredAt, missedAgainAt } = gap;
    const change = { state: 'TAKEN', by, assigneeId: by, articleId, answeredAt, missedAgainAt } as const;
    await this.gaps.change(gapId, change);
    await this.gaps.addStep(gapId, { kind: 'ARTICLE_BEGUN', by, articleId });
    await this.record('begun', by, { gap: gapId, article: articleId });
  }

  /**
   * People look in vain although an article answers the gap: it is open again, and says so. Nothing happens where
   * somebody has done something about it meanwhile.
   * @param answeredAt since when the article did
   * @param needs how many have looked in vain since
   */
  async missAgain(gapId: number, answeredAt: Date, needs: number): Promise<void> {
    await this.database.transaction(async () => {
      const gap = await this.gaps.lock(gapId);
      if (gap?.state !== 'DONE' || gap.answeredAt?.getTime() !== answeredAt.getTime()) return;
      const { articleId } = gap;
      const change = { state: 'OPEN', by: null, articleId, answeredAt, missedAgainAt: new Date() } as const;
      await this.gaps.change(gapId, change);
      await this.gaps.addStep(gapId, { kind: 'MISSED_AGAIN', by: null, articleId, needs });
      await this.record('reopened', null, { gap: gapId, was: 'DONE', missed: needs });
    });
  }

  /** Belongs to the transaction in which the article is made. */
  private async begin(gapId: number, articleId: number, by: number): Promise<void> {
    const gap = await this.gaps.lock(gapId);
    if (!gap) throw new NotFoundError('This gap');
    requireUnfinished(gap.state);
    requireNotTakenByOther(gap, by);
    const there = gap.articleId === null ? undefined : await this.article(gap.articleId);
    if (there?.status === 'DRAFT') {
      throw new ConflictError('An article is being written for this gap already.', {
        article: articleInTheWay(there),
      });
    }
    await this.settle(gapId, gap, articleId, by);
  }

  private async answerAll(articleId: number, by: number | null): Promise<void> {
    for (const gapId of await this.gaps.lockWaitingFor(articleId)) await this.answer(gapId, articleId, by);
  }

  private async answer(gapId: number, articleId: number, by: number | null): Promise<void> {
    await this.gaps.change(gapId, { state: 'DONE', by, articleId, answeredAt: new Date() });
    await this.gaps.addStep(gapId, { kind: 'ANSWERED', by, articleId });
    await this.record('answered', by, { gap: gapId, article: articleId });
  }

  private article(id: number) {
    return this.database.one<{ id: number; slug: string; status: (typeof READABLE_STATUSES)[number] }>(
      `select id, slug, status from article where id = $1`,
      [id],
    );
  }

  private record(
    deed: 'begun' | 'answered' | 'reopened',
    actorId: number | null,
    details: Record<string, unknown>,
  ): Promise<void> {
    const about = { subjectKind: 'site', subjectId: null, details } as const;
    return this.audit.record({ actorId, action: `site.gap-${deed}`, ...about });
  }
}
