import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connectOrStartEmbeddedPostgres } from '#libs/platform/postgres';
import { PeerdeskProcess, freePort } from '../support/peerdesk-process.js';

/** A look behind the scenes, by a connection of its own. */
export interface Inside {
  client: pg.Client;
  close(): Promise<void>;
}

/** Peerdesk as `npm start` runs it: on a DATA_DIR of its own, with the PostgreSQL that it starts there itself. */
export class Installation {
  private server: PeerdeskProcess | undefined;

  private constructor(
    private readonly dataDir: string,
    private readonly port: number,
    private readonly variables: Record<string, string>,
  ) {}

  /**
   * An empty one that does not run yet.
   * @param variables of its environment, beside what every installation has
   */
  static async create(variables: Record<string, string> = {}): Promise<Installation> {
    return new Installation(await mkdtemp(join(tmpdir(), 'peerdesk-faults-')), await freePort(), variables);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.server = new PeerdeskProcess({
      PORT: String(this.port),
      DATA_DIR: this.dataDir,
      ...this.variables,
    });
    await this.server.ready();
  }

  /** SIGKILL for the server alone: the guard that stands beside it then stops PostgreSQL in order. */
  async killServer(): Promise<void> {
    await this.server?.end('SIGKILL');
  }

  /** SIGKILL for everything in the same moment: PostgreSQL with all its processes, its guard, and the server. */
  async killEverything(): Promise<void> {
    if (!this.server) return;
    // The server last: a guard that sees it die would still stop PostgreSQL in order.
    for (const pid of descendantsOf(this.server.pid)) killUnlessGone(pid);
    await this.server.end('SIGKILL');
  }

  /** What `npm run peerdesk -- check` says beside the running server. */
  check(): Promise<{ exitCode: number; said: string }> {
    const env = { PATH: process.env['PATH'], DATA_DIR: this.dataDir, ...this.variables };
    return new Promise((resolve) => {
      execFile(process.execPath, ['dist/apps/cli/main.js', 'check'], { env }, (error, stdout, stderr) =>
        resolve({ exitCode: error ? Number(error.code ?? -1) : 0, said: stdout + stderr }),
      );
    });
  }

  /** Opens the database of the running server; where none runs, the one that it left behind, for as long as we look. */
  async lookInside(): Promise<Inside> {
    const postgres = await connectOrStartEmbeddedPostgres({ dataDir: this.dataDir, log: () => undefined });
    const client = new pg.Client({ connectionString: postgres.url });
    // Without a listener the death of PostgreSQL would be that of the spec.
    client.on('error', () => undefined);
    await client.connect();
    return {
      client,
      async close() {
        await client.end().catch(() => undefined);
        await postgres.stop();
      },
    };
  }

  /** Stops what runs and leaves nothing behind. */
  async remove(): Promise<void> {
    await this.server?.end();
    // Where a story ended half way, the guard may still be stopping PostgreSQL.
    await rm(this.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** Children, then their children, and so on, as the kernel tells them. */
function descendantsOf(pid: number): number[] {
  const children = readdirSync('/proc')
    .map(Number)
    .filter((candidate) => candidate > 0 && parentOf(candidate) === pid);
  return [...children, ...children.flatMap(descendantsOf)];
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may itself hold spaces and brackets; state and parent come after the last of them.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    // It ended while we looked.
    return undefined;
  }
}

function killUnlessGone(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with its parent.
  }
}
