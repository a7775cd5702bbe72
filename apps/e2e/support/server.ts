import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { PeerdeskProcess, freePort } from './peerdesk-process.js';

export interface TestServer {
  url: string;
  /** The server's own database, for looking behind the scenes. */
  db: TestDatabase;
  /** Ends it without a chance to tidy up, and waits until it is dead. */
  kill(): Promise<void>;
  /** Starts it again at the same address, on the same database. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the built application as an operator would, on a database of its own, and waits until it is ready. */
export async function startServer(variables: Record<string, string> = {}): Promise<TestServer> {
  const db = await createTestDatabase({ poolSize: 4 });
  // By default one visitor in twenty is shown no suggestions, and one run of the specs in a few would be theirs.
  await db.database.query(
    `insert into site_setting (key, value) values ('insights', '{"holdoutPercent": 0}')`,
  );
  const dataDir = await mkdtemp(join(tmpdir(), 'peerdesk-e2e-'));
  const port = await freePort();
  const environment = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: db.url, ...variables };
  let server = new PeerdeskProcess(environment);
  await server.ready();
  return {
    url: `http://127.0.0.1:${port}`,
    db,
    async kill() {
      await server.end('SIGKILL');
    },
    async startAgain() {
      server = new PeerdeskProcess(environment);
      await server.ready();
    },
    async stop() {
      await server.end();
      await db.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
