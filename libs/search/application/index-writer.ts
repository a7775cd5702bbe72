import { setTimeout as sleep } from 'node:timers/promises';
import { ConflictError } from '#libs/kernel';
import type { Database, Logger } from '#libs/platform';
import { BatchRefused, EngineRefusesKey, EngineUnavailable, IndexLost } from '../domain/engine.js';
import type { DirtySet } from '../persistence/dirty-set.js';
import { Seat } from '../persistence/seat.js';
import { BackOff } from './back-off.js';
import type { Indexer } from './indexer.js';

export interface IndexWriterParts {
  database: Database;
  dirty: DirtySet;
  indexer: Indexer;
  /** Builds the whole index: the first time, and when so much waits that this is faster. */
  rebuild: () => Promise<unknown>;
  /** Tells the engine what it has to know before things are brought in. */
  prepare: () => Promise<void>;
  seat: number;
  logger: Logger;
}

/** `writing`: all is well. `waiting`: another process writes. The others come with a problem in words. */
export type WriterState = 'stopped' | 'waiting' | 'writing' | 'backing off' | 'refused';

/** Without a notification, for what is due later. */
const LOOK_AGAIN_MS = 5_000;
const ASK_FOR_SEAT_MS = 2_000;
/** Between two rounds: the first change after a pause is brought in at once, those that follow share a round. */
const GATHER_MS = 100;
/** A key that is refused is not tried all the time; the operator has been told. */
const REFUSED_KEY_MS = 15_000;
/** From here on it is faster to build the index anew than to bring everything in one by one. */
const REBUILD_ABOVE = 20_000;

/** Keeps one index true for as long as the process lives. Among all processes, one writes and the others wait. */
export class IndexWriter {
  state: WriterState = 'stopped';
  problem: string | undefined;
  private readonly backOff = new BackOff();
  private running: Promise<void> | undefined;
  private stopping = false;
  private woken = false;
  private wakeUp: () => void = () => undefined;

  constructor(private readonly parts: IndexWriterParts) {}

  start(): void {
    if (this.running) return;
    this.stopping = false;
    this.running = this.run();
  }

  /** Resolves when nothing is written any more. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
    this.running = undefined;
    this.state = 'stopped';
  }

  private wake(): void {
    this.woken = true;
    this.wakeUp();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.sit();
      } catch (error) {
        // The database went away. The seat went with it; whoever is first takes it again.
        this.parts.logger.warn(
          { err: error },
          'The search index writer lost its database; it will try again.',
        );
        // What woke it was the loss itself. Left standing, it would try again without ever pausing.
        this.woken = false;
        await this.pause(ASK_FOR_SEAT_MS);
      }
    }
  }

  /** Takes the seat, if it is free, and writes until it is lost. */
  private async sit(): Promise<void> {
    let lost = false;
    const onLost = () => {
      lost = true;
      this.wake();
    };
    const seat = await Seat.take(this.parts.database, this.parts.seat, onLost);
    if (!seat) {
      this.state = 'waiting';
      await this.sleep(ASK_FOR_SEAT_MS);
      return;
    }
    try {
      await seat.listen(() => this.wake());
      while (!this.stopping && !lost) await this.pause(await this.bringUpToDate(() => this.stopping || lost));
    } finally {
      await seat.leave();
    }
  }

  /** Gives the milliseconds after which to look again without being woken. */
  private async bringUpToDate(stopped: () => boolean): Promise<number> {
    const { logger, dirty, indexer } = this.parts;
    this.woken = false;
    try {
      this.state = 'writing';
      if (await this.needsRebuild()) await this.parts.rebuild();
      await this.parts.prepare();
      await indexer.drain(stopped, () => {
        this.isWell();
        return sleep(GATHER_MS);
      });
      this.isWell();
      return LOOK_AGAIN_MS;
    } catch (error) {
      if (error instanceof EngineRefusesKey) return this.refused(error);
      // Somebody rebuilds the index by hand.
      if (error instanceof ConflictError) return LOOK_AGAIN_MS;
      // A whole rebuild, or its settings, that the engine will not have is no matter of single documents any more.
      if (!(error instanceof EngineUnavailable || error instanceof BatchRefused)) throw error;
      if (error instanceof IndexLost) await dirty.declareReady(false);
      const waitMs = this.backOff.failed();
      if (this.problem === undefined) {
        logger.warn(
          { err: error, target: dirty.target },
          'The search engine does not take changes; they are kept.',
        );
      }
      this.state = 'backing off';
      this.problem = error.message;
      await this.sleep(waitMs);
      return 0;
    }
  }

  private isWell(): void {
    const { logger, dirty } = this.parts;
    if (this.problem !== undefined)
      logger.info({ target: dirty.target }, 'The search index is written again.');
    this.problem = undefined;
    this.backOff.succeeded();
  }

  /** Nothing will work until somebody acts, so this is one of the few errors of a running site. */
  private async refused(error: Error): Promise<number> {
    const { logger, dirty } = this.parts;
    if (this.state !== 'refused') {
      logger.error(
        { err: error, target: dirty.target },
        'The search engine refuses our key: the index is not written until MEILI_API_KEY is mended.',
      );
    }
    this.state = 'refused';
    this.problem = error.message;
    await this.sleep(REFUSED_KEY_MS);
    return 0;
  }

  private async needsRebuild(): Promise<boolean> {
    const { dirty } = this.parts;
    if (!(await dirty.isReady())) return true;
    const waiting = await dirty.countUpTo(REBUILD_ABOVE);
    return waiting >= REBUILD_ABOVE;
  }

  /** Waits for a notification, but not longer than this. */
  private pause(ms: number): Promise<void> {
    return this.woken || ms === 0 ? Promise.resolve() : this.sleep(ms);
  }

  private async sleep(ms: number): Promise<void> {
    if (this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wakeUp = () => {
        // What was marked meanwhile does not shorten a back-off; the end of the process does.
        const isPause = this.state === 'writing' || this.state === 'waiting';
        if (!isPause && !this.stopping) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = () => undefined;
  }
}
