import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Database, LOGGER } from '#libs/platform';
import type { Logger } from '#libs/platform';

const FLUSH_EVERY_MS = 10_000;
/** Somebody who comes back within this time is not counted again. */
const SAME_VISIT_MS = 30 * 60_000;
const VISITS_REMEMBERED = 100_000;

/**
 * Counts views without a write per request: they gather in memory and are written together. A crash loses at most the
 * views of the last seconds, which is the one thing here that may be lost.
 */
@Injectable()
export class Views implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly visits = new LRUCache<string, true>({ max: VISITS_REMEMBERED, ttl: SAME_VISIT_MS });
  private pending = new Map<number, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** @param visitor whatever tells one visitor from another; it stays in memory */
  note(questionId: number, visitor: string): void {
    const visit = `${questionId} ${visitor}`;
    if (this.visits.has(visit)) return;
    this.visits.set(visit, true);
    this.pending.set(questionId, (this.pending.get(questionId) ?? 0) + 1);
  }

  /** Views of this question that are not in the database yet. */
  pendingOf(questionId: number): number {
    return this.pending.get(questionId) ?? 0;
  }

  async flush(): Promise<void> {
    if (this.pending.size === 0) return;
    const written = this.pending;
    this.pending = new Map();
    try {
      await this.database.query(
        `update post set view_count = view_count + seen.count
           from unnest($1::bigint[], $2::int[]) as seen (id, count)
          where post.id = seen.id and post.kind = 'question'`,
        [[...written.keys()], [...written.values()]],
      );
    } catch (error) {
      this.logger.warn({ err: error }, 'views could not be written; they are kept for the next time');
      for (const [id, count] of written) this.pending.set(id, (this.pending.get(id) ?? 0) + count);
    }
  }
}
