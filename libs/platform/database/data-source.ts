import pg from 'pg';
import { DataSource } from 'typeorm';
import type { MixedList } from 'typeorm';

const INT8 = 20;
// Ids and counters are bigint in the database and stay far below 2^53, so numbers are exact.
pg.types.setTypeParser(INT8, Number);

/** Two processes that start at once must not migrate at once; the number only has to differ from other locks. */
const MIGRATION_LOCK = 7_337_001;

type Classes = MixedList<new () => unknown>;

export interface DataSourceOptions {
  url: string;
  entities?: Classes;
  migrations: (new () => unknown)[];
  /** Connections at most. */
  poolSize?: number;
}

/** An unconnected TypeORM data source over PostgreSQL. The schema is changed by migrations only. */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities as never,
    migrations: options.migrations as never,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: options.poolSize ?? 10,
    applicationName: 'peerdesk',
    installExtensions: false,
    extra: { options: '-c timezone=UTC -c synchronous_commit=on' },
  });
}

/** Brings the schema up to date, one process at a time; gives the names of the migrations that ran. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await dataSource.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
  }
}
