import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Prometheus' view of the process: the usual ones of Node.js, requests by route and status, and the search index's lag. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;
  private readonly statements: Counter<'route'>;

  constructor() {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'peerdesk_http_request_duration_seconds',
      help: 'Time from the first byte of a request to the end of its response',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    });
    this.statements = new Counter({
      name: 'peerdesk_sql_statements_total',
      help: 'SQL statements that requests have caused',
      labelNames: ['route'],
      registers,
    });
  }

  /** @param route the pattern, never the address: labels must stay few */
  note(request: {
    method: string;
    route: string;
    status: number;
    seconds: number;
    statements: number;
  }): void {
    const { method, route, status, seconds, statements } = request;
    this.requests.observe({ method, route, status }, seconds);
    this.statements.inc({ route }, statements);
  }

  /** Something that is measured outside of requests, read when somebody looks. */
  addGauge(name: string, help: string, read: () => Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        try {
          this.set(await read());
        } catch {
          // Somebody who looks because the database is gone wants to see the rest; a number from before would mislead.
          this.remove();
        }
      },
    });
  }

  /**
   * Serves /metrics to this machine and its private network: how busy a site is, is not the public's to know. Behind
   * a proxy the address is that of the proxy's client.
   */
  serve(fastify: FastifyInstance): void {
    fastify.get('/metrics', async (request, reply) => {
      if (!isPrivate(request.ip)) return reply.code(403).send('Metrics are for the private network only.\n');
      return reply.type(this.registry.contentType).send(await this.registry.metrics());
    });
  }
}

function isPrivate(address: string): boolean {
  const ip = address.replace(/^::ffff:/, '');
  return ip === '::1' || /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/i.test(ip);
}
