/** On whose authority a job acts. `system`: the site itself, which may do what the job was written to do. */
export type JobActor = 'system';

/** Numbers of rows and the like. A job reads the state when it runs, so it never writes something stale. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

export interface JobDefinition<Data extends JobData> {
  /** Unique; letters, digits, `-` and `.`, as in `mail.deliver`. Renaming it abandons what still waits. */
  readonly name: string;
  /** Declared by every job, as every query and mutation declares who may call it: a job without ends the start. */
  readonly actor: JobActor;
  /**
   * Does the work. It may run late and it may run twice, the second time because the first was cut off: what it has
   * done by then must do no harm. A failure is tried again, later each time.
   * @param signal fires when the process stops waiting for the job
   */
  readonly run: (data: Data, signal: AbortSignal) => Promise<void>;
  /** When to run it without being asked, in UTC, as cron writes it; also once whenever workers start. */
  readonly cron?: string;
  /** How many of these run side by side in one process; 1 if left out. */
  readonly concurrency?: number;
  /** How often a failing job is tried again before it is given up; 5 if left out. */
  readonly retries?: number;
  /** How long one run may take, in seconds; 900 if left out. A longer one counts as failed and is run again. */
  readonly timeoutSeconds?: number;
}

/** A job that was defined: what is left to do is to ask for it. */
export interface Job<Data extends JobData> {
  /**
   * Asks for one run. Inside a transaction it is asked for when that commits, and never if it rolls back.
   * @param options.afterSeconds not before so many seconds have passed
   */
  add(data: Data, options?: { afterSeconds?: number }): Promise<void>;
}
