import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '#libs/platform';
import type { Environment } from '#libs/platform';
import { connectOrStartEmbeddedPostgres } from '#libs/platform/postgres';
import { allMigrations } from './migrations/index.js';

export interface OpenDatabase {
  dataSource: DataSource;
  /** The names of the migrations that were due. */
  migrated: string[];
  /** Also stops the embedded database, if this opening started it. */
  close(): Promise<void>;
}

/**
 * The database of the site, connected and migrated, for programs that run beside the server or while there is none:
 * the one of DATABASE_URL, that of the Peerdesk that runs on the DATA_DIR, or the embedded one, started for the time.
 * @param warn takes a line at a time
 */
export async function openDatabase(
  environment: Pick<Environment, 'databaseUrl' | 'dataDir'>,
  warn: (line: string) => void,
): Promise<OpenDatabase> {
  const postgres = environment.databaseUrl
    ? null
    : await connectOrStartEmbeddedPostgres({
        dataDir: environment.dataDir,
        log: (line, level) => level === 'warn' && warn(line),
      });
  const dataSource = createDataSource({
    url: environment.databaseUrl ?? postgres?.url ?? '',
    migrations: allMigrations,
  });
  const close = async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await postgres?.stop();
  };
  try {
    await dataSource.initialize();
    return { dataSource, migrated: await migrate(dataSource), close };
  } catch (error) {
    await close();
    throw error;
  }
}
