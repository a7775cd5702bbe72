import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { LOGGER } from '#libs/platform';
import type { Logger } from '#libs/platform';
import type { IntentEvent } from '../domain/intent.js';
import { IntentStore } from '../persistence/intent.store.js';
import type { NotedEvent } from '../persistence/intent.store.js';

const FLUSH_EVERY_MS = 2_000;
/** If the database is away for long, what people look for is not worth the memory. */
const MOST_WAITING = 10_000;

/** What was seen of an intent at one moment. */
export interface Sighting {
  intent: string;
  session: string;
  locale: string;
  holdout: boolean;
  events: readonly IntentEvent[];
}

/**
 * Writes down what people look for, without a write per request: events gather in memory and are written together, so
 * that recording never makes anybody wait and never fails a request. A crash loses those of the last seconds.
 */
@Injectable()
export class IntentRecorder implements OnApplicationBootstrap, OnApplicationShutdown {
  private waiting: NotedEvent[] = [];
  private writing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: IntentStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.writing;
    await this.flush();
  }

  /** Gives how many were taken: none while too many wait. */
  note({ events, ...intent }: Sighting, at = new Date()): number {
    if (this.waiting.length + events.length > MOST_WAITING) return 0;
    for (const event of events) {
      const noted = { ...intent, ...event, at };
      if (continuesTyping(this.waiting.at(-1), noted)) this.waiting.pop();
      this.waiting.push(noted);
    }
    return events.length;
  }

  /**
   * Writes what waits. While a slow database is still writing, nothing else is given to it: it would take a connection
   * each time, and events would come in out of their order.
   */
  flush(): Promise<void> {
    this.writing ??= this.write().finally(() => (this.writing = undefined));
    return this.writing;
  }

  private async write(): Promise<void> {
    if (this.waiting.length === 0) return;
    const written = this.waiting;
    this.waiting = [];
    try {
      await this.store.write(written);
    } catch (error) {
      this.logger.warn({ err: error }, 'intents could not be written; they are kept for the next time');
      this.waiting = [...written, ...this.waiting].slice(0, MOST_WAITING);
    }
  }
}

/**
 * Suggestions come with every few letters of a title; only the longest matters. One that found something is kept when
 * the next finds nothing, for what was there to suggest decides who is compared with whom.
 */
function continuesTyping(last: NotedEvent | undefined, next: NotedEvent): boolean {
  return (
    last?.kind === 'SUGGESTED' &&
    next.kind === 'SUGGESTED' &&
    last.intent === next.intent &&
    (last.hits === 0 || next.hits !== 0)
  );
}
