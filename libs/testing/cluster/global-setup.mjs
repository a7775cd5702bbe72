/**
 * One PostgreSQL for a whole run of the tests. It may lose its data with the machine, which makes it fast; it lies in
 * a temporary directory, and both are gone afterwards, also after Ctrl-C or a kill.
 *
 * TEST_POSTGRES_URL tells the tests where it is: a role that may create databases. Set it beforehand to use another.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importSource } from './typescript-hooks.mjs';

export default async function prepareDatabases() {
  if (!process.env.TEST_POSTGRES_URL) await startTestCluster();
  const { createTemplateDatabase } = await importSource('libs/testing/database/template.ts');
  await createTemplateDatabase(process.env.TEST_POSTGRES_URL);
}

async function startTestCluster() {
  const { startEmbeddedPostgres } = await importSource('libs/platform/postgres/index.ts');
  const cluster = await startEmbeddedPostgres({
    dataDir: mkdtempSync(join(tmpdir(), 'peerdesk-test-')),
    disposable: true,
    log: (line, level) => level === 'warn' && console.warn(line),
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      wal_level: 'minimal',
      max_wal_senders: '0',
      max_connections: '200',
      shared_buffers: '128MB',
      // Cloned databases come and go; a checkpoint in between would write out files that are about to be dropped.
      checkpoint_timeout: '1h',
      max_wal_size: '4GB',
    },
  });
  process.env.TEST_POSTGRES_URL = cluster.url;
  globalThis.peerdeskTestCluster = cluster;
}
