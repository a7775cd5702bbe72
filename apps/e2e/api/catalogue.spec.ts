import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

const APPLIES_TO = `query ($id: ID!, $versions: [ID!]) { question(id: $id) { appliesTo {
  label product { slug path versions { name } } fromVersion { name } toVersion { name }
  viewerVersion(versionIds: $versions) { isCovered version { name } } } } }`;

interface Shown {
  question: {
    appliesTo: {
      label: string;
      viewerVersion: { isCovered: boolean; version: { name: string } } | null;
    } | null;
  };
}

describe('products and versions', () => {
  let server: TestServer;
  let community: Community;
  let curator: Person;
  let asker: Person;
  let productId: string;
  let versions: string[];
  let question: Posted;

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    curator = await community.join('curator', 'STAFF');
    asker = await community.join('asker');
    productId = (
      await curator.act<{ product: { id: string } }>('createProduct', { name: 'Boiler' }, 'product { id }')
    ).product.id;
    versions = [];
    for (const name of ['1.0', '2.0', '3.0']) {
      const { version } = await curator.act<{ version: { id: string } }>(
        'addProductVersion',
        { productId, name },
        'version { id }',
      );
      versions.push(version.id);
    }
    const [, second] = versions;
    question = (
      await asker.act<{ question: Posted }>(
        'askQuestion',
        {
          title: 'How do I descale the boiler?',
          body: 'It has been making a noise like a kettle for a week.',
          tags: ['boiler'],
          appliesTo: { productId, fromVersionId: second, toVersionId: second },
        },
        'question { id path }',
      )
    ).question;
  });
  afterAll(() => server.stop());

  it('are said with a question, in words and as things with ids', async () => {
    const { question: shown } = await community.guest.get<Shown>(APPLIES_TO, { id: question.id });
    expect(shown.appliesTo).toEqual({
      label: 'Boiler 2.0',
      product: {
        slug: 'boiler',
        path: '/products/boiler',
        versions: [{ name: '3.0' }, { name: '2.0' }, { name: '1.0' }],
      },
      fromVersion: { name: '2.0' },
      toVersion: { name: '2.0' },
      viewerVersion: null,
    });
    const node = `query ($id: ID!) { node(id: $id) { __typename ... on ProductVersion { product { id } } } }`;
    expect(await community.guest.get(node, { id: versions[0] })).toEqual({
      node: { __typename: 'ProductVersion', product: { id: productId } },
    });
  });

  it('are held against what the reader uses: a guest says it, a member has it kept', async () => {
    const given = { id: question.id, versions: [versions[2], 'nonsense'] };
    const asGuest = await community.guest.get<Shown>(APPLIES_TO, given);
    expect(asGuest.question.appliesTo?.viewerVersion).toEqual({ isCovered: false, version: { name: '3.0' } });

    const reader = await community.join('reader');
    await reader.act('setViewerVersion', { productId, versionId: versions[1] }, 'viewerVersions { name }');
    const asMember = await reader.get<Shown>(APPLIES_TO, given);
    expect(asMember.question.appliesTo?.viewerVersion).toEqual({ isCovered: true, version: { name: '2.0' } });

    const own = `{ viewerVersions { name } }`;
    expect(await reader.get(own)).toEqual({ viewerVersions: [{ name: '2.0' }] });
    expect(await asker.get(own)).toEqual({ viewerVersions: [] });
  });

  it('narrow the list of questions', async () => {
    const list = `query ($filter: QuestionFilter) { questions(filter: $filter) { nodes { id } } }`;
    const found = (filter: object) => community.guest.get(list, { filter });
    expect(await found({ productId, versionId: versions[1] })).toEqual({
      questions: { nodes: [{ id: question.id }] },
    });
    expect(await found({ versionId: versions[0] })).toEqual({ questions: { nodes: [] } });
    expect(await community.guest.code(list, { filter: { productId: 'q_1' } })).toBe('BAD_USER_INPUT');
  });

  it('are for staff to manage, and nobody else', async () => {
    const create = `mutation ($input: CreateProductInput!) { createProduct(input: $input) { product { id } } }`;
    const moderator = await community.join('mo-derates', 'MODERATOR');
    expect(await moderator.code(create, { input: { name: 'Mine' } })).toBe('FORBIDDEN');
    expect(await community.guest.code(create, { input: { name: 'Mine' } })).toBe('UNAUTHENTICATED');
    const set = `mutation ($input: SetViewerVersionInput!) { setViewerVersion(input: $input) { __typename } }`;
    expect(await community.guest.code(set, { input: { productId } })).toBe('UNAUTHENTICATED');
  });

  it('are shown on the page with a notice for a guest who uses another, kept in a cookie', async () => {
    const said = await fetch(`${server.url}/versions`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        origin: server.url,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ [`version-${productId}`]: versions[0]!, next: question.path }),
    });
    expect([said.status, said.headers.get('location')]).toEqual([303, question.path]);
    const cookie = said.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    expect(cookie).toBe(`peerdesk_versions=${versions[0]}`);

    const page = async (headers: Record<string, string>) =>
      (await fetch(server.url + question.path, { headers: { 'accept-language': 'en', ...headers } })).text();
    expect(await page({})).toContain('Boiler 2.0');
    expect(await page({})).not.toContain('You use 1.0');
    expect(await page({ cookie })).toContain('You use 1.0: this may not apply.');
  });

  it('cost the page of a question no statement more than its twelve', async () => {
    await asker.act('setViewerVersion', { productId, versionId: versions[0] }, '__typename');
    const views = [];
    for (let view = 1; view <= 3; view++) views.push(await statementsFor(question.path));
    expect(Math.min(...views)).toBeLessThanOrEqual(12);
  });

  async function statementsFor(path: string): Promise<number> {
    const counted = async () => {
      const text = await (await fetch(`${server.url}/metrics`)).text();
      return Number(/^peerdesk_sql_statements_total\{route="\/\*"\} (\d+)$/m.exec(text)?.[1]);
    };
    const before = await counted();
    const headers = { accept: 'text/html', cookie: `peerdesk_session=${asker.token}` };
    const html = await (await fetch(server.url + path, { headers })).text();
    expect(html).toContain('You use 1.0');
    // It is noted a moment after its last byte has come.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return (await counted()) - before;
  }
});
