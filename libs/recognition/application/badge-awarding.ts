import { Injectable } from '@nestjs/common';
import { Database, DomainEvents } from '#libs/platform';
import { BadgesAwarded } from '../domain/events.js';
import { BUILT_IN_BADGES } from '../domain/built-in-badges.js';
import { BadgeStore } from '../persistence/badge.store.js';
import type { AwardedBadge } from '../persistence/badge.store.js';

const PEOPLE_TOLD_AT_ONCE = 200;

/**
 * Gives badges to those who reach them, and takes them from those who do not any more. It compares what is with what
 * should be, so that whatever happened while nothing ran is made up for, and running twice changes nothing.
 */
@Injectable()
export class BadgeAwarding {
  constructor(
    private readonly database: Database,
    private readonly store: BadgeStore,
    private readonly events: DomainEvents,
  ) {}

  /** Brings the badges that come with the software up to date. */
  synchronise(): Promise<void> {
    return this.store.synchronise(BUILT_IN_BADGES);
  }

  /** All badges, for some people or, with null, for everybody. */
  async award(accountIds: readonly number[] | null, signal?: AbortSignal): Promise<void> {
    for (const badge of await this.store.awarded()) {
      signal?.throwIfAborted();
      await this.awardOne(badge, accountIds);
    }
    await this.tell(signal);
  }

  /** One badge for everybody, as after it was defined. */
  async awardBadge(badgeId: number, signal?: AbortSignal): Promise<void> {
    for (const badge of await this.store.awarded(badgeId)) await this.awardOne(badge, null);
    await this.tell(signal);
  }

  private async awardOne(badge: AwardedBadge, accountIds: readonly number[] | null): Promise<void> {
    await this.database.transaction(async () => {
      await this.store.lockAwarding();
      await this.store.award(badge, accountIds);
    });
  }

  /** Apart from awarding, so that somebody who was given several badges is told once. */
  private async tell(signal?: AbortSignal): Promise<void> {
    while (await this.tellSome()) signal?.throwIfAborted();
  }

  private tellSome(): Promise<boolean> {
    return this.database.transaction(async () => {
      await this.store.lockAwarding();
      const untold = await this.store.takeUntold(PEOPLE_TOLD_AT_ONCE);
      for (const { accountId, awards } of untold) {
        await this.events.publish(new BadgesAwarded(accountId, awards));
      }
      return untold.length > 0;
    });
  }
}
