import { Client } from '../support/client.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

describe('requests that ask for too much or are malformed', () => {
  let server: TestServer;
  let client: Client;
  beforeAll(async () => {
    server = await startServer();
    client = await new Client(server.url).register('founder');
  });
  afterAll(() => server.stop());

  const nested = (depth: number) =>
    `{ questions { nodes ${'{ author { questions { nodes '.repeat(depth)} { id } ${'} } }'.repeat(depth)} } }`;
  const tooMuch: [string, string, string][] = [
    ['nests deeper than 8', nested(3), 'LIMIT_EXCEEDED'],
    [
      'nests deeper than 8 through fragments',
      `{ questions { nodes { ...a } } } fragment a on Question { author { ...b } } fragment b on User { questions { nodes { author { questions { nodes { id } } } } } }`,
      'LIMIT_EXCEEDED',
    ],
    [
      'has more than 15 aliases',
      `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
      'LIMIT_EXCEEDED',
    ],
    [
      'has 1,000 aliases',
      `{ ${Array.from({ length: 1_000 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
      'GRAPHQL_PARSE_FAILED',
    ],
    ['has more than 1,000 tokens', `{ ${'__typename '.repeat(1_001)} }`, 'GRAPHQL_PARSE_FAILED'],
    [
      'has more than five mutations',
      `mutation { ${Array.from({ length: 6 }, (_, n) => `a${n}: logout { ok }`).join(' ')} }`,
      'LIMIT_EXCEEDED',
    ],
    [
      'could give more than 5,000 rows',
      `{ questions(first: 100) { nodes { answers(first: 100) { nodes { id } } } } }`,
      'LIMIT_EXCEEDED',
    ],
    [
      'searches anew for each of a hundred questions and for what each finds',
      `{ questions(first: 100) { nodes { similarQuestions { subject { ... on Question { similarQuestions { subject { __typename } } } } } } } }`,
      'LIMIT_EXCEEDED',
    ],
    [
      'goes from article to related article to related article without saying how many',
      `{ articles(first: 100) { nodes { related { related { related { title } } } } } }`,
      'LIMIT_EXCEEDED',
    ],
    ['names an operation that is not there', `{ nothing }`, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'hides depth in a fragment called __schema',
      `{ ...__schema } fragment __schema on Query ${nested(3)}`,
      'LIMIT_EXCEEDED',
    ],
    ['is not GraphQL', `{ questions(`, 'GRAPHQL_PARSE_FAILED'],
  ];
  it.each(tooMuch)('one that %s is refused with 400 before it runs', async (_, query, code) => {
    const { status, errors } = await client.send(query);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(JSON.stringify(errors)).not.toMatch(/node_modules|\.js:\d+/);
  });

  it('the number of rows counts also when it comes in a variable', async () => {
    const query = `query ($n: Int!) { questions(first: $n) { nodes { answers(first: $n) { nodes { id } } } } }`;
    expect(await client.code(query, { n: 20 })).toBe('OK');
    const { status, errors } = await client.send(query, { n: 100 });
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'LIMIT_EXCEEDED']);
  });

  it('what is like each question of a short list may be asked for', async () => {
    const like = `{ questions(first: 20) { nodes { similarQuestions(first: 3) { subject { __typename } } } } }`;
    expect(await client.code(like)).toBe('OK');
  });

  it('NUL where nobody expects text is a clear message, and no defect', async () => {
    const { status, errors } = await client.send(
      `query ($l: String!) { articles(locale: $l) { nodes { id } } }`,
      {
        l: 'de\u0000',
      },
    );
    expect([status, errors?.[0]?.extensions.code]).toEqual([200, 'BAD_USER_INPUT']);
    expect(errors?.[0]?.message).toContain('NUL');
  });

  it('introspection works, whole', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect(await client.code(getIntrospectionQuery())).toBe('OK');
  });

  it('every answer says what it cost', async () => {
    const { extensions } = await client.send(`{ questions(first: 7) { nodes { id } } }`);
    expect(extensions?.cost).toMatchObject({ depth: 3, nodes: 7 });
  });

  it.each([
    ['first: 0', 'first'],
    ['first: 101', 'first'],
    ['after: "forged"', 'after'],
    ['filter: { tags: ["a", "b", "c", "d", "e", "f"] }', 'filter.tags'],
    ['filter: { authorId: "q_1" }', 'filter.authorId'],
  ])('questions(%s) names the argument %s', async (argument, path) => {
    const { errors } = await client.send(`{ questions(${argument}) { nodes { id } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });

  it('a cursor of one list does not work in another', async () => {
    await client.get(
      `mutation { askQuestion(input: { title: "Where is the reset button?", body: "I looked on all sides of it.", tags: ["reset"] }) { question { id } } }`,
    );
    const { questions } = await client.get<{ questions: { pageInfo: { endCursor: string } } }>(
      `{ questions { pageInfo { endCursor } } }`,
    );
    const foreign = `query ($after: String) { users(after: $after) { nodes { id } } }`;
    expect(await client.code(foreign, { after: questions.pageInfo.endCursor })).toBe('BAD_USER_INPUT');
  });

  const raw = (init: RequestInit) =>
    fetch(`${server.url}/graphql${(init as { search?: string }).search ?? ''}`, init);

  it('refuses batches, forms without preflight and mutations by GET', async () => {
    const json = { 'content-type': 'application/json' };
    const batch = await raw({
      method: 'POST',
      headers: json,
      body: '[{"query":"{__typename}"},{"query":"{__typename}"}]',
    });
    expect(batch.status).toBe(400);
    const form = await raw({
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{__typename}"}',
    });
    expect(form.status).toBeGreaterThanOrEqual(400);
    const get = await fetch(
      `${server.url}/graphql?query=${encodeURIComponent('mutation { logout { ok } }')}`,
      {
        headers: { 'apollo-require-preflight': '1' },
      },
    );
    expect(get.status).toBe(405);
  });

  it('refuses a body of more than a megabyte', async () => {
    const response = await raw({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }', variables: { text: 'x'.repeat(1_100_000) } }),
    });
    expect(response.status).toBe(413);
  });

  it('a title of a million characters, NUL and lone surrogates end in a clear message', async () => {
    const ask = `mutation ($input: AskQuestionInput!) { askQuestion(input: $input) { question { id title } } }`;
    const input = { body: 'A body that is long enough.', tags: ['widget'] };
    const { errors } = await client.send(ask, { input: { ...input, title: 'x'.repeat(1_000_000) } });
    expect(errors?.[0]?.extensions.fields).toEqual([
      { path: 'title', message: 'The title needs 15 to 150 characters; this one has 1,000,000.' },
    ]);
    const odd = await client.get<{ askQuestion: { question: { title: string } } }>(ask, {
      input: { ...input, title: 'What about \u0000 and \ud800 and \u202e here?' },
    });
    expect(odd.askQuestion.question.title).toBe('What about and and here?');
  });
});
