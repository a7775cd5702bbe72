import { Injectable } from '@nestjs/common';
import { PostDeleted, PostRestored } from '#libs/forum';
import { DomainEvents } from '#libs/platform';
import { Ledger, awardsForPromotion, promotionCause } from '#libs/reputation';
import { AnswersPromoted } from '../domain/events.js';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import type { PublishedSource } from '../persistence/provenance.store.js';

/** A source whose author is still there. */
type CreditedSource = PublishedSource & { readonly authorId: number };

/**
 * The credit that authors have for answers that became articles: each author once for an article, however many of
 * their answers are in it. Deleting an answer takes all credit for it away, which reputation sees to; here another
 * answer of the same author takes its place, and an answer that is restored is credited again.
 */
@Injectable()
export class PromotionCredits {
  constructor(
    private readonly events: DomainEvents,
    private readonly ledger: Ledger,
    private readonly provenance: ProvenanceStore,
  ) {
    events.on(PostDeleted, ({ hidden }) => this.settleThoseOf(hidden.map((post) => post.id)));
    events.on(PostRestored, ({ shown }) => this.settleThoseOf(shown.map((post) => post.id)));
  }

  /**
   * Brings the credit for an article in line with what it is now: one for each author other than the publisher, for
   * the first of their answers that can be seen, while the article is public. Credit that stands is left alone. The
   * sources must be locked.
   * @param by who does it, and need not be told; null: nobody in particular
   */
  async settle(articleId: number, by: number | null = null): Promise<void> {
    const sources = await this.provenance.ofArticle(articleId);
    const due = firstOfEachAuthor(sources.filter((source) => source.isPublic && source.isVisible));
    await this.revoke(sources.filter((source) => !due.some(({ answerId }) => answerId === source.answerId)));
    const credited = await this.ledger.award(due.flatMap((source) => awardsForPromotion(source)));
    await this.announce(due.filter(({ authorId }) => authorId !== by && credited.includes(authorId)));
  }

  async revoke(sources: readonly { articleId: number; answerId: number }[]): Promise<void> {
    await this.ledger.revoke(
      sources.map((source) => promotionCause(source.articleId, source.answerId)),
      'PROMOTION_WITHDRAWN',
    );
  }

  /** Those of one article. What was credited before is no news. */
  private async announce(promoted: readonly CreditedSource[]): Promise<void> {
    const [first] = promoted;
    if (first) await this.events.publish(new AnswersPromoted(first.articleId, first.slug, promoted));
  }

  private async settleThoseOf(answerIds: readonly number[]): Promise<void> {
    const articles = new Set(
      (await this.provenance.publishedFrom(answerIds)).map((source) => source.articleId),
    );
    for (const articleId of articles) {
      // The other answers of the article are locked after the one that changes, against the usual order. If somebody
      // does the same from the other side, the database lets one of the two begin again.
      await this.provenance.lockSources(articleId);
      await this.settle(articleId);
    }
  }
}

/** By the number of the answer, so that it does not depend on when it is asked. Erased authors have no credit. */
function firstOfEachAuthor(sources: readonly PublishedSource[]): CreditedSource[] {
  const first = new Map<number, CreditedSource>();
  for (const source of sources) {
    if (!hasAuthor(source)) continue;
    const known = first.get(source.authorId);
    if (!known || source.answerId < known.answerId) first.set(source.authorId, source);
  }
  return [...first.values()];
}

function hasAuthor(source: PublishedSource): source is CreditedSource {
  return source.authorId !== null;
}
