import type { Community } from './community.js';
import type { Call } from './load.js';

export interface Scenario {
  name: string;
  /** What we aim at, and what NodeBB on PostgreSQL took for the same work, in CPU milliseconds a request. */
  aimMs: number | null;
  peerMs: number | null;
  count: number;
  call: (n: number) => Call;
}

const JSON_HEADERS = { 'content-type': 'application/json' };
const QUESTION = `query ($id: ID!) { question(id: $id) { title bodyHtml score tags { name } author { displayName reputation }
  answers(first: 10) { nodes { id bodyHtml score isAccepted author { displayName reputation }
    comments(first: 5) { nodes { bodyHtml author { displayName } } } } } } }`;

export interface Peer {
  cookie: string;
}

/** Somebody to be signed in as. */
export async function signUp(port: number): Promise<Peer> {
  const query = `mutation ($input: RegisterInput!) { register(input: $input) { token } }`;
  const input = { username: 'bench-peer', email: 'bench@example.com', password: 'a long enough password' };
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({ query, variables: { input } }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`nobody could be signed up: ${await response.text()}`);
  return { cookie };
}

/** Everything that is measured, in the order in which it runs: reading before writing. */
export function scenarios(community: Community, peer: Peer): Scenario[] {
  const pick = (numbers: readonly number[], n: number) => numbers[n % numbers.length] ?? 0;
  const page = (path: string, headers: Record<string, string> = {}): Call => ({
    path,
    headers: { accept: 'text/html', ...headers },
  });
  const graphql = (query: string, variables: object, headers = { cookie: peer.cookie }): Call => ({
    path: '/graphql',
    method: 'POST',
    headers: { ...JSON_HEADERS, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const busy = (n: number) => community.busyPaths[n % community.busyPaths.length] ?? '/';
  /** Of the 500 people who ask and answer everything. */
  const profile = (n: number) => `/people/peer${1 + (n % 500)}`;
  const title = (n: number) => SEARCHES[n % SEARCHES.length] ?? '';

  return [
    {
      name: '{ __typename }',
      aimMs: null,
      peerMs: null,
      count: 3_000,
      call: () => graphql('{ __typename }', {}, { cookie: '' }),
    },
    { name: 'house rules', aimMs: null, peerMs: null, count: 1_000, call: () => page('/house-rules') },
    { name: 'question page, guest', aimMs: 3, peerMs: 18, count: 1_000, call: (n) => page(busy(n)) },
    {
      name: 'question page, signed in',
      aimMs: 4,
      peerMs: null,
      count: 1_000,
      call: (n) => page(busy(n), { cookie: peer.cookie }),
    },
    { name: 'home', aimMs: 3, peerMs: 28, count: 1_000, call: () => page('/') },
    {
      name: 'profile, guest',
      aimMs: null,
      peerMs: null,
      count: 500,
      call: (n) => page(profile(n)),
    },
    {
      name: 'profile, signed in',
      aimMs: null,
      peerMs: null,
      count: 500,
      call: (n) => page(profile(n), { cookie: peer.cookie }),
    },
    {
      name: 'search page',
      aimMs: 10,
      peerMs: 490,
      count: 500,
      call: (n) => page(`/search?q=${encodeURIComponent(title(n))}`),
    },
    {
      name: 'suggest',
      aimMs: null,
      peerMs: null,
      count: 500,
      call: (n) =>
        graphql(
          `
            query ($t: String!) {
              suggest(title: $t) {
                titleHtml
              }
            }
          `,
          { t: title(n) },
        ),
    },
    {
      name: 'GraphQL question',
      aimMs: null,
      peerMs: null,
      count: 1_000,
      call: (n) => graphql(QUESTION, { id: `q_${pick(community.busyQuestions, n)}` }),
    },
    {
      name: 'post an answer',
      aimMs: 8,
      peerMs: 75,
      count: 500,
      call: (n) =>
        graphql(
          `
            mutation ($input: PostAnswerInput!) {
              postAnswer(input: $input) {
                answer {
                  id
                }
              }
            }
          `,
          {
            input: {
              questionId: `q_${pick(community.questions, n)}`,
              body: `Have a look at the **manual**, page ${n}, and tell us.`,
            },
          },
        ),
    },
    {
      name: 'cast a vote',
      aimMs: 4,
      peerMs: 46,
      count: 1_000,
      call: (n) =>
        graphql(
          `
            mutation ($input: CastVoteInput!) {
              castVote(input: $input) {
                post {
                  score
                }
              }
            }
          `,
          {
            input: { postId: `a_${pick(community.answers, n)}`, value: 'UP' },
          },
        ),
    },
  ];
}

const SEARCHES = [
  'wheel brake',
  'chain on bicycle',
  'derailleur',
  'pannier rack',
  'helmet number 12',
  'brak chian',
  'spoke val',
  'bottle grip stem',
];
