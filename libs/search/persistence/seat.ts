import pg from 'pg';
import type { Database } from '#libs/platform';

/** Numbers of advisory locks, which only have to differ from each other and from those of other libs. */
export const SEATS = {
  postgresWriter: 7_337_010,
  meilisearchWriter: 7_337_011,
  postgresRebuild: 7_337_012,
  meilisearchRebuild: 7_337_013,
} as const;

/**
 * A connection of its own that holds an advisory lock: whoever has it is the only one among all processes. The lock
 * goes with the connection, so a killed process leaves nothing behind.
 */
export class Seat {
  private constructor(private readonly client: pg.Client) {}

  /** @returns undefined while somebody else sits there */
  static async take(
    database: Database,
    seat: number,
    onLost: () => void = () => undefined,
  ): Promise<Seat | undefined> {
    const { url } = database.dataSource.options as { url?: string };
    const client = new pg.Client({ connectionString: url, application_name: 'peerdesk search' });
    // Without a listener a broken connection would end the process.
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      seat,
    ]);
    if (!rows[0]?.taken) {
      await client.end();
      return undefined;
    }
    client.once('end', onLost);
    return new Seat(client);
  }

  /** Calls `wake` whenever something was marked and committed, by whichever process. */
  async listen(wake: () => void): Promise<void> {
    this.client.on('notification', wake);
    await this.client.query('listen search_dirty');
  }

  async leave(): Promise<void> {
    this.client.removeAllListeners('end');
    await this.client.end().catch(() => undefined);
  }
}

/**
 * Waits until every transaction that was under way when this was called has ended. One of them may have marked its
 * changes before a new index was registered and commit them after that index was filled.
 */
export async function changesSettled(database: Database): Promise<void> {
  const row = await database.one<{ now: string }>('select pg_current_xact_id()::text as now');
  for (;;) {
    const state = await database.one<{ settled: boolean }>(
      'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as settled',
      [row?.now],
    );
    if (state?.settled) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
