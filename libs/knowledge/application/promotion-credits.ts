import { Injectable } from '@nestjs/common';
import { PostRestored } from '#libs/forum';
import { DomainEvents } from '#libs/platform';
import { Ledger, awardsForPromotion, promotionCause } from '#libs/reputation';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import type { ArticleSource } from '../persistence/provenance.store.js';

interface PublishedSource extends ArticleSource {
  publishedBy: number | null;
}

/**
 * The credit that authors have for answers that became articles. Deleting an answer takes all credit for it away, which
 * reputation sees to; an answer that is restored is credited again here, as long as its article is public.
 */
@Injectable()
export class PromotionCredits {
  constructor(
    events: DomainEvents,
    private readonly ledger: Ledger,
    private readonly provenance: ProvenanceStore,
  ) {
    events.on(PostRestored, async ({ shown }) => {
      await this.award(await this.provenance.publishedFrom(shown.map((post) => post.id)));
    });
  }

  /** Credits authors other than the publisher, for answers that can be seen. A credit that stands is left alone. */
  async award(sources: readonly PublishedSource[]): Promise<void> {
    await this.ledger.award(
      sources.filter((source) => source.isVisible).flatMap((source) => awardsForPromotion(source)),
    );
  }

  async revoke(sources: readonly ArticleSource[]): Promise<void> {
    await this.ledger.revoke(sources.map((source) => promotionCause(source.articleId, source.answerId)));
  }
}
