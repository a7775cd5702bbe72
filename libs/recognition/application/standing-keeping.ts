import { Injectable } from '@nestjs/common';
import { Database, DomainEvents } from '#libs/platform';
import { RuleSets } from '#libs/reputation';
import type { Words } from '../domain/badge.js';
import { RankReached } from '../domain/events.js';
import { StandingStore } from '../persistence/standing.store.js';

const AT_ONCE = 1_000;

/** Keeps what ranks are made of, and ranks. Ranks open nothing, so they may be a minute late. */
@Injectable()
export class StandingKeeping {
  constructor(
    private readonly database: Database,
    private readonly ruleSets: RuleSets,
    private readonly store: StandingStore,
    private readonly events: DomainEvents,
  ) {}

  /** May run at any time and twice at once: it writes what there is. */
  async refresh(accountIds: readonly number[], signal?: AbortSignal): Promise<void> {
    for (let start = 0; start < accountIds.length; start += AT_ONCE) {
      signal?.throwIfAborted();
      await this.refreshSome(accountIds.slice(start, start + AT_ONCE));
    }
  }

  async refreshAll(signal?: AbortSignal): Promise<void> {
    let last = 0;
    for (;;) {
      const some = await this.store.accountsAfter(last, AT_ONCE);
      if (some.length === 0) return;
      await this.refresh(some, signal);
      last = some.at(-1)!;
    }
  }

  private async refreshSome(accountIds: readonly number[]): Promise<void> {
    await this.store.count(accountIds);
    await this.database.transaction(async () => {
      const misplaced = await this.store.lockMisplaced(accountIds);
      if (misplaced.length === 0) return;
      const changes = await this.store.place(misplaced);
      const { ranks } = (await this.ruleSets.now()).rules;
      for (const { accountId, before, rank, isNews } of changes) {
        const names = ranks[rank]?.names;
        if (isNews && rank > before && names) {
          await this.events.publish(new RankReached(accountId, rank, names as Words));
        }
      }
    });
  }
}
