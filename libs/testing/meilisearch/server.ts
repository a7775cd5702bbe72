import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { MeilisearchRefusal } from './errors.js';
import type { Faults, Misbehaviour } from './faults.js';
import { IndexStore } from './indexes.js';
import { Keys } from './keys.js';
import type { Route } from './route.js';
import { routesOf } from './routes.js';
import { TaskQueue } from './tasks.js';

export interface MeilisearchStandInOptions {
  /** The master key; everything but `/health` asks for it or for a key made with it. */
  apiKey?: string;
  /** How long a task waits before it is worked on, in milliseconds. */
  taskDelayMs?: number;
}

/** One request as it came, for specs that look at what was sent. */
export interface SeenRequest {
  method: string;
  path: string;
  body: unknown;
}

export interface MeilisearchStandIn {
  url: string;
  apiKey: string;
  faults: Faults;
  requests: readonly SeenRequest[];
  stop(): Promise<void>;
}

const FACTORY_PAYLOAD_LIMIT = 100 * 1024 * 1024;

/**
 * Starts a stand-in for a Meilisearch 1.50 server on a free port of 127.0.0.1: everything is kept in memory,
 * requests are validated as strictly as the real server does, tasks run one after another some moments later.
 */
export async function startMeilisearchStandIn(
  options: MeilisearchStandInOptions = {},
): Promise<MeilisearchStandIn> {
  const standIn = new StandInServer(options.apiKey ?? 'stand-in-master-key', options.taskDelayMs ?? 2);
  await standIn.listen(0);
  return standIn;
}

class StandInServer implements MeilisearchStandIn, Faults {
  readonly requests: SeenRequest[] = [];
  readonly faults: Faults = this;
  private readonly indexes = new IndexStore();
  private readonly tasks: TaskQueue;
  private readonly keys: Keys;
  private readonly routes: Route[];
  private server: Server | undefined;
  private port = 0;
  private latency = 0;
  private keyRefused = false;
  private payloadLimit = FACTORY_PAYLOAD_LIMIT;
  private misbehaviour: Misbehaviour;

  constructor(
    readonly apiKey: string,
    taskDelayMs: number,
  ) {
    this.tasks = new TaskQueue(taskDelayMs);
    this.keys = new Keys(apiKey);
    this.routes = routesOf(this.indexes, this.tasks, this.keys);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async listen(port: number): Promise<void> {
    const server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.tasks.stop();
    await this.absent();
  }

  async absent(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (!server) return;
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  slow(milliseconds: number): void {
    this.latency = milliseconds;
  }

  status(status: number): void {
    this.misbehaviour = { kind: 'status', status };
  }

  html(status = 502): void {
    this.misbehaviour = { kind: 'html', status };
  }

  hangUp(): void {
    this.misbehaviour = { kind: 'hangUp' };
  }

  refuseKey(): void {
    this.keyRefused = true;
  }

  failTasks(message = 'planned failure', of: Parameters<Faults['failTasks']>[1] = () => true): void {
    this.tasks.failing = (task) => (of(task) ? new MeilisearchRefusal('internal', message) : undefined);
  }

  fullDisk(): void {
    const full = new MeilisearchRefusal(
      'no_space_left_on_device',
      'There is no more space left on the device.',
    );
    this.tasks.failing = () => full;
  }

  failDocuments(...ids: string[]): void {
    this.indexes.refusing = (id) => ids.includes(id);
  }

  forgetEverything(): void {
    this.indexes.clear();
  }

  limitPayload(bytes: number): void {
    this.payloadLimit = bytes;
  }

  pauseTasks(): void {
    this.tasks.paused = true;
  }

  async clear(): Promise<void> {
    this.latency = 0;
    this.keyRefused = false;
    this.payloadLimit = FACTORY_PAYLOAD_LIMIT;
    this.misbehaviour = undefined;
    this.tasks.failing = () => undefined;
    this.indexes.refusing = () => false;
    this.tasks.resume();
    if (!this.server) await this.listen(this.port);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const { misbehaviour } = this;
    const body = await readBody(request);
    if (this.latency > 0) await wait(this.latency);
    if (misbehaviour?.kind === 'hangUp') {
      request.socket.destroy();
      return;
    }
    if (misbehaviour?.kind === 'html') {
      response.writeHead(misbehaviour.status, { 'content-type': 'text/html' });
      response.end('<html><body><h1>502 Bad Gateway</h1></body></html>');
      return;
    }
    const { status, content } =
      misbehaviour?.kind === 'status'
        ? {
            status: misbehaviour.status,
            content: new MeilisearchRefusal('internal', `planned ${misbehaviour.status}`).view,
          }
        : this.answer(request, body, started);
    const json = content === undefined ? '' : JSON.stringify(content);
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(json),
    });
    response.end(json);
  }

  private answer(
    request: IncomingMessage,
    body: string,
    started: number,
  ): { status: number; content: unknown } {
    try {
      const url = new URL(request.url ?? '/', this.url);
      const method = request.method ?? 'GET';
      const route = this.routes.find((one) => one.method === method && one.pattern.test(url.pathname));
      if (!route) {
        const known = this.routes.some((one) => one.pattern.test(url.pathname));
        return { status: known ? 405 : 404, content: undefined };
      }
      const path = (route.pattern.exec(url.pathname) ?? []).slice(1).map(decodeURIComponent);
      const key = this.authorise(request, route, url.pathname.startsWith('/indexes/') ? path[0] : undefined);
      const content = this.parseBody(request, body);
      this.requests.push({ method, path: url.pathname + url.search, body: content });
      return {
        status: route.status,
        content: route.answer({ path, query: url.searchParams, body: content, key, started }),
      };
    } catch (error) {
      if (!(error instanceof MeilisearchRefusal)) throw error;
      return { status: error.status, content: error.view };
    }
  }

  private authorise(request: IncomingMessage, route: Route, indexUid: string | undefined) {
    if (route.action === undefined) return 'master';
    if (this.keyRefused) throw new MeilisearchRefusal('invalid_api_key', 'The provided API key is invalid.');
    return this.keys.authorise(request.headers.authorization, route.action, indexUid);
  }

  private parseBody(request: IncomingMessage, body: string): unknown {
    if (!['POST', 'PUT', 'PATCH'].includes(request.method ?? '') || body === '') return undefined;
    if (Buffer.byteLength(body) > this.payloadLimit) {
      throw new MeilisearchRefusal('payload_too_large', 'The provided payload reached the size limit.');
    }
    const type = request.headers['content-type'];
    if (type === undefined || !type.startsWith('application/json')) {
      throw new MeilisearchRefusal(
        type === undefined ? 'missing_content_type' : 'invalid_content_type',
        'The Content-Type header is missing or invalid. Accepted values for the Content-Type header are: `application/json`',
      );
    }
    try {
      return JSON.parse(body);
    } catch {
      throw new MeilisearchRefusal('malformed_payload', 'The json payload provided is malformed.');
    }
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
