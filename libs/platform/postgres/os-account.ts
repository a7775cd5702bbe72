import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** The user and group of the operating system that PostgreSQL runs as; nothing: as ourselves. */
export interface OsAccount {
  uid?: number;
  gid?: number;
}

/**
 * PostgreSQL refuses to run as root. Whoever owns the cluster runs it; a new one goes to the user `postgres`, which
 * is created when the machine has none, or to `nobody` where users cannot be created.
 */
export function accountFor(clusterDir: string, log: (line: string) => void): OsAccount {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = existing('postgres') ?? created('postgres', log) ?? existing('nobody');
  if (account) return account;
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root, and no user "postgres" could be created. ' +
      'Start Peerdesk as an ordinary user, or set DATABASE_URL.',
  );
}

function existing(name: string): OsAccount | undefined {
  try {
    return { uid: idOf('-u', name), gid: idOf('-g', name) };
  } catch {
    return undefined;
  }
}

function idOf(flag: string, name: string): number {
  return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

function created(name: string, log: (line: string) => void): OsAccount | undefined {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  try {
    execFileSync('useradd', [...options, '--shell', '/usr/sbin/nologin', name], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  log(`Created the system user "${name}": PostgreSQL does not run as root.`);
  return existing(name);
}
