import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import type { Client as StreamClient } from 'graphql-ws';
import { Client } from '../support/client.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

describe('streams of what changes', () => {
  let server: TestServer;
  let asker: Client;
  let helper: Client;
  let question: string;
  const streams: StreamClient[] = [];

  beforeAll(async () => {
    server = await startServer();
    asker = await new Client(server.url).register('asker');
    helper = await new Client(server.url).register('helper');
    const asked = await asker.get<{ askQuestion: { question: { id: string } } }>(
      `mutation ($input: AskQuestionInput!) { askQuestion(input: $input) { question { id } } }`,
      {
        input: { title: 'Where is the reset button?', body: 'I looked on all sides of it.', tags: ['reset'] },
      },
    );
    question = asked.askQuestion.question.id;
  });
  afterAll(async () => {
    for (const stream of streams) await stream.dispose();
    await server.stop();
  });

  function open(token?: string | null) {
    const received: unknown[] = [];
    const problems: unknown[] = [];
    const client = createClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      retryAttempts: 0,
      connectionParams: token ? { authorization: `Bearer ${token}` } : {},
    });
    streams.push(client);
    const follow = (query: string) =>
      client.subscribe(
        { query, variables: { id: question } },
        {
          next: ({ data, errors }) => (errors ? problems.push(...errors) : received.push(data)),
          error: (error) => problems.push(error),
          complete: () => undefined,
        },
      );
    return { received, problems, follow };
  }

  const until = async (condition: () => boolean) => {
    for (let n = 0; n < 200 && !condition(); n++) await sleep(50);
    expect(condition()).toBe(true);
  };
  const FOLLOW = `subscription ($id: ID!) { questionChanged(id: $id) { answerCount } }`;

  it('a guest who looks at a question hears of an answer to it', async () => {
    const { received, follow } = open();
    follow(FOLLOW);
    await sleep(500);
    await helper.get(`mutation ($input: PostAnswerInput!) { postAnswer(input: $input) { answer { id } } }`, {
      input: { questionId: question, body: 'It is under the battery, press it long.' },
    });
    await until(() => received.length > 0);
    expect(received.at(-1)).toEqual({ questionChanged: { answerCount: 1 } });
  });

  it.each([
    ['something that is no subscription', `query ($id: ID!) { question(id: $id) { id } }`],
    [
      'too many rows',
      `subscription ($id: ID!) { questionChanged(id: $id) { answers(first: 100) { nodes { comments(first: 100) { nodes { id } } } } } }`,
    ],
    ['a question that is not there', `subscription { questionChanged(id: "q_999") { id } }`],
  ])('refuses %s', async (_, query) => {
    const { problems, follow } = open();
    follow(query);
    await until(() => problems.length > 0);
    expect(JSON.stringify(problems)).not.toMatch(/node_modules|\.js:\d+/);
  });

  it('ends within five seconds when its owner has logged out elsewhere', async () => {
    const somebody = await new Client(server.url).register('somebody');
    const { problems, follow } = open(somebody.token);
    follow(FOLLOW);
    await sleep(500);
    await somebody.get(`mutation { logout { ok } }`);
    await until(() => problems.length > 0);
    expect(problems[0]).toMatchObject({ code: 4403 });
  });
});
