import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** The directory of a PostgreSQL installation: `bin`, `lib` and `share` are in it. */
export type PostgresHome = string;

/**
 * Finds the PostgreSQL that npm installed for this machine. Only its files are used: importing the package
 * itself would install exit hooks that end the process before the application has finished its own stop.
 *
 * @throws EmbeddedPostgresError when there is none for this kind of machine.
 */
export function installedPostgres(): PostgresHome {
  const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(embedded).resolve(platformPackage);
    const home = join(dirname(entry), '..', 'native');
    if (existsSync(join(home, 'bin', 'postgres'))) return home;
  } catch {
    // Said below, in words that help.
  }
  throw new EmbeddedPostgresError(
    `There is no embedded PostgreSQL for ${process.platform} ${process.arch} (npm package ${platformPackage}). ` +
      'Set DATABASE_URL to a PostgreSQL 15 or later of your own.',
  );
}

export function binary(home: PostgresHome, name: 'initdb' | 'postgres'): string {
  return join(home, 'bin', name);
}
