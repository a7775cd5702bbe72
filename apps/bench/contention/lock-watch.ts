import type { Database } from '#libs/platform';

const EVERY_MS = 25;

/** What connections are busy with, looked at again and again from a connection of its own. */
export interface Waiting {
  /** How many wait for a lock of somebody else, in the mean. */
  locks: number;
  /** How many do something, in the mean: everybody who neither waits for a lock nor for the client. */
  busy: number;
}

export class LockWatch {
  constructor(private readonly database: Database) {}

  /** Looks until `work` is done. */
  async during<Result>(work: Promise<Result>): Promise<{ result: Result; waiting: Waiting }> {
    const looks: Waiting[] = [];
    let isDone = false;
    const done = work.finally(() => (isDone = true));
    while (!isDone) {
      looks.push(await this.look());
      await Promise.race([done, new Promise((resolve) => setTimeout(resolve, EVERY_MS))]);
    }
    const mean = (of: (look: Waiting) => number) =>
      looks.reduce((sum, look) => sum + of(look), 0) / Math.max(looks.length, 1);
    return {
      result: await done,
      waiting: { locks: mean(({ locks }) => locks), busy: mean(({ busy }) => busy) },
    };
  }

  private async look(): Promise<Waiting> {
    const row = await this.database.one<Waiting>(
      `select count(*) filter (where wait_event_type = 'Lock')::int as locks,
              count(*) filter (where wait_event_type is distinct from 'Lock')::int as busy
         from pg_stat_activity
        where datname = current_database() and state = 'active' and pid <> pg_backend_pid()`,
    );
    return row ?? { locks: 0, busy: 0 };
  }
}
