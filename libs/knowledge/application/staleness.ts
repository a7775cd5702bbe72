import { Injectable } from '@nestjs/common';
import { ProductVersionReleased } from '#libs/catalogue';
import { Database, DomainEvents, Jobs, SiteSettings } from '#libs/platform';
import type { Job } from '#libs/platform';
import { ArticleChanged, SourceDrifted, SourcesConfirmed } from '../domain/events.js';
import { DEFAULT_STALE_RULES } from '../domain/staleness.js';
import type { StaleRules } from '../domain/staleness.js';
import { StaleStore } from '../persistence/stale.store.js';

/** How many articles are looked at in one transaction, and so kept from their editors for that moment. */
const AT_ONCE = 100;

export const STALE_RULES_KEY = 'knowledge.staleRules';

/** Neither: all articles. */
type Which = { articleId?: number; productId?: number };

/**
 * Keeps articles stale as long as there is a reason, and no longer. What a curator or a reader does to one article
 * shows at once, in the same transaction; what others do to things that articles depend on, a moment later.
 */
@Injectable()
export class Staleness {
  private readonly job: Job<Which>;

  constructor(
    jobs: Jobs,
    events: DomainEvents,
    private readonly database: Database,
    private readonly settings: SiteSettings,
    private readonly store: StaleStore,
  ) {
    this.job = jobs.define<Which>({
      name: 'knowledge.keep-true',
      actor: 'system',
      // After the versions of the day were announced.
      cron: '14 0 * * *',
      run: (which) => this.look(which),
    });
    // The answer is locked here, and articles come before answers.
    events.on(SourceDrifted, ({ articleId }) => this.job.add({ articleId }));
    events.on(ProductVersionReleased, ({ productId }) => this.job.add({ productId }));
    events.on(SourcesConfirmed, ({ articleId }) => this.refresh(articleId));
    events.on(ArticleChanged, async ({ articleId }) => {
      await this.store.noteVersionsKnown(articleId);
      await this.refresh(articleId);
    });
  }

  /** As they are at this moment, also inside a transaction that changes them. */
  async rules(): Promise<StaleRules> {
    const set = await this.settings.getNow<Partial<StaleRules>>(STALE_RULES_KEY, {});
    return { ...DEFAULT_STALE_RULES, ...set };
  }

  /** Looks at one article, whose row must be locked. */
  async refresh(articleId: number): Promise<void> {
    await this.store.refresh([articleId], await this.rules());
  }

  askForAll(): Promise<void> {
    return this.job.add({});
  }

  /** Looks at the articles anew; for the job. */
  async look({ articleId, productId }: Which): Promise<void> {
    if (articleId !== undefined) return this.lookAt([articleId]);
    if (productId !== undefined) {
      const ids = await this.store.ofProduct(productId);
      for (let start = 0; start < ids.length; start += AT_ONCE) {
        await this.lookAt(ids.slice(start, start + AT_ONCE));
      }
      return;
    }
    for (let last = 0; ;) {
      const ids = await this.store.shownAfter(last, AT_ONCE);
      if (ids.length === 0) return;
      await this.lookAt(ids);
      last = ids.at(-1) ?? last;
    }
  }

  private async lookAt(articleIds: readonly number[]): Promise<void> {
    await this.database.transaction(async () => {
      await this.store.lock(articleIds);
      await this.store.refresh(articleIds, await this.rules());
    });
  }
}
