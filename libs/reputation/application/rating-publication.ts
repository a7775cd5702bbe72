import { Injectable } from '@nestjs/common';
import { Database, DomainEvents, SiteSecret } from '#libs/platform';
import { MIXED_RATERS, WAITS_DAYS } from '../domain/helper-rating.js';
import { HelperRated } from '../domain/rating-events.js';
import { RatingPublicationStore } from '../persistence/rating-publication.store.js';
import type { WaitingRating } from '../persistence/rating-publication.store.js';
import { RatingStore } from '../persistence/rating.store.js';
import { RuleSets } from './rule-sets.js';

/**
 * Lets remarks, marks and topics be seen: once a day, what was given before the day began, and for each helper only when
 * several people rated, or after a long time. See `MIXED_RATERS`.
 */
@Injectable()
export class RatingPublication {
  constructor(
    private readonly database: Database,
    private readonly ratings: RatingStore,
    private readonly store: RatingPublicationStore,
    private readonly ruleSets: RuleSets,
    private readonly secret: SiteSecret,
    private readonly events: DomainEvents,
  ) {}

  /** Runs any number of times a day: what is published once is not published again. */
  async publish(signal?: AbortSignal): Promise<void> {
    for (const helperId of await this.store.helpersDue(MIXED_RATERS, WAITS_DAYS)) {
      signal?.throwIfAborted();
      await this.publishFor(helperId);
    }
    await this.announce();
  }

  private async publishFor(helperId: number): Promise<void> {
    await this.database.transaction(async () => {
      await this.ratings.lockHelper(helperId);
      const waiting = await this.store.waitingFor(helperId);
      // Somebody may have rated again, or a moderator decided, since the helper was found due.
      if (!isDue(waiting)) return;
      const places: (string | null)[] = [];
      for (const rating of waiting) places.push(rating.hasRemark ? await this.placeOf(rating) : null);
      await this.store.publish(waiting, places);
      await this.store.summarise(helperId);
    });
  }

  /** Keyed: who knows the answers cannot compute where their remarks stand, and each edition has a place of its own. */
  private async placeOf({ answerId, ratedAt }: WaitingRating): Promise<string> {
    const digest = await this.secret.digest('remark-place', `${answerId} ${ratedAt.toISOString()}`);
    return digest.toString('hex').slice(0, 24);
  }

  private async announce(): Promise<void> {
    await this.database.transaction(async () => {
      const { rules } = await this.ruleSets.now();
      const least = { count: rules.ratings.leastCount, raters: MIXED_RATERS };
      for (const { helperId, day } of await this.store.announce(least)) {
        await this.events.publish(new HelperRated(helperId, day));
      }
    });
  }
}

function isDue(waiting: readonly WaitingRating[]): boolean {
  const longAgo = Date.now() - WAITS_DAYS * 86_400_000;
  const raters = new Set(waiting.map(({ raterId }) => raterId));
  return raters.size >= MIXED_RATERS || waiting.some(({ ratedAt }) => ratedAt.getTime() < longAgo);
}
