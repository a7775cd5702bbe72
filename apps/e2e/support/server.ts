import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';

export interface TestServer {
  url: string;
  /** The server's own database, for looking behind the scenes. */
  db: TestDatabase;
  stop(): Promise<void>;
}

/** Starts the built application as an operator would, on a database of its own, and waits until it is ready. */
export async function startServer(variables: Record<string, string> = {}): Promise<TestServer> {
  const db = await createTestDatabase({ poolSize: 4 });
  const dataDir = await mkdtemp(join(tmpdir(), 'peerdesk-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['dist/apps/api/main.js'], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: db.url,
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`the server did not start:\n${said.join('\n')}`)));
    for (const stream of [server.stdout, server.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        if (line.includes('ready at')) resolve();
      });
    }
  });
  await ready;
  return {
    url,
    db,
    async stop() {
      if (server.exitCode === null) {
        server.kill('SIGTERM');
        await once(server, 'exit');
      }
      await db.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
