import { randomUUID } from 'node:crypto';
import { Community } from '../support/community.js';
import type { Article, Person } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

interface Event {
  kind: string;
  query?: string;
  hits?: number;
  subjectId?: string;
}

interface Gap {
  id: string;
  words: string[];
  needs: number;
  state: string;
  assignee: { username: string } | null;
  examples: { text: string; count: number }[];
}

const GAPS = `query ($states: [KnowledgeGapState!]) { knowledgeGaps(states: $states) { nodes {
  id words needs state assignee { username } examples { text count } } } }`;

/** From what people look for to an article that spares them the question, as an outside client sees it. */
describe('what people look for', () => {
  let server: TestServer;
  let community: Community;
  let curator: Person;
  let article: Article;

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    curator = await community.join('curator', 'STAFF');
    const asker = await community.join('asker');
    const question = await asker.ask({ title: 'How do I descale the boiler of mine?' });
    const answer = await asker.answer(question.id);
    article = await curator.promote(answer.id);
    await curator.publish(article.id);
  });
  afterAll(() => server.stop());

  const record = (events: Event[], client = community.guest) =>
    client.act<{ recorded: number }>(
      'recordIntent',
      { session: randomUUID(), intent: randomUUID(), locale: 'en', events },
      'recorded',
    );

  /** Lets an hour pass, and the jobs run that a start runs. */
  async function anHourLater(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await server.kill();
    await server.db.database.query(
      `update intent set started_at = started_at - interval '1 hour', last_at = last_at - interval '1 hour'
        where settled_at is null`,
    );
    await server.startAgain();
    await until(
      () =>
        server.db.database.one<{ n: number }>(
          `select count(*)::int as n from intent where settled_at is null`,
        ),
      (row) => row?.n === 0,
      30,
    );
  }

  it('is recorded without making anybody wait, and not for the company’s own people', async () => {
    expect(await record([{ kind: 'SEARCHED', query: 'thermal paste', hits: 0 }])).toEqual({ recorded: 1 });
    expect(await record([{ kind: 'SEARCHED', query: 'paste, thermal', hits: 0 }])).toEqual({ recorded: 1 });
    expect(await record([{ kind: 'SEARCHED', query: 'thermal paste', hits: 0 }], curator)).toEqual({
      recorded: 0,
    });
  });

  it.each<Record<string, string>>([{ dnt: '1' }, { 'sec-gpc': '1' }])(
    'is not recorded with %j',
    async (header) => {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...header },
        body: JSON.stringify({
          query: `mutation ($input: RecordIntentInput!) { recordIntent(input: $input) { recorded } }`,
          variables: {
            input: {
              session: randomUUID(),
              intent: randomUUID(),
              events: [{ kind: 'SEARCHED', query: 'secret', hits: 0 }],
            },
          },
        }),
      });
      expect(await response.json()).toMatchObject({ data: { recordIntent: { recorded: 0 } } });
    },
  );

  it.each<[object, string]>([
    [{ session: 'jane' }, 'session'],
    [{ intent: '1' }, 'intent'],
    [{ events: [] }, 'events'],
    [{ events: [{ kind: 'SEARCHED' }] }, 'events.0.query'],
    [{ events: [{ kind: 'SEARCHED', query: 'x', hits: -1 }] }, 'events.0.hits'],
  ])('is refused in words where it is malformed: %j', async (change, path) => {
    const input = {
      session: randomUUID(),
      intent: randomUUID(),
      events: [{ kind: 'ABANDONED' }],
      ...change,
    };
    expect(await community.guest.refusal('recordIntent', input)).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path }],
    });
  });

  it('decides for a visit whether it sees suggestions, always the same', async () => {
    const session = randomUUID();
    const ask = () =>
      community.guest.get<{ intentPolicy: { suggest: boolean } }>(
        `query ($session: String!) { intentPolicy(session: $session) { suggest } }`,
        { session },
      );
    expect(await ask()).toEqual(await ask());
  });

  it('becomes gaps, which a curator takes, answers by an article, and sees what it then deflects', async () => {
    await anHourLater();
    const gap = await until(
      async () => (await curator.get<{ knowledgeGaps: { nodes: Gap[] } }>(GAPS)).knowledgeGaps.nodes[0],
      (found) => found !== undefined,
      30,
    );
    expect(gap).toMatchObject({ needs: 2, state: 'OPEN', assignee: null });
    expect(gap?.words.toSorted()).toEqual(['paste', 'thermal']);

    const gapId = gap?.id ?? '';
    await curator.act('takeGap', { gapId }, 'gap { state }');
    const other = await community.join('another', 'STAFF');
    expect(await other.refusal('takeGap', { gapId })).toMatchObject({
      code: 'CONFLICT',
      assignee: 'curator',
    });
    expect(
      await curator.act('resolveGap', { gapId, articleId: article.id }, 'gap { state article { slug } }'),
    ).toEqual({ gap: { state: 'DONE', article: { slug: article.slug } } });

    await record([
      { kind: 'SEARCHED', query: 'thermal paste', hits: 1 },
      { kind: 'OPENED', subjectId: article.id },
      { kind: 'SOLVED', subjectId: article.id },
    ]);
    await anHourLater();
    const deflected = `query ($slug: String!) { article(slug: $slug) { deflected { opened solved askedAnyway } } }`;
    expect(await curator.get(deflected, { slug: article.slug })).toEqual({
      article: { deflected: { opened: 1, solved: 1, askedAnyway: 0 } },
    });
    expect(await community.guest.get(deflected, { slug: article.slug })).toEqual({
      article: { deflected: null },
    });
  });

  it('gives no deflection that the data do not support, and one with its interval where they do', async () => {
    const ask = async () => {
      const { insights } = await curator.get<{
        insights: { deflection: Record<string, unknown> };
      }>(`{ insights {
        deflection { verdict enough rate interval { low high } confidence formula explanation
                     withSuggestions { people asked } withoutSuggestions { people asked } } } }`);
      return insights.deflection;
    };
    expect(await ask()).toMatchObject({
      verdict: 'NOT_ENOUGH_DATA',
      enough: false,
      rate: null,
      interval: null,
    });
    await server.db.database.query(
      `insert into intent_day (day, holdout, intents, searches, searches_without_results, searches_without_click,
                               opened, people, asked, solved)
       values (current_date - 1, true, 80, 0, 0, 0, 0, 80, 48, 0), (current_date - 1, false, 70, 0, 0, 0, 0, 70, 14, 9)`,
    );
    const found = await ask();
    expect(found).toMatchObject({
      verdict: 'FEWER_ASKED',
      enough: true,
      confidence: 0.95,
      withSuggestions: { people: 70, asked: 14 },
      withoutSuggestions: { people: 80, asked: 48 },
    });
    expect(found['rate']).toBeCloseTo(0.4, 10);
    expect(found['formula']).toContain('asked / people');
  });

  it('is for staff to read and to work on, and for admins to set', async () => {
    const member = await community.join('member');
    const moderator = await community.join('mona', 'MODERATOR');
    for (const query of [
      '{ knowledgeGaps { nodes { id } } }',
      '{ insights { deflection { enough } } }',
      '{ insightsSettings { retentionDays } }',
    ]) {
      expect(await community.guest.code(query)).toBe('UNAUTHENTICATED');
      expect(await member.code(query)).toBe('FORBIDDEN');
      expect(await moderator.code(query)).toBe('FORBIDDEN');
    }
    expect(await member.refusal('takeGap', { gapId: 'n_1' })).toMatchObject({
      code: 'FORBIDDEN',
      requires: 'STAFF',
    });
    expect(await curator.refusal('takeGap', { gapId: 'n_999999' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await curator.refusal('updateInsightsSettings', { holdoutPercent: 10 })).toMatchObject({
      code: 'FORBIDDEN',
      requires: 'ADMIN',
    });
    expect(await community.admin.refusal('updateInsightsSettings', { holdoutPercent: 51 })).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'holdoutPercent' }],
    });
    expect(
      await community.admin.act(
        'updateInsightsSettings',
        { holdoutPercent: 0 },
        'settings { holdoutPercent retentionDays }',
      ),
    ).toEqual({ settings: { holdoutPercent: 0, retentionDays: 90 } });
  });
});
