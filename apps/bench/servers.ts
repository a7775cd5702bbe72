import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

export interface RunningServer {
  port: number;
  pid: number;
  /** Milliseconds from its start to its first word that it is ready. */
  startMs: number;
  stop(): Promise<void>;
}

/** The built application, as an operator runs it, on a database that is there. */
export function startPeerdesk(databaseUrl: string, dataDir: string): Promise<RunningServer> {
  return start(['dist/apps/api/main.js'], {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
  });
}

/** A Fastify route that does nothing but answer: what any server must at least spend. */
export function startBareFastify(): Promise<RunningServer> {
  return start(['dist/apps/bench/bare-fastify.js'], {});
}

/** A route of 10 kB without any framework: how fast the machine is at the moment. */
export function startBareNode(): Promise<RunningServer> {
  return start(['dist/apps/bench/bare-node.js'], {});
}

async function start(parameters: string[], variables: Record<string, string>): Promise<RunningServer> {
  const port = await freePort();
  const startedAt = performance.now();
  const server = spawn(process.execPath, parameters, {
    env: { PATH: process.env['PATH'], PORT: String(port), ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await isReady(server);
  return {
    port,
    pid: server.pid ?? 0,
    startMs: performance.now() - startedAt,
    async stop() {
      if (server.exitCode !== null) return;
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

function isReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
    if (server.stdout) {
      createInterface({ input: server.stdout }).on('line', (line) => {
        if (line.includes('ready at')) resolve();
      });
    }
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
