import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { totalmem } from 'node:os';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { binary } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { startGuard } from './guard.js';
import type { OsAccount } from './os-account.js';
import { readPostmasterState } from './postmaster.js';
import { programEnvironment } from './program.js';
import type { Seat } from './seat.js';

/** Names and values as in postgresql.conf. */
export type ServerSettings = Readonly<Record<string, string>>;

export interface ServerLaunch {
  clusterDir: string;
  seat: Seat;
  account: OsAccount;
  log: (line: string, level: 'debug' | 'warn') => void;
  port?: number;
  settings?: ServerSettings;
  /** Removed by the guard when this process dies. */
  directoryToRemove?: string;
}

export interface Server {
  port: number;
  ended: Promise<string | undefined>;
  stop(): Promise<void>;
}

/** A recovery replays what was written since the last checkpoint; this is far more than it takes. */
const READY_WITHIN_MS = 300_000;
/** A fast shutdown writes a checkpoint; after this long something is wrong, and recovery will put it right. */
const STOPPED_WITHIN_MS = 60_000;

/**
 * Starts PostgreSQL on an existing cluster and comes back when it accepts connections.
 *
 * @throws EmbeddedPostgresError with what PostgreSQL said last.
 */
export async function launchServer(launch: ServerLaunch): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    const server = spawnServer(launch, launch.port ?? (await freePort()));
    const problem = await server.problemUntilReady();
    if (problem === undefined) return server;
    const portTaken = problem.includes('could not bind');
    if (portTaken && launch.port !== undefined) {
      throw new EmbeddedPostgresError(
        `PostgreSQL cannot listen on port ${launch.port}: something else does.`,
      );
    }
    // Between being found free and being used, a port may be taken by others.
    if (!portTaken || attempt === 5) throw new EmbeddedPostgresError(`PostgreSQL did not start: ${problem}`);
  }
}

function spawnServer(launch: ServerLaunch, port: number) {
  const child = spawn(binary(launch.seat.home, 'postgres'), serverParameters(launch, port), {
    cwd: launch.clusterDir,
    ...launch.account,
    env: programEnvironment(),
    // In a session of its own: Ctrl-C at the terminal is for the application, which stops PostgreSQL last.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const guard = child.pid === undefined ? undefined : startGuard(child.pid, launch.directoryToRemove);
  const recent = relayLog(child.stderr, launch.log);
  let stopping: Promise<void> | undefined;
  const ended = endOf(child).then((how) => {
    guard?.release();
    return stopping ? undefined : [`PostgreSQL ended by itself (${how}).`, ...recent].join(' / ');
  });
  return {
    port,
    ended,
    stop: () => (stopping ??= stopInSteps(child, ended)),
    async problemUntilReady(): Promise<string | undefined> {
      const outcome = await Promise.race([ended, becomesReady(launch.clusterDir, child)]);
      if (outcome !== undefined) await (stopping ??= stopInSteps(child, ended));
      return outcome;
    },
  };
}

function serverParameters({ seat, clusterDir, settings }: ServerLaunch, port: number): string[] {
  const all = { ...smallServerSettings(), ...settings };
  const assignments = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', seat.nameOf(clusterDir), '-p', String(port), ...assignments];
}

/** For a machine that PostgreSQL shares with the application. */
function smallServerSettings(): ServerSettings {
  const megabytes = Math.floor(totalmem() / 2 ** 20);
  const sharedBuffers = Math.min(512, Math.max(64, Math.floor(megabytes / 16)));
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: `${sharedBuffers}MB`,
    effective_cache_size: `${Math.floor(megabytes / 2)}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    synchronous_commit: 'on',
    random_page_cost: '1.1',
    // Compiling a query costs more than the short ones of a page ever win back.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '',
    log_checkpoints: 'off',
    log_autovacuum_min_duration: '-1',
    // A statement that fails is reported by the application, without the personal data that PostgreSQL would print.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Hands PostgreSQL's lines on and keeps the last few, to tell them when it fails. */
function relayLog(stderr: Readable, log: ServerLaunch['log']): string[] {
  const recent: string[] = [];
  createInterface({ input: stderr }).on('line', (line) => {
    log(line, line.includes('PANIC:') ? 'warn' : 'debug');
    recent.push(line.trim());
    if (recent.length > 4) recent.shift();
  });
  return recent;
}

/** How the process ended, once all it had to say has been read. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

async function becomesReady(clusterDir: string, child: ChildProcess): Promise<string | undefined> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const state = readPostmasterState(clusterDir);
    if (state?.ready && state.pid === child.pid) return undefined;
    await sleep(10);
  }
  return child.exitCode === null && child.signalCode === null
    ? `it was not ready after ${READY_WITHIN_MS / 1000} seconds.`
    : new Promise(() => undefined);
}

/** Fast shutdown; when that hangs, the immediate one; when even that hangs, the end. */
async function stopInSteps(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    child.kill(signal);
    const patience = new AbortController();
    const expired = sleep(STOPPED_WITHIN_MS, 'expired', { signal: patience.signal }).catch(() => undefined);
    const outcome = await Promise.race([ended, expired]);
    patience.abort();
    if (outcome !== 'expired') return;
  }
  child.kill('SIGKILL');
  await ended;
}
