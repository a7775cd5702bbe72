import { Injectable } from '@nestjs/common';
import { VersionRanges, isSameRange } from '#libs/catalogue';
import type { RangeInput, VersionRange } from '#libs/catalogue';
import { ConflictError, NotFoundError, UserInputError, globalId } from '#libs/kernel';
import type { Actor, FieldProblem, Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { PRODUCTS_AT_MOST, requireReviewDay, requireStaleRemark } from '../domain/care.js';
import { CareStore } from '../persistence/care.store.js';
import type { ArticleInCare } from '../persistence/care.store.js';
import { StaleStore } from '../persistence/stale.store.js';
import { Curating } from './curating.js';
import { Staleness } from './staleness.js';

/** What is given is changed, what is undefined stays. */
export interface CareChanges {
  /** A curator's account; null: nobody in particular. */
  ownerId?: number | null;
  /** `2027-05-01`; null: whenever the rule for all says. */
  reviewDueOn?: string | null;
  /** Of the article in all its languages; one range for each product. */
  appliesTo?: readonly RangeInput[] | null;
}

/** Who sees to it that an article stays true, when it is looked at again, and what it applies to. */
@Injectable()
export class ArticleCare {
  constructor(
    private readonly curating: Curating,
    private readonly ranges: VersionRanges,
    private readonly care: CareStore,
    private readonly stale: StaleStore,
    private readonly staleness: Staleness,
    private readonly audit: Audit,
  ) {}

  /** @throws UserInputError on `ownerId`, `reviewDueOn`, `appliesTo` or `appliesTo.0.productId` and the like */
  async set(viewer: Viewer, articleId: number, changes: CareChanges): Promise<void> {
    await this.change(viewer, articleId, async (article, actor) => {
      const { ownerId = article.ownerId } = changes;
      const reviewDueOn =
        changes.reviewDueOn === undefined || changes.reviewDueOn === article.reviewDueOn
          ? article.reviewDueOn
          : requireReviewDay(changes.reviewDueOn);
      if (ownerId !== null && ownerId !== article.ownerId && !(await this.care.curates(ownerId))) {
        throw UserInputError.field('ownerId', 'Only staff can look after articles.');
      }
      const details = {
        ...(ownerId !== article.ownerId && { hasOwner: ownerId !== null }),
        ...(reviewDueOn !== article.reviewDueOn && { reviewDueOn }),
        ...(changes.appliesTo && (await this.replaceRanges(article.originalId, changes.appliesTo))),
      };
      if (Object.keys(details).length === 0) return;
      await this.care.set(articleId, { ownerId, reviewDueOn });
      await this.audit.record({
        actorId: actor.accountId,
        action: 'article.care-changed',
        subjectKind: 'article',
        subjectId: articleId,
        details,
      });
    });
  }

  /**
   * Says that the article is not true any more, as far as a curator knows. Readers are told that it is being checked.
   * @throws UserInputError on `remark`; ConflictError for an article that readers do not see
   */
  async markStale(viewer: Viewer, articleId: number, remark: string): Promise<void> {
    const words = requireStaleRemark(remark);
    await this.change(viewer, articleId, async (article, actor) => {
      if (!article.isShown) throw new ConflictError('Readers do not see this article.');
      await this.stale.noteByHand(articleId, words);
      await this.audit.record({
        actorId: actor.accountId,
        action: 'article.marked-stale',
        subjectKind: 'article',
        subjectId: articleId,
        details: { version: article.version, reason: words },
      });
    });
  }

  /**
   * For a draft that was just made: whoever made it looks after it, and it applies to what its answers apply to.
   * @param by null: the site itself, and so nobody yet
   */
  async begin(articleId: number, by: number | null): Promise<void> {
    await this.care.set(articleId, { ownerId: by, reviewDueOn: null });
    await this.care.adoptRanges(articleId);
  }

  private async replaceRanges(
    originalId: number,
    inputs: readonly RangeInput[],
  ): Promise<{ appliesTo?: number }> {
    const before = await this.care.ranges(originalId);
    const after = await this.requireRanges(inputs, before);
    const isSame =
      after.length === before.length &&
      after.every((range) => before.some((known) => isSameRange(known, range)));
    if (isSame) return {};
    await this.care.keepRangesOf(
      originalId,
      after.map(({ productId }) => productId),
    );
    for (const range of after) await this.care.setRange(originalId, range);
    await this.staleness.refresh(originalId);
    return { appliesTo: after.length };
  }

  private async requireRanges(
    inputs: readonly RangeInput[],
    before: readonly VersionRange[],
  ): Promise<VersionRange[]> {
    if (inputs.length > PRODUCTS_AT_MOST) {
      throw UserInputError.field('appliesTo', `An article applies to ${PRODUCTS_AT_MOST} products at most.`);
    }
    const problems: FieldProblem[] = [];
    const found: VersionRange[] = [];
    for (const [index, input] of inputs.entries()) {
      const path = `appliesTo.${index}`;
      // A product that is no longer offered may stay.
      const known = before.find(({ productId }) => globalId('product', productId) === input.productId);
      const { range, problems: wrong } = await this.ranges.check(input, path, known);
      if (range && found.some(({ productId }) => productId === range.productId)) {
        problems.push({ path: `${path}.productId`, message: 'Each product can be named once.' });
      }
      problems.push(...wrong);
      if (range) found.push(range);
    }
    if (problems.length > 0) throw new UserInputError(problems);
    return found;
  }

  private async change(
    viewer: Viewer,
    articleId: number,
    work: (article: ArticleInCare, actor: Actor) => Promise<void>,
  ): Promise<void> {
    await this.curating.act(viewer, async (actor) => {
      const article = await this.care.lock(articleId);
      if (!article) throw new NotFoundError('This article');
      await work(article, actor);
      await this.staleness.refresh(articleId);
    });
  }
}
