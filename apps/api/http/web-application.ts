import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Operation, OperationResult } from '../graphql/in-process.js';
import type { HttpExchange } from '../graphql/request-contexts.js';

/** Where the build puts the web application, seen from the built API. */
const HANDLER = new URL('../../../web/handler.js', import.meta.url);

type Execute = (exchange: HttpExchange, operation: Operation) => Promise<OperationResult>;
type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

interface PageRequest extends IncomingMessage {
  peerdesk?: {
    execute: (operation: Operation) => Promise<OperationResult>;
    requestId: string;
    address: string;
    publicUrl: string;
  };
}

/** Tells the adapter by which scheme visitors come: their request does not say so behind a proxy. */
const SCHEME_HEADER = 'x-peerdesk-scheme';

/**
 * Gives every address that is not the API's own to the web application. It reads the request itself, so nothing
 * here may parse the body before it.
 */
export async function mountWebApplication(
  fastify: FastifyInstance,
  publicUrl: string,
  execute: Execute,
): Promise<void> {
  const handler = await loadHandler();
  const scheme = new URL(publicUrl).protocol.replace(':', '');
  await fastify.register((pages, _, done) => {
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('*', (_request, _body, parsed) => parsed(null));
    pages.all('/*', (request: FastifyRequest, reply: FastifyReply) => {
      reply.hijack();
      const exchange = {
        request: request.raw,
        response: reply.raw,
        address: request.ip,
        requestId: request.id,
      };
      (request.raw as PageRequest).peerdesk = {
        execute: (operation) => execute(exchange, operation),
        requestId: request.id,
        address: request.ip,
        publicUrl,
      };
      request.raw.headers[SCHEME_HEADER] = scheme;
      handler(request.raw, reply.raw, () => notFound(reply.raw));
    });
    done();
  });
}

async function loadHandler(): Promise<Handler> {
  if (!existsSync(HANDLER)) return (_request, response) => notFound(response);
  // The adapter reads these as it is imported. Without the scheme it takes every site for https and refuses forms.
  process.env['WEB_ADAPTER_PROTOCOL_HEADER'] = SCHEME_HEADER;
  process.env['WEB_ADAPTER_BODY_SIZE_LIMIT'] = '1M';
  const { handler } = (await import(HANDLER.href)) as { handler: Handler };
  return handler;
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
}
