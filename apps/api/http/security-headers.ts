import type { FastifyInstance } from 'fastify';

/**
 * What every response says to browsers. Set on the bare response, since pages are written past Fastify. The content
 * security policy comes with the pages, which know their own scripts.
 */
export function addSecurityHeaders(fastify: FastifyInstance, isSecure: boolean): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const response = reply.raw;
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('x-frame-options', 'DENY');
    response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
    response.setHeader('x-request-id', request.id);
    if (isSecure) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
    done();
  });
}
