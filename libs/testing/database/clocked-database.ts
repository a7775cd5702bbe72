import { randomBytes } from 'node:crypto';
import { allMigrations } from '#libs/assembly/migrations';
import { Database, createDataSource, migrate } from '#libs/platform';
import { asAdmin, databaseUrl, dropDatabase } from './admin.js';
import type { TestDatabase } from './test-database.js';

export interface ClockedDatabase extends TestDatabase {
  /** Lets so many days pass. Nothing else may be under way. */
  passDays(days: number): Promise<void>;
}

/** Of this process; made when the first is asked for, since migrating takes seconds. */
let template: Promise<string> | undefined;

/**
 * A database of its own whose clock can be put forward: all that its tables, triggers and statements call `now()` is a
 * function of its own, which they find before PostgreSQL's. Its first day has just begun, so that midnight comes when
 * the spec says, and not in the middle of it.
 */
export async function createClockedDatabase({ poolSize = 10 } = {}): Promise<ClockedDatabase> {
  const adminUrl = testServer();
  template ??= createTemplate(adminUrl);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, `create database ${name} template ${await template}`);
  await keepTime(adminUrl, name);

  const url = databaseUrl(adminUrl, name);
  const dataSource = createDataSource({ url, migrations: [], poolSize });
  await dataSource.initialize();
  const database = new Database(dataSource);
  let days = 0;
  const setClock = () =>
    database.query(
      `create or replace function clock.now() returns timestamptz language sql stable
         return pg_catalog.now() + interval '${secondsToMorning} seconds' + interval '${days} days'`,
    );
  const secondsToMorning = await secondsTo(database, '01:00');
  await setClock();
  return {
    database,
    url,
    async passDays(more) {
      days += more;
      await setClock();
    },
    async drop() {
      await dataSource.destroy();
      await dropDatabase(adminUrl, name);
    },
  };
}

function testServer(): string {
  const adminUrl = process.env['TEST_POSTGRES_URL'];
  if (!adminUrl)
    throw new Error('TEST_POSTGRES_URL is missing: run the specs with jest, which starts PostgreSQL');
  return adminUrl;
}

async function createTemplate(adminUrl: string): Promise<string> {
  const name = `test_clocked_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, `create database ${name}`);
  await keepTime(adminUrl, name);
  const dataSource = createDataSource({
    url: databaseUrl(adminUrl, name),
    migrations: allMigrations,
    poolSize: 2,
  });
  await dataSource.initialize();
  await dataSource.query(`create schema clock`);
  await dataSource.query(
    `create function clock.now() returns timestamptz language sql stable return pg_catalog.now()`,
  );
  await migrate(dataSource);
  await dataSource.destroy();
  return name;
}

/** Where names are looked for does not come along with a copy of a database. */
async function keepTime(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, `alter database ${name} set search_path = public, clock, pg_catalog`);
}

/** So many seconds the clock is to be put forward to show this time of today, UTC; negative: back. */
async function secondsTo(database: Database, time: string): Promise<number> {
  const row = await database.one<{ seconds: number }>(
    `select extract(epoch from (date_trunc('day', utc) + $1::time) - utc)::float8 as seconds
       from (select pg_catalog.now() at time zone 'UTC' as utc) as present`,
    [time],
  );
  return row?.seconds ?? 0;
}
