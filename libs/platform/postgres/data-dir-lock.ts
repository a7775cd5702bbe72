import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who works on a DATA_DIR: a whole Peerdesk (`server`) or one run of the command line (`command`). */
export type DataDirHolder = 'server' | 'command';

export interface DataDirOwner {
  pid: number;
  holder: DataDirHolder;
}

/** A second start on the same DATA_DIR. The message is one line for the person at the terminal. */
export class DataDirInUseError extends Error {
  override readonly name = 'DataDirInUseError';

  constructor(dataDir: string, owner: DataDirOwner) {
    const who = owner.holder === 'server' ? 'a running Peerdesk' : 'a running "npm run peerdesk" command';
    super(
      `${dataDir} is in use by ${who}, process ${owner.pid}. Stop it first, or give this one another DATA_DIR.`,
    );
  }
}

export interface DataDirLock {
  release(): void;
}

interface LockContent extends DataDirOwner {
  /** Tells a process from a later one that got the same pid. */
  identity: string;
}

/**
 * Takes the DATA_DIR for this process until `release` or its death.
 *
 * Node has no flock, so the lock is a file that names its owner; a lock whose owner is gone is taken over.
 * The file appears by `link`, complete or not at all: nobody ever reads a half-written one.
 *
 * @throws DataDirInUseError when a living process holds it.
 */
export function lockDataDir(dataDir: string, holder: DataDirHolder): DataDirLock {
  mkdirSync(dataDir, { recursive: true });
  const path = lockPath(dataDir);
  const content: LockContent = { pid: process.pid, holder, identity: processIdentity(process.pid) };
  const text = JSON.stringify(content);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o644 });
  try {
    while (!appears(draft, path)) {
      const found = readIfThere(path);
      if (found === undefined) continue;
      const owner = livingOwner(found);
      if (owner) throw new DataDirInUseError(dataDir, owner);
      removeStale(path, found);
    }
  } finally {
    unlinkSync(draft);
  }
  return {
    release() {
      if (readIfThere(path) === text) unlinkSync(path);
    },
  };
}

/** The living process that holds this DATA_DIR, if there is one. */
export function dataDirOwner(dataDir: string): DataDirOwner | undefined {
  const found = readIfThere(lockPath(dataDir));
  return found === undefined ? undefined : livingOwner(found);
}

function lockPath(dataDir: string): string {
  return join(dataDir, 'lock');
}

function appears(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function livingOwner(text: string): DataDirOwner | undefined {
  const content = parse(text);
  if (!content) return undefined;
  const identity = processIdentity(content.pid);
  return identity !== '' && identity === content.identity ? content : undefined;
}

function parse(text: string): LockContent | undefined {
  try {
    return JSON.parse(text) as LockContent;
  } catch {
    return undefined;
  }
}

/**
 * Two starts may judge the same lock stale at once, and the slower must not remove the lock that the faster has
 * just taken. Moving it aside is atomic, so what was moved can be looked at and put back.
 */
function removeStale(path: string, judged: string): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  if (readIfThere(aside) !== judged) appears(aside, path);
  unlinkSync(aside);
}

/**
 * Something that no other process on this machine ever shares with this one, or '' when there is no such process.
 * A pid alone is reused, in containers within minutes: every start there counts from 1.
 */
function processIdentity(pid: number): string {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    }
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name may hold spaces and parentheses; the numbered fields begin after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    const startTicks = fields[19];
    return state === 'Z' || state === 'X' ? '' : `${boot} ${startTicks}`;
  } catch {
    return '';
  }
}

function hasCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}
