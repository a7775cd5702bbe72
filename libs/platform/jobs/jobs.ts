import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { JobWithMetadata, PgBoss, QueueOptions } from 'pg-boss';
import type { DataSourceOptions } from 'typeorm';
import { Database } from '../database/database.js';
import { LOGGER } from '../logging/logger.js';
import type { Logger } from '../logging/logger.js';
import type { Job, JobData, JobDefinition } from './job.js';
import { JOBS_SCHEMA } from './schema.js';

/** A worker that is not heard of for so long is dead, and its job goes to another. The least that pg-boss takes. */
const HEARTBEAT_SECONDS = 10;
/** How often the dead are looked for, and how often workers look for jobs that nobody woke them for. */
const SUPERVISE_EVERY_SECONDS = 1.5;
const LOOK_EVERY_SECONDS = 1;
/** How long a stop waits for what is running; after that it is failed, and run again elsewhere. */
const STOP_PATIENCE_MS = 10_000;
const DAY_SECONDS = 86_400;

/**
 * Work that need not be done before the request is answered, kept in PostgreSQL by pg-boss. Any process may ask for a
 * job; they are run where workers were started, by as many processes as there are.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly definitions = new Map<string, JobDefinition<never>>();
  private sender: Promise<PgBoss> | null = null;
  private workers: PgBoss | null = null;

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Makes a job known to this process. To be called by constructors: later ones are not run. */
  define<Data extends JobData>(definition: JobDefinition<Data>): Job<Data> {
    const { name } = definition;
    if (this.definitions.has(name)) throw new Error(`There are two jobs of the name ${name}.`);
    this.definitions.set(name, definition);
    return { add: (data, options) => this.add(name, data, options) };
  }

  /** Runs jobs in this process from now on. */
  async startWorkers(): Promise<void> {
    if (this.workers) return;
    this.requireActors();
    const boss = await this.connect({ max: 4, supervise: true, schedule: true, useListenNotify: true });
    const definitions = [...this.definitions.values()];
    for (const definition of definitions) await createQueue(boss, definition);
    this.workers = boss;
    for (const definition of definitions) await this.startWorker(boss, definition);
  }

  /** Whether any process has been running jobs within the last minute. */
  async areServed(): Promise<boolean> {
    const row = await this.database.one<{ areServed: boolean | null }>(
      `select max(monitor_claim_on) > now() - interval '1 minute' as "areServed" from ${JOBS_SCHEMA}.queue`,
    );
    return row?.areServed ?? false;
  }

  /** Lets what is running finish, within reason, and runs no more. */
  async stop(): Promise<void> {
    const { workers } = this;
    this.workers = null;
    await workers?.stop({ graceful: true, timeout: STOP_PATIENCE_MS });
  }

  /** Deny by default, also where a type error was overruled. */
  onApplicationBootstrap(): void {
    this.requireActors();
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  private requireActors(): void {
    const forgotten = [...this.definitions.values()].filter((job) => job.actor !== 'system');
    if (forgotten.length > 0) {
      throw new Error(
        `These jobs do not declare on whose authority they act (add actor): ${forgotten.map((job) => job.name).join(', ')}`,
      );
    }
  }

  private async add(name: string, data: JobData, options: { afterSeconds?: number } = {}): Promise<void> {
    const sender = await (this.sender ??= this.prepareSender());
    await sender.send(name, data, options.afterSeconds ? { startAfter: options.afterSeconds } : {});
  }

  /** Writes through `Database`, so what it sends belongs to the transaction around the call. It is never started. */
  private async prepareSender(): Promise<PgBoss> {
    try {
      await this.createQueues();
      const { PgBoss } = await import('pg-boss');
      const executeSql = async (sql: string, values?: unknown[]) => ({
        rows: await this.database.query(sql, values),
      });
      return new PgBoss({ db: { executeSql }, schema: JOBS_SCHEMA });
    } catch (error) {
      this.sender = null;
      throw error;
    }
  }

  /** On a connection of its own: a queue must stay, also when the transaction that first needed it is rolled back. */
  private async createQueues(): Promise<void> {
    if (this.workers) return;
    const boss = await this.connect({ max: 1, supervise: false, schedule: false });
    for (const definition of this.definitions.values()) await createQueue(boss, definition);
    await boss.stop({ graceful: false });
  }

  private async connect(options: {
    max: number;
    supervise: boolean;
    schedule: boolean;
    useListenNotify?: boolean;
  }): Promise<PgBoss> {
    const { PgBoss } = await import('pg-boss');
    const boss = new PgBoss({
      ...options,
      connectionString: urlOf(this.database.dataSource.options),
      application_name: 'peerdesk-jobs',
      schema: JOBS_SCHEMA,
      // The schema changes with the migrations, like every other.
      migrate: false,
      superviseIntervalSeconds: SUPERVISE_EVERY_SECONDS,
      // Must be the shorter one, or every second look would come too early and not count.
      monitorIntervalSeconds: 1,
    });
    boss.on('error', (error) =>
      this.logger.warn({ err: error }, 'background jobs have trouble with the database'),
    );
    boss.on('warning', (warning) => this.logger.warn({ warning }, 'background jobs'));
    return boss.start();
  }

  private async startWorker(boss: PgBoss, definition: JobDefinition<never>): Promise<void> {
    const { name, cron, concurrency = 1 } = definition;
    if (cron) {
      await boss.schedule(name, cron, {}, { tz: 'UTC' });
      // A machine that is off at the hour does it when it is on.
      await boss.send(name, {});
    } else {
      await boss.unschedule(name);
    }
    for (let n = 0; n < concurrency; n++) {
      const worker = await boss.work(
        name,
        {
          includeMetadata: true as const,
          pollingIntervalSeconds: LOOK_EVERY_SECONDS,
          notifyPollingIntervalSeconds: LOOK_EVERY_SECONDS,
        },
        async ([job]: JobWithMetadata<JobData>[]) => {
          // Left alone, a worker rests after each job, however many wait.
          boss.notifyWorker(worker);
          if (job) await this.run(definition, job);
        },
      );
    }
  }

  private async run(definition: JobDefinition<never>, job: JobWithMetadata<JobData>): Promise<void> {
    const startedAt = performance.now();
    try {
      await definition.run((job.data ?? {}) as never, job.signal);
      const ms = Math.round(performance.now() - startedAt);
      this.logger.debug({ job: job.name, jobId: job.id, ms }, 'job done');
    } catch (error) {
      const isGivenUp = job.retryCount >= job.retryLimit;
      this.logger[isGivenUp ? 'error' : 'warn'](
        { err: error, job: job.name, jobId: job.id, attempt: job.retryCount + 1 },
        isGivenUp ? 'job failed for good' : 'job failed, to be tried again',
      );
      throw error;
    }
  }
}

/** Creates the queue of a job, or brings it up to date with what this version says about it. */
async function createQueue(boss: PgBoss, definition: JobDefinition<never>): Promise<void> {
  const options: QueueOptions & { notify: boolean } = {
    notify: true,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retryLimit: definition.retries ?? 5,
    retryBackoff: true,
    retryDelay: 1,
    retryDelayMax: 600,
    expireInSeconds: definition.timeoutSeconds ?? 900,
    deleteAfterSeconds: DAY_SECONDS,
  };
  await boss.createQueue(definition.name, options);
  await boss.updateQueue(definition.name, options);
}

function urlOf(options: DataSourceOptions): string {
  if (options.type !== 'postgres' || !options.url) throw new Error('jobs need the URL of a PostgreSQL');
  return options.url;
}
