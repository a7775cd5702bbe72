import { createServer } from 'node:http';

/** 10 kB of HTML from Node.js alone. What it costs says how fast the machine is at the moment, not what we do. */
const body = Buffer.alloc(10_000, 'x');
const port = Number(process.env['PORT']);
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(body);
});

server.listen(port, '127.0.0.1', () => console.log(`ready at http://127.0.0.1:${port}`));
process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
