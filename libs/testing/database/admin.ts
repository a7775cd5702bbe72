import { createDataSource } from '#libs/platform';

/** The migrated database that every spec file clones. */
export const TEMPLATE_DATABASE = 'peerdesk_template';

export async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const admin = createDataSource({ url: adminUrl, migrations: [], poolSize: 1 });
  await admin.initialize();
  try {
    await admin.query(sql);
  } finally {
    await admin.destroy();
  }
}

export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

/** What PostgreSQL says while its autovacuum is in a database, which nobody but a superuser may end. */
const NOT_NOW = /permission denied to terminate process/;
const ATTEMPTS = 20;

/** Ends whatever is connected to it. Autovacuum is waited for: it takes a moment. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await asAdmin(adminUrl, `drop database if exists ${name} with (force)`);
    } catch (error) {
      if (attempt === ATTEMPTS || !NOT_NOW.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
