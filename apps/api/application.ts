import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { MailPreferences } from '#libs/notifications';
import { LIMITS, cameFrom, countingStatements, nestLogger } from '#libs/platform';
import type { PlatformParts } from '#libs/platform';
import { SearchIndexing } from '#libs/search';
import type { IndexStatus } from '#libs/search';
import { ApiModule } from './api.module.js';
import { inProcessGraphql } from './graphql/in-process.js';
import { Metrics } from './http/metrics.js';
import { addSecurityHeaders } from './http/security-headers.js';
import { serveUnsubscribing } from './http/unsubscribe.js';
import { mountWebApplication } from './http/web-application.js';

/** The whole application over a database that is connected and migrated; it does not listen yet. */
export async function createApplication(parts: PlatformParts): Promise<NestFastifyApplication> {
  const { environment, logger } = parts;
  const adapter = new FastifyAdapter({
    bodyLimit: LIMITS.bodyBytes,
    trustProxy: trustedProxies(environment.publicUrl),
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(parts), adapter, {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  addSecurityHeaders(fastify, environment.publicUrl.startsWith('https:'));
  fastify.addHook('onRequest', (request, _, done) => {
    cameFrom({ address: request.ip, userAgent: request.headers['user-agent'] ?? '' }, done);
  });
  const metrics = new Metrics();
  watchRequests(fastify, metrics, parts);
  metrics.serve(fastify);
  await app.init();
  addSearchGauges(metrics, app.get(SearchIndexing));
  await serveUnsubscribing(fastify, app.get(MailPreferences));
  await mountWebApplication(fastify, environment.publicUrl, inProcessGraphql(app));
  await fastify.ready();
  return app;
}

/**
 * Who may say for whom it speaks: a proxy on this machine. Where the public address is https, something in front must end
 * the encryption, so that one is believed on the private network too, as between containers.
 */
function trustedProxies(publicUrl: string): string[] {
  return publicUrl.startsWith('https:') ? ['loopback', 'linklocal', 'uniquelocal'] : ['loopback'];
}

function addSearchGauges(metrics: Metrics, indexing: SearchIndexing): void {
  const most = async (of: (status: IndexStatus) => number) =>
    Math.max(0, ...(await indexing.status()).map(of));
  metrics.addGauge(
    'peerdesk_search_lag_seconds',
    'Age of the oldest change that search does not know yet',
    () => most((status) => status.lagSeconds),
  );
  metrics.addGauge('peerdesk_search_dirty', 'Changes that search does not know yet', () =>
    most((status) => status.dirty),
  );
}

/** One line a request, with what it cost in statements; a failed one stands out by its level. */
function watchRequests(
  fastify: FastifyInstance,
  metrics: Metrics,
  { logger, environment }: PlatformParts,
): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const startedAt = performance.now();
    const untilClosed = () =>
      new Promise<void>((resolve) => {
        reply.raw.once('close', resolve);
        done();
      });
    void countingStatements(untilClosed).then(({ statements }) => {
      const ms = performance.now() - startedAt;
      const { method } = request;
      const status = reply.raw.statusCode;
      const route = request.routeOptions.url ?? '/*';
      metrics.note({ method, route, status, seconds: ms / 1_000, statements });
      const level = status >= 500 ? 'error' : environment.isProduction ? 'info' : 'debug';
      // Without the query string: it may hold what people searched for, or a token.
      const path = request.url.split('?')[0];
      logger[level](
        { requestId: request.id, method, path, status, ms: Math.round(ms), statements },
        'request',
      );
    });
  });
}
