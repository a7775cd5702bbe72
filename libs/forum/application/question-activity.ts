import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Notification, PoolClient } from 'pg';
import { Database, DomainEvents, LOGGER } from '#libs/platform';
import type { Logger } from '#libs/platform';
import { QuestionChanged } from '../domain/events.js';

const CHANNEL = 'question_changed';
const RECONNECT_MS = 1_000;

type Listener = (questionId: number) => void;

/**
 * Tells who is looking that a question has changed, in whichever process it was changed: a notification that leaves with
 * the transaction, so nobody hears of what was rolled back. One connection listens for all, from the first listener on.
 */
@Injectable()
export class QuestionActivity implements OnApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private connection: Promise<void> | null = null;
  private release: (() => void) | null = null;
  private isStopped = false;

  constructor(
    events: DomainEvents,
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    events.on(QuestionChanged, ({ questionId }) => this.tell(questionId));
  }

  /** Calls `listener` at each change from now on; the result ends that. */
  async listen(listener: Listener): Promise<() => void> {
    this.listeners.add(listener);
    this.connection ??= this.connect();
    await this.connection;
    return () => this.listeners.delete(listener);
  }

  onApplicationShutdown(): void {
    this.isStopped = true;
    this.release?.();
  }

  private async tell(questionId: number): Promise<void> {
    await this.database.query(`select pg_notify($1, $2)`, [CHANNEL, String(questionId)]);
  }

  private async connect(): Promise<void> {
    const runner = this.database.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    const onNotification = ({ payload }: Notification) => {
      for (const listener of this.listeners) listener(Number(payload));
    };
    client.on('notification', onNotification);
    client.once('error', () => this.reconnect());
    this.release = () => {
      client.off('notification', onNotification);
      // The connection goes back to the pool, which must not hand out one that still listens.
      void client.query(`unlisten ${CHANNEL}`).finally(() => runner.release());
      this.release = null;
    };
    await client.query(`listen ${CHANNEL}`);
  }

  /** The database went away. Those who listen miss what happens until it is back; their pages still load. */
  private reconnect(): void {
    this.release = null;
    if (this.isStopped) return;
    this.logger.warn('no longer told of changes; connecting again');
    const again = () =>
      new Promise<void>((resolve) => setTimeout(resolve, RECONNECT_MS).unref()).then(() => this.connect());
    this.connection = again().catch(() => this.reconnect());
  }
}
