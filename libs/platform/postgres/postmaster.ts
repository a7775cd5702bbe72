import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a running PostgreSQL says about itself in its postmaster.pid. */
export interface PostmasterState {
  pid: number;
  port: number;
  /** It accepts connections. */
  ready: boolean;
}

export function readPostmasterState(clusterDir: string): PostmasterState | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pidFile(clusterDir), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, , , port] = lines;
  return { pid: Number(pid), port: Number(port), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Ends whatever an earlier run left on this cluster: after a SIGKILL of the application (and of the guard with it)
 * PostgreSQL itself may still run. The caller holds the DATA_DIR, so nobody alive owns it.
 */
export async function endLeftovers(clusterDir: string, log: (line: string) => void): Promise<void> {
  const postmaster = readPostmasterState(clusterDir)?.pid;
  if (postmaster === undefined) return;
  const pids = processesOf(clusterDir, postmaster);
  if (pids.length > 0)
    log(`An earlier PostgreSQL (process ${postmaster}) still runs on ${clusterDir}: ending it.`);
  // Backends whose postmaster is dead leave by themselves within a moment; the postmaster takes its own along.
  if (pids.includes(postmaster)) send(postmaster, 'SIGINT');
  if (await goneWithin(clusterDir, postmaster, 15_000)) return;
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    for (const pid of processesOf(clusterDir, postmaster)) send(pid, signal);
    if (await goneWithin(clusterDir, postmaster, 5_000)) return;
  }
}

async function goneWithin(clusterDir: string, postmaster: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (processesOf(clusterDir, postmaster).length > 0) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  // The pid may belong to somebody else by now, and PostgreSQL would refuse to start for it. A pid that belongs
  // to nobody is left to PostgreSQL, which checks the shared memory that the file names.
  if (isAlive(postmaster)) rmSync(pidFile(clusterDir), { force: true });
  return true;
}

/** The PostgreSQL processes that work in this directory. */
function processesOf(clusterDir: string, postmaster: number): number[] {
  if (process.platform !== 'linux') return isPostgresByName(postmaster) ? [postmaster] : [];
  const directory = realpathSync(clusterDir);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => linkTarget(`/proc/${pid}/cwd`) === directory)
    .filter((pid) => basename(linkTarget(`/proc/${pid}/exe`)).startsWith('postgres'))
    .map(Number);
}

function isPostgresByName(pid: number): boolean {
  try {
    const command = execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
    return basename(command.trim()).startsWith('postgres');
  } catch {
    return false;
  }
}

function linkTarget(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // It ended meanwhile, or belongs to somebody else.
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It was faster.
  }
}

function pidFile(clusterDir: string): string {
  return join(clusterDir, 'postmaster.pid');
}
