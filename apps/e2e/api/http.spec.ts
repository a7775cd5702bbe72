import { readFileSync } from 'node:fs';
import { auditServer } from 'graphql-http';
import { SaxesParser } from 'saxes';
import { Client } from '../support/client.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

describe('what the server answers over HTTP', () => {
  let server: TestServer;
  let founder: Client;
  beforeAll(async () => {
    server = await startServer();
    founder = await new Client(server.url).register('founder');
    await founder.get(
      `mutation ($input: AskQuestionInput!) { askQuestion(input: $input) { question { id } } }`,
      {
        input: {
          title: 'Is <b>bold</b> & "quoted" safe?',
          body: 'With \u0001 and ]]> in the text.',
          tags: ['xml'],
        },
      },
    );
  });
  afterAll(() => server.stop());

  const fetchText = async (path: string) => {
    const response = await fetch(`${server.url}${path}`);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };

  it('keeps all that GraphQL over HTTP demands', async () => {
    const audits = await auditServer({ url: `${server.url}/graphql` });
    const broken = audits.filter((audit) => audit.status === 'error').map((audit) => audit.name);
    expect(broken).toEqual([]);
    expect(
      audits.filter((audit) => audit.name.startsWith('MUST')).every((audit) => audit.status === 'ok'),
    ).toBe(true);
  });

  it('says that it lives and that it is ready', async () => {
    expect(await fetchText('/health/live')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    expect(await fetchText('/health/ready')).toMatchObject({
      status: 200,
      text: '{"status":"ok","missing":[]}',
    });
  });

  it('prints its schema, with all that is said of it', async () => {
    const { status, text } = await fetchText('/schema.graphql');
    expect(status).toBe(200);
    expect(text.trim()).toBe(readFileSync('apps/api/schema.graphql', 'utf8').trim());
  });

  it('tells search engines what there is', async () => {
    expect((await fetchText('/robots.txt')).text).toContain(`Sitemap: ${server.url}/sitemap.xml`);
    const sitemap = await fetchText('/sitemap.xml');
    expect(sitemap.type).toContain('xml');
    expect(sitemap.text).toContain(`<loc>${server.url}/questions/1/is-b-bold-b-quoted-safe</loc>`);
  });

  it.each(['/feeds/questions.atom', '/feeds/tags/xml.atom'])(
    '%s is well-formed, and its title cannot run',
    async (path) => {
      const { status, type, text } = await fetchText(path);
      expect([status, type]).toEqual([200, 'application/atom+xml; charset=utf-8']);
      const said: string[] = [];
      const parser = new SaxesParser();
      parser.on('text', (value) => said.push(value));
      parser.on('cdata', (value) => said.push(value));
      parser.write(text).close();
      expect(said).toContain('Is &lt;b&gt;bold&lt;/b&gt; &amp; "quoted" safe?');
      expect(said.join('')).toContain('With  and ]]&gt; in the text.');
    },
  );

  it('a feed of a question that is not there is a 404', async () => {
    expect((await fetchText('/feeds/questions/999.atom')).status).toBe(404);
  });

  it('gives metrics to the private network, with the statements of each route', async () => {
    const { status, text } = await fetchText('/metrics');
    expect(status).toBe(200);
    expect(text).toMatch(/peerdesk_sql_statements_total\{route="\/graphql"\} \d+/);
    const outside = await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } });
    expect(outside.status).toBe(403);
  });

  it('sets a cookie that scripts and other sites cannot use, and clears it', async () => {
    const send = (query: string, cookie = '') =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query }),
      });
    const login = await send(
      `mutation { login(input: { login: "founder", password: "a long enough password" }) { token } }`,
    );
    const cookie = login.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^peerdesk_session=[\w-]{43}; /);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);

    const session = cookie.split(';')[0] ?? '';
    const viewer = async () =>
      ((await (await send(`{ viewer { username } }`, session)).json()) as { data: unknown }).data;
    expect(await viewer()).toEqual({ viewer: { username: 'founder' } });
    const logout = await send(`mutation { logout { ok } }`, session);
    expect(logout.headers.get('set-cookie')).toMatch(/^peerdesk_session=; .*Max-Age=0/);
    expect(await viewer()).toEqual({ viewer: null });
  });

  it('tells browsers to trust nothing beyond the page', async () => {
    const { headers } = await fetch(`${server.url}/login`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toMatch(/script-src[^;]*'(nonce|sha256)-/);
  });
});
