import { allMigrations } from '#libs/assembly/migrations';
import { createDataSource, migrate } from '#libs/platform';
import { TEMPLATE_DATABASE, asAdmin, databaseUrl } from './admin.js';

/** Builds the template anew. Runs once, before the specs. */
export async function createTemplateDatabase(adminUrl: string): Promise<void> {
  await asAdmin(adminUrl, `drop database if exists ${TEMPLATE_DATABASE} with (force)`);
  await asAdmin(adminUrl, `create database ${TEMPLATE_DATABASE}`);

  const template = createDataSource({
    url: databaseUrl(adminUrl, TEMPLATE_DATABASE),
    migrations: allMigrations,
    poolSize: 2,
  });
  await template.initialize();
  await migrate(template);
  await template.destroy();
}
