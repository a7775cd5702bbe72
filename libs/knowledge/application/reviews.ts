import { Injectable } from '@nestjs/common';
import { ConflictError, ForbiddenError, UserInputError } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';
import { Audit } from '#libs/moderation';
import { READABLE_STATUSES } from '../domain/article.js';
import type { LockedArticle } from '../persistence/article.store.js';
import { ReviewStore } from '../persistence/review.store.js';
import { Curating } from './curating.js';
import { KnowledgeSettings } from './knowledge-settings.js';

const REMARK_MAX = 2_000;

/** What a reviewer says of a version: which one they have read, and a remark for its author. */
export interface Verdict {
  expectedVersion: number;
  remark?: string | null;
}

/** A second pair of eyes before readers see something. A verdict is about one version; a newer one has none. */
@Injectable()
export class Reviews {
  constructor(
    private readonly curating: Curating,
    private readonly reviews: ReviewStore,
    private readonly settings: KnowledgeSettings,
    private readonly audit: Audit,
  ) {}

  /**
   * Asks colleagues to look at the newest version. Asking twice changes nothing.
   * @throws ConflictError if readers see that version already, or it is approved
   */
  async request(viewer: Viewer, articleId: number): Promise<void> {
    await this.curating.change(viewer, articleId, async (article, actor) => {
      refuseIfShown(article);
      const review = await this.reviews.of(articleId, article.latestVersion);
      if (review?.state === 'REQUESTED') return;
      if (review?.state === 'APPROVED') throw new ConflictError('This version is approved already.');
      await this.reviews.request(articleId, article.latestVersion, actor.accountId);
      await this.record(article, actor, 'article.review-requested', {});
    });
  }

  /**
   * Says that readers may see the version.
   * @throws ConflictError with the `current` version if there is a newer one; ForbiddenError for its author where the
   *   site wants four eyes
   */
  async approve(viewer: Viewer, articleId: number, verdict: Verdict): Promise<void> {
    await this.decide(viewer, articleId, verdict, 'APPROVED');
  }

  /** Sends the version back with a remark. @throws as `approve` does; UserInputError without a remark */
  async requestChanges(viewer: Viewer, articleId: number, verdict: Verdict): Promise<void> {
    await this.decide(viewer, articleId, verdict, 'CHANGES_REQUESTED');
  }

  /**
   * For whoever is about to publish, with the article locked: what the site's rules still want, or null.
   */
  async missingFor(article: LockedArticle): Promise<string | null> {
    if (isShown(article) || !(await this.settings.requiresReview())) return null;
    const review = await this.reviews.of(article.id, article.latestVersion);
    if (review?.state === 'APPROVED' && review.decidedBy !== article.latestAuthorId) return null;
    if (review?.state === 'CHANGES_REQUESTED') return 'The reviewer asked for changes to this version.';
    if (review?.state === 'REQUESTED') return 'This version waits for its review.';
    return 'This version needs the approval of somebody other than its author. Ask for a review first.';
  }

  private async decide(
    viewer: Viewer,
    articleId: number,
    { expectedVersion, remark }: Verdict,
    state: 'APPROVED' | 'CHANGES_REQUESTED',
  ): Promise<void> {
    await this.curating.change(viewer, articleId, async (article, actor) => {
      if (article.latestVersion !== expectedVersion) {
        throw new ConflictError(
          article.latestVersion > expectedVersion
            ? `There is a newer version by now: ${article.latestVersion}.`
            : `There is no version ${expectedVersion} of this article: its newest is version ${article.latestVersion}.`,
          { current: { version: article.latestVersion } },
        );
      }
      const review = await this.reviews.of(articleId, expectedVersion);
      if (review?.state === state) return;
      if (!review) throw new ConflictError('Nobody asked for a review of this version.');
      await this.refuseOwn(article, actor, state);
      const words = requireRemark(remark, state);
      await this.reviews.decide(articleId, expectedVersion, { state, by: actor.accountId, remark: words });
      const action = state === 'APPROVED' ? 'article.approved' : 'article.changes-requested';
      await this.record(article, actor, action, { reason: words });
    });
  }

  /** Where no review is needed, somebody who works alone may well tick off what they wrote. */
  private async refuseOwn(article: LockedArticle, actor: Actor, state: string): Promise<void> {
    if (state !== 'APPROVED' || article.latestAuthorId !== actor.accountId) return;
    if (!(await this.settings.requiresReview())) return;
    throw new ForbiddenError('ANOTHER_AUTHOR', 'You wrote this version: somebody else has to approve it.');
  }

  private record(
    article: LockedArticle,
    actor: Actor,
    action: 'article.review-requested' | 'article.approved' | 'article.changes-requested',
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record({
      actorId: actor.accountId,
      action,
      subjectKind: 'article',
      subjectId: article.id,
      details: { version: article.latestVersion, ...details },
    });
  }
}

/** Readers see the newest version already. */
function isShown(article: LockedArticle): boolean {
  return READABLE_STATUSES.includes(article.status) && article.version === article.latestVersion;
}

function refuseIfShown(article: LockedArticle): void {
  if (isShown(article)) {
    throw new ConflictError('Readers see this version already: there is nothing to review.');
  }
}

function requireRemark(value: string | null | undefined, state: string): string | null {
  const remark = normaliseText(value ?? '').trim();
  if ([...remark].length > REMARK_MAX) {
    throw UserInputError.field(
      'remark',
      `The remark takes ${REMARK_MAX.toLocaleString('en')} characters at most.`,
    );
  }
  if (state === 'CHANGES_REQUESTED' && !remark) {
    throw UserInputError.field('remark', 'Please say what should change.');
  }
  return remark || null;
}
