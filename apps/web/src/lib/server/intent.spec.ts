import type { RequestEvent } from '@sveltejs/kit';
import { setImmediate as turn } from 'node:timers/promises';
import {
  expectIntent,
  intentCookie,
  maySuggest,
  recordIntentEvents,
  recordOpening,
  recordQuickSearch,
  sendIntentEvents,
} from './intent.ts';
import type { Operation } from './transport.ts';

interface Sent {
  session: string;
  intent: string;
  events: { kind: string; subjectId?: string }[];
}

/** A browser: it keeps its cookie from one request to the next, and what the API was told of it. */
class Browser {
  readonly sent: Sent[] = [];
  suggest = true;

  constructor(
    private readonly headers: Record<string, string> = {},
    public cookie: string | undefined = undefined,
  ) {}

  /** One request in which the page notes something; the response is on its way, and what was noted is sent. */
  async visits(
    page: (event: RequestEvent) => unknown,
    headers: Record<string, string> = {},
  ): Promise<unknown> {
    const event = {
      locals: { language: 'en', theme: 'system' },
      url: new URL('https://peers.example/page'),
      request: new Request('https://peers.example/page', { headers: { ...this.headers, ...headers } }),
      cookies: { get: () => this.cookie, set: (_: string, value: string) => (this.cookie = value) },
      platform: { req: { peerdesk: { execute: (operation: Operation) => this.answer(operation) } } },
    } as unknown as RequestEvent;
    const result = await page(event);
    sendIntentEvents(event);
    await turn();
    await turn();
    return result;
  }

  private answer({ variables }: Operation) {
    if (variables.input) this.sent.push(variables.input as Sent);
    return Promise.resolve({ data: { intentPolicy: { suggest: this.suggest } } });
  }
}

const searches = (event: RequestEvent) =>
  recordIntentEvents(event, { kind: 'SEARCHED', query: 'kettle', hits: 2 });
const asks = (event: RequestEvent) => recordIntentEvents(event, { kind: 'ASKED', subjectId: 'q_1' });
const opens = (event: RequestEvent) => recordOpening(event, 'k_1');
const fromSearch = { referer: 'https://peers.example/search?q=kettle' };

describe('what pages note of somebody who looks for a solution', () => {
  it('belongs together from the first search on, with two random numbers in a cookie', async () => {
    const browser = new Browser();
    await browser.visits(searches);
    await browser.visits(opens, fromSearch);
    expect(browser.sent.map(({ events }) => events[0]?.kind)).toEqual(['SEARCHED', 'OPENED']);
    expect(browser.sent[1]).toMatchObject({
      session: browser.sent[0]?.session,
      intent: browser.sent[0]?.intent,
    });
    expect(browser.cookie).toMatch(/^[\da-f-]{36}\.[\da-f-]{36}\.\d+\.0$/);
  });

  it('is not what somebody opens who did not look for anything, or comes from elsewhere', async () => {
    const browser = new Browser();
    await browser.visits(opens, fromSearch);
    expect(browser.cookie).toBeUndefined();
    await browser.visits(searches);
    await browser.visits(opens, { referer: 'https://peers.example/tags' });
    await browser.visits(opens, { referer: 'https://elsewhere.example/search' });
    expect(browser.sent).toHaveLength(1);
  });

  it.each(['/search?q=kettle', '/ask', '/tags'])(
    'counts what is opened in the search box of %s once',
    async (path) => {
      const browser = new Browser();
      const from = { referer: `https://peers.example${path}` };
      const inTheBox = (event: RequestEvent) =>
        recordQuickSearch(
          event,
          { kind: 'SEARCHED', query: 'kettle', hits: 2 },
          { kind: 'OPENED', subjectId: 'k_1', position: 1 },
        );
      await browser.visits(inTheBox, from);
      await browser.visits(opens, from);
      const noted = browser.sent.flatMap(({ events }) => events);
      expect(noted.map(({ kind }) => kind)).toEqual(['SEARCHED', 'OPENED']);
    },
  );

  it('ends with the question, and begins anew in the same visit', async () => {
    const browser = new Browser();
    await browser.visits(searches);
    await browser.visits(asks);
    await browser.visits(searches);
    const [first, question, second] = browser.sent;
    expect(question?.intent).toBe(first?.intent);
    expect(second?.intent).not.toBe(first?.intent);
    expect(second?.session).toBe(first?.session);
  });

  it('begins anew with a search after something solved it, but a question still belongs to it', async () => {
    const solves = (event: RequestEvent) => recordIntentEvents(event, { kind: 'SOLVED', subjectId: 'k_1' });
    const [searching, asking] = [new Browser(), new Browser()];
    for (const browser of [searching, asking]) {
      await browser.visits(searches);
      await browser.visits(solves);
    }
    await searching.visits(searches);
    await asking.visits(asks);
    expect(searching.sent[2]?.intent).not.toBe(searching.sent[0]?.intent);
    expect(asking.sent[2]?.intent).toBe(asking.sent[0]?.intent);
  });

  it('is another search after half an hour, and another visit after half a day', async () => {
    const browser = new Browser();
    await browser.visits(searches);
    const before = (seconds: number) =>
      browser.cookie?.replace(/\.\d+\.0$/, `.${Math.floor(Date.now() / 1_000) - seconds}.0`);
    browser.cookie = before(1_900);
    await browser.visits(searches);
    browser.cookie = before(50_000);
    await browser.visits(searches);
    const [first, later, nextDay] = browser.sent;
    expect(later?.session).toBe(first?.session);
    expect(later?.intent).not.toBe(first?.intent);
    expect(nextDay?.session).not.toBe(first?.session);
  });

  it.each<Record<string, string>>([
    { dnt: '1' },
    { 'sec-gpc': '1' },
    { 'user-agent': 'Mozilla/5.0 (compatible; Examplebot/2.1)' },
  ])(
    'is nothing for a request with %j: no cookie, no word to the API, and suggestions as ever',
    async (headers) => {
      const browser = new Browser(headers);
      browser.suggest = false;
      await browser.visits(expectIntent);
      await browser.visits(searches);
      expect(await browser.visits(maySuggest)).toBe(true);
      expect(browser.sent).toEqual([]);
      expect(browser.cookie).toBeUndefined();
    },
  );

  it('does not suffer from a cookie that somebody made up', async () => {
    const browser = new Browser({}, 'a.b.c.d; drop table');
    await browser.visits(searches);
    expect(browser.sent[0]?.session).toMatch(/^[\da-f-]{36}$/);
  });

  it('asks the API whether this visit sees suggestions, always for the same visit', async () => {
    const browser = new Browser();
    await browser.visits(expectIntent);
    const cookie = browser.cookie;
    browser.suggest = false;
    expect(await browser.visits(maySuggest)).toBe(false);
    expect(browser.cookie).toBe(cookie);
    expect(intentCookie).toBe('peerdesk_intent');
  });
});
