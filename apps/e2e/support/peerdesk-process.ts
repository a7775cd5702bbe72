import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Socket, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

/**
 * Runs before the application: Node.js lets a child live on when the other end of its channel is gone, as after a
 * SIGKILL of the spec.
 */
const ENDS_WITH_ITS_SPEC = `data:text/javascript,${encodeURIComponent(
  "process.once('disconnect', () => process.kill(process.pid, 'SIGTERM')); process.channel?.unref();",
)}`;

/** The built application as a process of its own, as an operator runs it. */
export class PeerdeskProcess {
  /** Every line it printed. */
  readonly said: string[] = [];
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  private readonly child: ChildProcess;

  constructor(variables: Record<string, string>) {
    this.child = spawn(process.execPath, ['--import', ENDS_WITH_ITS_SPEC, 'dist/apps/api/main.js'], {
      env: { PATH: process.env['PATH'], RATE_LIMITS: 'off', LOG_LEVEL: 'error', ...variables },
      // It ends when this channel does: a spec that fails half way leaves no server behind.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child.unref();
    this.child.channel?.unref();
    // `close`, not `exit`: only then all of its last words have come.
    this.ended = once(this.child, 'close').then(
      ([code, signal]) => (code ?? signal) as number | NodeJS.Signals,
    );
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (!(stream instanceof Socket)) continue;
      stream.unref();
      createInterface({ input: stream }).on('line', (line) => this.said.push(line));
    }
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Waits until it says that it is ready. @throws with what it said if it ends instead */
  async ready(): Promise<void> {
    let isOver = false;
    void this.ended.then(() => (isOver = true));
    while (!this.said.some((line) => line.includes('ready at'))) {
      if (isOver) throw new Error(`the server did not start:\n${this.said.join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Sends the signal and waits for the end. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | NodeJS.Signals> {
    this.child.kill(signal);
    return this.ended;
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
