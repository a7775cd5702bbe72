import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { binary } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { OsAccount } from './os-account.js';
import { runProgram } from './program.js';
import type { Seat } from './seat.js';

/** The role that Peerdesk connects as, and its database. Not a superuser: nothing in Peerdesk needs one. */
export const ROLE = 'peerdesk';
export const DATABASE = 'peerdesk';

/** PostgreSQL's files of one major version are of no use to another, so its number is in the path. */
const MAJOR = '18';

export function clusterDirOf(dataDir: string): string {
  return join(dataDir, 'postgres', MAJOR);
}

/**
 * Creates the cluster of this DATA_DIR unless it is there. It grows in a directory beside its place and is moved
 * there complete, so a killed first start leaves nothing half made.
 *
 * @param durable false for a database that may be lost with the machine: skips syncing to disk.
 * @throws EmbeddedPostgresError when it cannot be created, or when DATA_DIR holds one of another major version.
 */
export async function ensureCluster(
  dataDir: string,
  seat: Seat,
  account: OsAccount,
  durable: boolean,
): Promise<void> {
  const clusterDir = clusterDirOf(dataDir);
  removeDrafts(clusterDir);
  if (existsSync(clusterDir)) return;
  refuseOtherMajors(dataDir);
  const draft = `${clusterDir}.draft-${process.pid}`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(draft, account.uid, account.gid);
  await initialise(draft, seat, account, durable);
  await createRoleAndDatabase(draft, seat, account, ensurePassword(dataDir));
  writeFileSync(join(draft, 'pg_hba.conf'), `host all ${ROLE} 127.0.0.1/32 scram-sha-256\n`);
  renameSync(draft, clusterDir);
}

/**
 * The address of the database, with its password, once its port is known.
 *
 * @throws EmbeddedPostgresError when there is no password for an existing cluster, or it is not ours to read.
 */
export function databaseAddress(dataDir: string): (port: number) => string {
  const password = readPassword(dataDir);
  return (port) => `postgres://${ROLE}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

function removeDrafts(clusterDir: string): void {
  const clusters = dirname(clusterDir);
  const drafts = readdirSync(clusters).filter((name) => name.startsWith(`${basename(clusterDir)}.draft-`));
  // The killed start's initdb may still write into its draft; it gives up once its files are gone.
  const untilGone = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };
  for (const name of drafts) rmSync(join(clusters, name), untilGone);
}

function refuseOtherMajors(dataDir: string): void {
  const others = readdirSync(join(dataDir, 'postgres')).filter((name) => /^\d+$/.test(name));
  if (others.length === 0) return;
  throw new EmbeddedPostgresError(
    `${dataDir} holds a database of PostgreSQL ${others.join(', ')}, and this Peerdesk brings PostgreSQL ${MAJOR}. ` +
      'docs/operations.md, "Upgrade", says how to take the data along.',
  );
}

/**
 * Characters compare by code point and change case as Unicode says, the same on every machine. LC_CTYPE besides
 * that decides what counts as a letter for pg_trgm: with plain C, "ü" would not.
 */
async function initialise(draft: string, seat: Seat, account: OsAccount, durable: boolean): Promise<void> {
  const parameters = [
    `--pgdata=${seat.nameOf(draft)}`,
    '--username=postgres',
    '--auth=reject',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  for (const letters of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    try {
      const all = [...parameters, `--lc-ctype=${letters}`];
      await runProgram(binary(seat.home, 'initdb'), all, { cwd: draft, account });
      return;
    } catch (error) {
      const unknownHere =
        error instanceof EmbeddedPostgresError && error.message.includes('invalid locale name');
      if (!unknownHere || letters === 'C') throw error;
    }
  }
}

/**
 * Before the server has ever listened, in single-user mode: so the superuser needs no password and no way in.
 * This mode ends well whatever happened, and says ERROR if something did.
 */
async function createRoleAndDatabase(
  draft: string,
  seat: Seat,
  account: OsAccount,
  password: string,
): Promise<void> {
  const statements = [
    `CREATE ROLE ${ROLE} LOGIN CREATEDB PASSWORD '${password}';`,
    `CREATE DATABASE ${DATABASE} OWNER ${ROLE};`,
  ];
  const parameters = ['--single', '-j', '-D', seat.nameOf(draft), '-c', 'log_statement=none', 'template1'];
  const said = await runProgram(binary(seat.home, 'postgres'), parameters, {
    cwd: draft,
    account,
    input: statements.map((statement) => `${statement}\n\n`).join(''),
  });
  const problem = /^.*\b(?:ERROR|FATAL|PANIC): .*$/m.exec(said);
  if (problem) throw new EmbeddedPostgresError(`The new database could not be set up: ${problem[0]}`);
}

function ensurePassword(dataDir: string): string {
  const path = passwordPath(dataDir);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    renameSync(draft, path);
  }
  return readPassword(dataDir);
}

function readPassword(dataDir: string): string {
  const path = passwordPath(dataDir);
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new EmbeddedPostgresError(
      `The password of the database, ${path}, cannot be read. Restore it from the backup of DATA_DIR, ` +
        'or start as the user who owns it.',
    );
  }
}

function passwordPath(dataDir: string): string {
  return join(dataDir, 'secrets', 'postgres-password');
}
