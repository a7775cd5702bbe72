import { Injectable } from '@nestjs/common';
import { CatalogueQueries, runsForward } from '#libs/catalogue';
import { ConflictError, NotFoundError, UserInputError } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { requireReviewDay } from '../domain/care.js';
import { CareStore } from '../persistence/care.store.js';
import type { ArticleInCare } from '../persistence/care.store.js';
import { StaleStore } from '../persistence/stale.store.js';
import { ArticleSources } from './article-sources.js';
import type { SeenRevision } from './article-sources.js';
import { Curating } from './curating.js';
import { Staleness } from './staleness.js';

export interface ConfirmationDetails {
  /** When to look again, as `2027-05-01`; undefined keeps a day that is still to come. */
  reviewDueOn?: string | null;
  /** The article holds up to this version of its product, and no further. */
  toVersionId?: number | null;
  /** The version of the article that was looked at; undefined: whichever readers see now. */
  expectedVersion?: number | null;
  /** The revisions of its answers that were looked at; undefined: whatever they say now. */
  seen?: readonly SeenRevision[] | null;
}

/** A curator has looked at an article and says that it is true. */
@Injectable()
export class Confirmation {
  constructor(
    private readonly curating: Curating,
    private readonly catalogue: CatalogueQueries,
    private readonly sources: ArticleSources,
    private readonly care: CareStore,
    private readonly stale: StaleStore,
    private readonly staleness: Staleness,
    private readonly audit: Audit,
  ) {}

  /**
   * Settles everything that made the article stale; what comes up later makes it stale anew.
   * @throws UserInputError on `reviewDueOn` or `toVersionId`; ConflictError for an article that readers do not see, with
   *   the `current` version if they see another one, or if an answer behind it was edited once more
   */
  async confirm(viewer: Viewer, articleId: number, details: ConfirmationDetails = {}): Promise<void> {
    await this.curating.act(viewer, async (actor) => {
      const article = await this.care.lock(articleId);
      if (!article) throw new NotFoundError('This article');
      if (!article.isShown) throw new ConflictError('Readers do not see this article.');
      if (details.expectedVersion != null && details.expectedVersion !== article.version) {
        throw new ConflictError(`Readers see version ${article.version} of this article by now.`, {
          current: { version: article.version },
        });
      }
      const reviewDueOn = nextReview(article, details.reviewDueOn);
      if (details.toVersionId != null) await this.close(article, details.toVersionId);
      await this.sources.confirm(viewer, articleId, details.seen);
      await this.care.set(articleId, { ownerId: article.ownerId, reviewDueOn });
      await this.stale.confirm(articleId);
      await this.staleness.refresh(articleId);
      await this.audit.record({
        actorId: actor.accountId,
        action: 'article.confirmed',
        subjectKind: 'article',
        subjectId: articleId,
        details: { version: article.version, ...(reviewDueOn && { reviewDueOn }) },
      });
    });
  }

  private async close({ originalId }: ArticleInCare, toVersionId: number): Promise<void> {
    const contents = await this.catalogue.knowing({ versions: [toVersionId] });
    const to = contents.version(toVersionId);
    if (!to) throw UserInputError.field('toVersionId', 'Please choose one of the versions.');
    const range = (await this.care.ranges(originalId)).find(({ productId }) => productId === to.productId);
    if (!range) {
      throw UserInputError.field('toVersionId', 'The article does not apply to the product of this version.');
    }
    if (!runsForward({ ...contents.endsOf(range), to })) {
      throw UserInputError.field('toVersionId', 'The last version comes before the first.');
    }
    await this.care.setRange(originalId, { ...range, toVersionId });
    await this.staleness.refresh(originalId);
  }
}

/** A day that has come is settled with the rest. */
function nextReview({ reviewDueOn }: ArticleInCare, wanted: string | null | undefined): string | null {
  if (wanted !== undefined) return requireReviewDay(wanted);
  const today = new Date().toISOString().slice(0, 10);
  return reviewDueOn !== null && reviewDueOn > today ? reviewDueOn : null;
}
