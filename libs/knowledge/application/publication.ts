import { Injectable } from '@nestjs/common';
import { ConflictError } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { DomainEvents } from '#libs/platform';
import { READABLE_STATUSES, articleInTheWay } from '../domain/article.js';
import { ArticleChanged, ArticlePublished } from '../domain/events.js';
import { ArticleStore } from '../persistence/article.store.js';
import type { LockedArticle } from '../persistence/article.store.js';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import type { ArticleSource } from '../persistence/provenance.store.js';
import { ScheduleStore } from '../persistence/schedule.store.js';
import { Curating } from './curating.js';
import { PromotionCredits } from './promotion-credits.js';
import { Reviews } from './reviews.js';

/** What makes articles public and takes them back. Doing either twice changes nothing the second time. */
@Injectable()
export class Publication {
  constructor(
    private readonly curating: Curating,
    private readonly articles: ArticleStore,
    private readonly provenance: ProvenanceStore,
    private readonly schedules: ScheduleStore,
    private readonly credits: PromotionCredits,
    private readonly reviews: Reviews,
    private readonly audit: Audit,
    private readonly events: DomainEvents,
  ) {}

  /**
   * Gives readers the newest version. The authors of the answers are credited when the article becomes public.
   * @throws ConflictError if one of its answers has become part of another article while this one was archived, or if
   *   the site wants a review that is missing
   */
  async publish(viewer: Viewer, articleId: number): Promise<void> {
    await this.change(viewer, articleId, (article, sources, accountId) =>
      this.showNewest(article, sources, accountId),
    );
  }

  /** Takes the article away from readers, and the credit for it from the authors of the answers. */
  async archive(viewer: Viewer, articleId: number): Promise<void> {
    await this.change(viewer, articleId, async (article, _, accountId) => {
      await this.schedules.cancel(articleId);
      if (article.status === 'ARCHIVED') return;
      await this.articles.setArchived(articleId);
      await this.provenance.setLive(articleId, false);
      await this.credits.settle(articleId);
      await this.record(accountId, 'article.archived', article, {
        version: article.version,
        was: article.status,
      });
    });
  }

  /**
   * The same as `publish` for those who are not asked again who they are: the schedule and the site itself. The
   * article and its sources must be locked.
   * @param by null: the site itself
   */
  async showNewest(
    article: LockedArticle,
    sources: readonly ArticleSource[],
    by: number | null,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    await this.schedules.cancel(article.id);
    if (READABLE_STATUSES.includes(article.status) && article.version === article.latestVersion) return;
    const missing = await this.reviews.missingFor(article);
    if (missing) throw new ConflictError(missing, { missing: 'REVIEW' });
    if (!READABLE_STATUSES.includes(article.status)) {
      await this.refuseIfLiveElsewhere(article.id, sources);
      await this.provenance.setLive(article.id, true);
    }
    await this.articles.showLatest(article.id);
    await this.articles.setPublished(article.id, by);
    await this.credits.settle(article.id);
    await this.record(by, 'article.published', article, { version: article.latestVersion, ...details });
    await this.events.publish(new ArticlePublished(article.id, by));
  }

  private async change(
    viewer: Viewer,
    articleId: number,
    work: (article: LockedArticle, sources: ArticleSource[], accountId: number) => Promise<void>,
  ): Promise<void> {
    await this.curating.change(viewer, articleId, async (article, actor) => {
      await work(article, await this.provenance.lockSources(articleId), actor.accountId);
    });
  }

  private async refuseIfLiveElsewhere(articleId: number, sources: readonly ArticleSource[]): Promise<void> {
    const live = await this.provenance.liveArticleOf(
      sources.map((source) => source.answerId),
      articleId,
    );
    if (!live) return;
    throw new ConflictError(
      `Its answer is in another article now: “${live.title}” (${live.slug}). Archive that first.`,
      {
        article: articleInTheWay(live),
      },
    );
  }

  private async record(
    actorId: number | null,
    action: 'article.published' | 'article.archived',
    article: LockedArticle,
    details: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record({
      actorId,
      action,
      subjectKind: 'article',
      subjectId: article.id,
      details: { slug: article.slug, ...details },
    });
    await this.events.publish(new ArticleChanged(article.id));
  }
}
