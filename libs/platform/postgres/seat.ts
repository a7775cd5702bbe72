import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { PostgresHome } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { OsAccount } from './os-account.js';

/** Where PostgreSQL is run from, so that its account reaches both its programs and its data. */
export interface Seat {
  home: PostgresHome;
  /** How a cluster directory is named to a program that was started inside it. */
  nameOf(clusterDir: string): string;
}

/** Programs for PostgreSQL's account when the project lies in a private directory of root. */
const SHARED_HOME = '/var/cache/peerdesk';

const READ_AND_PASS = 5;
const PASS = 1;

/**
 * As root in /root or in a private temporary directory, the account that PostgreSQL runs as may not even pass
 * through the directories above. So its programs are copied once to where everybody may read, and the cluster is
 * reached as the working directory, which the process is put into before it gives up its rights.
 *
 * @param clusters the directory, already there, that holds the clusters.
 */
export function seatFor(home: PostgresHome, clusters: string, account: OsAccount): Seat {
  const dataInReach = reaches(account, clusters, PASS);
  return {
    home: reaches(account, join(home, 'bin', 'postgres'), READ_AND_PASS) ? home : sharedCopy(home),
    nameOf: (clusterDir) => (dataInReach ? clusterDir : workingDirectory()),
  };
}

function workingDirectory(): string {
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root, and its user cannot reach this DATA_DIR. ' +
      'Start Peerdesk as an ordinary user, or put DATA_DIR where everybody may pass.',
  );
}

/** Whether the account has `bits` on the path and may pass through everything above it, by plain permissions. */
function reaches(account: OsAccount, path: string, bits: number): boolean {
  if (account.uid === undefined) return true;
  const { mode, uid, gid } = statSync(path);
  const digit = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
  if ((digit & bits) !== bits) return false;
  const above = dirname(path);
  return above === path || reaches(account, above, PASS);
}

function sharedCopy(home: PostgresHome): PostgresHome {
  const { version } = JSON.parse(readFileSync(join(home, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(SHARED_HOME, `postgres-${version}`);
  if (isTrustworthy(copy)) return copy;
  mkdirSync(SHARED_HOME, { recursive: true });
  chmodSync(SHARED_HOME, 0o755);
  const draft = `${copy}.${process.pid}`;
  cpSync(home, draft, { recursive: true, verbatimSymlinks: true });
  makeReadable(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Unless another start has finished the same copy meanwhile.
    if (!isTrustworthy(copy)) throw error;
  }
  return copy;
}

/** It is there, and only root can have put it there. */
function isTrustworthy(copy: string): boolean {
  const all = [dirname(copy), copy].map((path) => lstatSync(path, { throwIfNoEntry: false }));
  return all.every((stat) => stat?.isDirectory() && stat.uid === 0 && (stat.mode & 0o022) === 0);
}

function makeReadable(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  const executable = stat.isDirectory() || (stat.mode & 0o100) !== 0;
  chmodSync(path, executable ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) makeReadable(join(path, name));
}
