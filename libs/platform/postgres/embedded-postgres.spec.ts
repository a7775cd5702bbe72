import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { connectOrStartEmbeddedPostgres, DataDirInUseError, startEmbeddedPostgres } from './index.js';
import type { EmbeddedPostgres } from './index.js';

/** These databases have to survive kills, not a power cut. */
const settings = { fsync: 'off', full_page_writes: 'off', shared_buffers: '16MB' };

/** The stories follow each other on one DATA_DIR, as starts do in life; who needs a new one or spoils it says so. */
let home: string;
let dataDir: string;
const running: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'peerdesk-postgres-spec-'));
});

beforeEach(() => {
  dataDir = join(home, 'data');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const postgres of running.splice(0)) await postgres.stop();
  await until(() => postgresProcesses().length === 0);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('starting the embedded database', () => {
  it('creates a database that knows letters of all languages, for a role that is no superuser', async () => {
    useNewDataDir();
    const { url } = await start();
    const [row] = await query(
      url,
      `SELECT lower('ÄÖÜ') AS lower, show_trgm('über') AS trigrams,
              (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
              current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone`,
      'CREATE EXTENSION pg_trgm',
    );
    expect(row).toMatchObject({ lower: 'äöü', superuser: false, encoding: 'UTF8', zone: 'UTC' });
    expect(row?.['trigrams']).toHaveLength(5);
  });

  it('keeps what was written from one start to the next, with the same password', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
  });

  it('keeps the password where only its owner can read it', async () => {
    const { url } = await start();
    const file = join(dataDir, 'secrets', 'postgres-password');
    expect(readFileSync(file, 'utf8').trim()).toBe(new URL(url).password);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('lets nobody in without the password, and the superuser not at all', async () => {
    const { url } = await start();
    const stranger = new URL(url);
    stranger.password = 'guess';
    await expect(query(stranger.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    const superuser = new URL(url);
    superuser.username = 'postgres';
    await expect(query(superuser.href, 'SELECT 1')).rejects.toThrow(/no pg_hba.conf entry/);
  });

  it('says in one line which port is taken', async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    useNewDataDir();
    const second = startEmbeddedPostgres({ dataDir, log: quiet, settings, port });
    await expect(second).rejects.toThrow(`PostgreSQL cannot listen on port ${port}: something else does.`);
  });

  it('asks for the backup when the password is gone', async () => {
    await useSpareDataDir();
    rmSync(join(dataDir, 'secrets'), { recursive: true });
    await expect(start()).rejects.toThrow(/Restore it from the backup of DATA_DIR/);
  });

  it('does not touch the data of another major version', async () => {
    await useSpareDataDir();
    const clusters = join(dataDir, 'postgres');
    renameSync(join(clusters, '18'), join(clusters, '17'));
    await expect(start()).rejects.toThrow(/holds a database of PostgreSQL 17/);
  });
});

describe('two on one DATA_DIR', () => {
  it('refuses the second start and names the process of the first', async () => {
    await start();
    const second = startEmbeddedPostgres({ dataDir, log: quiet, settings });
    await expect(second).rejects.toThrow(DataDirInUseError);
    await expect(second).rejects.toThrow(
      `${dataDir} is in use by a running Peerdesk, process ${process.pid}.`,
    );
  });

  it('takes over from a process that died, even when its pid belongs to somebody else now', async () => {
    await (await start()).stop();
    const lock = { pid: process.pid, holder: 'server', identity: 'of a process before the last boot' };
    writeFileSync(join(dataDir, 'lock'), JSON.stringify(lock));
    writeFileSync(join(dataDir, 'postgres', '18', 'postmaster.pid'), `${process.pid}\n`);
    await expect(start()).resolves.toBeDefined();
  });

  it('lets the command line work beside a running Peerdesk, and leaves its database running', async () => {
    const server = await start();
    const command = await connectOrStartEmbeddedPostgres({ dataDir, log: quiet, settings });
    expect(command.url).toBe(server.url);
    await command.stop();
    expect(await query(server.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it('starts the database for a command when no Peerdesk runs, and stops it after the command', async () => {
    const command = await connectOrStartEmbeddedPostgres({ dataDir, log: quiet, settings });
    expect(await query(command.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    await expect(connectOrStartEmbeddedPostgres({ dataDir, log: quiet })).rejects.toThrow(
      /is in use by a running "npm run peerdesk" command/,
    );
    await command.stop();
    expect(postgresProcesses()).toEqual([]);
  });
});

describe('stopping and dying', () => {
  it('leaves no process and no lock after a stop', async () => {
    const postgres = await start();
    expect(postgresProcesses()).not.toEqual([]);
    await Promise.all([postgres.stop(), postgres.stop()]);
    expect(await postgres.ended).toBeUndefined();
    expect(postgresProcesses()).toEqual([]);
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });

  it('tells when the database dies by itself', async () => {
    const postgres = await start();
    process.kill(postmasterPid(), 'SIGKILL');
    expect(await postgres.ended).toMatch(/^PostgreSQL ended by itself \(SIGKILL\)/);
  });

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'ends the database when the application dies of %s',
    async (signal) => {
      const application = await startApplication();
      application.kill(signal);
      await until(() => postgresProcesses().length === 0);
      expect(postgresProcesses()).toEqual([]);
    },
  );

  it('recovers what was committed when everything is killed at once', async () => {
    const application = await startApplication();
    const { url } = await connectOrStartEmbeddedPostgres({ dataDir, log: quiet });
    await query(url, 'CREATE TABLE promised AS SELECT 7 AS kept');
    await killEverything(application);
    const postgres = await start();
    expect(await query(postgres.url, 'SELECT kept FROM promised')).toEqual([{ kept: 7 }]);
  });

  it('ends a database that survived its killed application and its guard, and starts anew', async () => {
    const application = await startApplication();
    const orphan = postmasterPid();
    for (const guard of guardsOf(orphan)) process.kill(guard, 'SIGKILL');
    application.kill('SIGKILL');
    await sleep(200);
    expect(postgresProcesses()).toContain(orphan);
    const told: string[] = [];
    const postgres = await startEmbeddedPostgres({ dataDir, settings, log: (line) => told.push(line) });
    running.push(postgres);
    expect(told.join('\n')).toContain(`An earlier PostgreSQL (process ${orphan}) still runs`);
    expect(postgresProcesses()).not.toContain(orphan);
    expect(await query(postgres.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it('starts over when the very first start was killed half way', async () => {
    useNewDataDir();
    const application = spawnApplication();
    await until(
      () => existsSync(join(dataDir, 'postgres')) && readdirSync(join(dataDir, 'postgres')).length > 0,
    );
    application.kill('SIGKILL');
    await once(application, 'exit');
    const { url } = await start();
    expect(await query(url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it('takes a disposable database away even when the application is killed', async () => {
    useNewDataDir();
    const application = await startApplication('disposable');
    application.kill('SIGKILL');
    await until(() => !existsSync(dataDir));
    expect(existsSync(dataDir)).toBe(false);
  });
});

function useNewDataDir(): void {
  dataDir = mkdtempSync(join(home, 'new-'));
}

/** One that has been started before and may be spoilt. */
async function useSpareDataDir(): Promise<void> {
  await (await start()).stop();
  const spare = join(mkdtempSync(join(home, 'spare-')), 'data');
  execFileSync('cp', ['-a', dataDir, spare]);
  dataDir = spare;
}

function quiet(): void {
  // PostgreSQL's routine is not part of any story told here.
}

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: quiet, settings });
  running.push(postgres);
  return postgres;
}

/** Another process that holds the database, as `npm start` does. */
function spawnApplication(kind: 'lasting' | 'disposable' = 'lasting'): ChildProcess {
  const hooks = new URL('../../testing/cluster/typescript-hooks.mjs', import.meta.url).href;
  const options = { dataDir, settings, disposable: kind === 'disposable' };
  const script = `
    import { importSource } from ${JSON.stringify(hooks)};
    const { startEmbeddedPostgres } = await importSource('libs/platform/postgres/index.ts');
    await startEmbeddedPostgres({ ...${JSON.stringify(options)}, log() {} });
    console.log('started');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  children.push(child);
  return child;
}

async function startApplication(kind?: 'lasting' | 'disposable'): Promise<ChildProcess> {
  const child = spawnApplication(kind);
  await new Promise((resolve, reject) => {
    child.stdout?.once('data', resolve);
    child.once('exit', () => reject(new Error('The application did not start.')));
  });
  return child;
}

/** As the kernel does when memory runs out, or a host that loses its power. */
async function killEverything(application: ChildProcess): Promise<void> {
  const others = [...guardsOf(postmasterPid()), ...postgresProcesses()];
  const dead = once(application, 'exit');
  application.kill('SIGKILL');
  for (const pid of others) killUnlessGone(pid);
  await dead;
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDir, 'postgres', '18', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Processes whose working directory is the cluster: PostgreSQL's own, by the kernel's word. */
function postgresProcesses(): number[] {
  return processes((pid) => linkOf(`/proc/${pid}/cwd`).startsWith(home));
}

function guardsOf(pid: number): number[] {
  return processes((candidate) =>
    readIfThere(`/proc/${candidate}/cmdline`).includes(`peerdesk-guard\0${pid}\0`),
  );
}

function processes(test: (pid: string) => boolean): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && test(name))
    .map(Number);
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!condition() && Date.now() < deadline) await sleep(20);
}

async function query(url: string, sql: string, before?: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    if (before) await client.query(before);
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Once the application is dead, what hangs on it may be faster at ending than we are at killing it. */
function killUnlessGone(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
