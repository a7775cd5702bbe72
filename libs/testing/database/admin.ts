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
