import { fastify } from 'fastify';

/** Answers `/?bytes=N` with N bytes of HTML. The yardstick of the benchmark, in a process of its own. */
const port = Number(process.env['PORT']);
const bodies = new Map<number, string>();
const server = fastify();

server.get<{ Querystring: { bytes?: string } }>('/', (request, reply) => {
  const bytes = Math.min(Number(request.query.bytes ?? 1_000), 1_000_000);
  let body = bodies.get(bytes);
  if (body === undefined) bodies.set(bytes, (body = 'x'.repeat(bytes)));
  return reply.type('text/html; charset=utf-8').send(body);
});

await server.listen({ port, host: '127.0.0.1' });
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
console.log(`ready at http://127.0.0.1:${port}`);
