import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressed } from './compression.ts';

const page = `<!doctype html>${'<p>The wheel wobbles.</p>'.repeat(200)}`;

function html(body = page): Response {
  const headers = new Headers({ 'content-type': 'text/html', 'content-length': String(body.length) });
  headers.append('set-cookie', 'a=1');
  headers.append('set-cookie', 'b=2');
  return new Response(body, { status: 404, headers });
}

function request(accept: string): Request {
  return new Request('http://desk.example/', { headers: { 'accept-encoding': accept } });
}

async function bytes(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

describe('pages on their way to the browser', () => {
  it('are small, whole, and keep their status and cookies', async () => {
    const sent = await compressed(request('gzip, deflate, br'), html());
    expect(sent.headers.get('content-encoding')).toBe('br');
    expect(sent.status).toBe(404);
    expect(sent.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const body = await bytes(sent);
    expect(sent.headers.get('content-length')).toBe(String(body.length));
    expect(body.length).toBeLessThan(page.length / 5);
    expect(brotliDecompressSync(body).toString()).toBe(page);
  });

  it('take the way that the browser knows', async () => {
    const sent = await compressed(request('gzip;q=0.8'), html());
    expect(sent.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await bytes(sent)).toString()).toBe(page);
  });

  it.each(['', 'identity', 'br;q=0, gzip;q=0'])(
    'go as they are to a client that takes %j',
    async (accept) => {
      const sent = await compressed(request(accept), html());
      expect(sent.headers.has('content-encoding')).toBe(false);
      expect(await sent.text()).toBe(page);
    },
  );

  it('are left alone when there is little of them, or nothing', async () => {
    expect(await (await compressed(request('br'), html('<p>short</p>'))).text()).toBe('<p>short</p>');
    const redirect = new Response(null, { status: 303, headers: { location: '/' } });
    expect(await compressed(request('br'), redirect)).toBe(redirect);
  });
});
