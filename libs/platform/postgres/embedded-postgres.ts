import { mkdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installedPostgres } from './binaries.js';
import { clusterDirOf, databaseAddress, ensureCluster } from './cluster.js';
import { DataDirInUseError, dataDirOwner, lockDataDir } from './data-dir-lock.js';
import type { DataDirHolder } from './data-dir-lock.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { accountFor } from './os-account.js';
import { endLeftovers, readPostmasterState } from './postmaster.js';
import { seatFor } from './seat.js';
import { launchServer } from './server.js';
import type { ServerSettings } from './server.js';

export interface EmbeddedPostgresOptions {
  /** DATA_DIR. The cluster lies in its `postgres`, the password in its `secrets`. */
  dataDir: string;
  /** What there is to tell, a line at a time; `warn` is worth a look, everything else is routine. */
  log: (line: string, level: 'debug' | 'warn') => void;
  /** A fixed port on 127.0.0.1; without one, a free one is found. */
  port?: number;
  /** Settings of postgresql.conf over the ones of a small server. */
  settings?: ServerSettings;
  /** DATA_DIR and everything in it goes with the server, also when the process is killed. For tests. */
  disposable?: boolean;
}

export interface EmbeddedPostgres {
  /** Where to connect, with the password. The role owns the database and may create more; it is no superuser. */
  url: string;
  /** Comes when the server has ended: with nothing after `stop`, with a line for the log when it died by itself. */
  ended: Promise<string | undefined>;
  /** Ends the server in order; open transactions are rolled back. May be called again. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm brought on this DATA_DIR and creates its cluster the first time. Ends what a killed
 * run left behind, and is itself ended when this process dies in whatever way.
 *
 * @throws DataDirInUseError when another process works on the DATA_DIR.
 * @throws EmbeddedPostgresError when PostgreSQL does not start; the message is one line that says what to do.
 */
export function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  return start(options, 'server');
}

/**
 * For the command line: uses the database of the Peerdesk that runs on this DATA_DIR, or starts it for the time of
 * the command when none does. `stop` leaves a database alone that it did not start.
 *
 * @throws DataDirInUseError when another command has started the database for itself: it would stop it under us.
 */
export async function connectOrStartEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const deadline = Date.now() + 60_000;
  for (;;) {
    const owner = dataDirOwner(dataDir);
    if (!owner) return start(options, 'command');
    if (owner.holder === 'command') throw new DataDirInUseError(dataDir, owner);
    const state = readPostmasterState(clusterDirOf(dataDir));
    if (state?.ready) return borrowed(databaseAddress(dataDir)(state.port));
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `Peerdesk (process ${owner.pid}) is starting, but its database is not ready yet.`,
      );
    }
    await sleep(100);
  }
}

function borrowed(url: string): EmbeddedPostgres {
  return { url, ended: new Promise(() => undefined), stop: () => Promise.resolve() };
}

async function start(options: EmbeddedPostgresOptions, holder: DataDirHolder): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const clusterDir = clusterDirOf(dataDir);
  const lock = lockDataDir(dataDir, holder);
  const leave = () => {
    lock.release();
    if (options.disposable) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    mkdirSync(dirname(clusterDir), { recursive: true });
    const account = accountFor(clusterDir, (line) => options.log(line, 'warn'));
    const seat = seatFor(installedPostgres(), dirname(clusterDir), account);
    await ensureCluster(dataDir, seat, account, options.settings?.['fsync'] !== 'off');
    await endLeftovers(clusterDir, (line) => options.log(line, 'warn'));
    const urlAt = databaseAddress(dataDir);
    const directoryToRemove = options.disposable ? dataDir : undefined;
    const server = await launchServer({ ...options, clusterDir, account, seat, directoryToRemove });
    const ended = server.ended.then((reason) => {
      leave();
      return reason;
    });
    return {
      url: urlAt(server.port),
      ended,
      async stop() {
        await server.stop();
        await ended;
      },
    };
  } catch (error) {
    leave();
    throw error;
  }
}
