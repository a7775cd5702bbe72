import { Agent, request as httpRequest } from 'node:http';
import type { Search } from '#libs/search';
import type { Ask } from './quality.js';

/** A page of results, as the pages ask for it. */
const FIRST = 20;
const OPERATION = `query ($query: String!) {
  search(query: $query, first: ${FIRST}) { hits { titleHtml excerptHtml subject { __typename ... on Node { id } } } }
}`;

/**
 * Asks in this process.
 *
 * @throws when another engine answers than the one that is measured
 */
export function inProcess(search: Search, engine: 'POSTGRES' | 'MEILISEARCH'): Ask {
  return async (text) => {
    const outcome = await search.search({ text, first: FIRST });
    if (outcome.engine !== engine) throw new Error(`${outcome.engine} answered, not ${engine}`);
    return outcome.hits.map(({ id }) => id);
  };
}

/** Asks over HTTP, on a connection that stays open. */
export function overHttp(port: number): { ask: Ask; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    ask: async (query) => {
      const answer = await post(port, agent, JSON.stringify({ query: OPERATION, variables: { query } }));
      const { data } = JSON.parse(answer) as { data?: { search: { hits: { subject: { id: string } }[] } } };
      if (!data) throw new Error(`search failed: ${answer.slice(0, 300)}`);
      return data.search.hits.map(({ subject }) => subject.id);
    },
    close: () => agent.destroy(),
  };
}

function post(port: number, agent: Agent, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const options = { host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers, agent };
    const request = httpRequest(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    });
    request.on('error', reject);
    request.end(body);
  });
}
