import { Community } from '../support/community.js';
import type { Person } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

interface Earned {
  rank: { level: number; name: string; next: { rank: { name: string }; reputationMissing: number } };
  badgeCounts: { bronze: number; silver: number; gold: number };
  badgeAwards: { nodes: { badge: { key: string; name: string }; post: { id: string } | null }[] };
}

const EARNED = `query ($username: String!) { user(username: $username) {
  rank { level name(locale: "de") next { rank { name(locale: "en") } reputationMissing } }
  badgeCounts { bronze silver gold }
  badgeAwards { nodes { badge { key name(locale: "de-AT") } post { id } } } } }`;

interface Told {
  kind: string;
  name: string | null;
  count: number | null;
  path: string;
}

const TOLD = `{ viewer { notices { nodes { kind name(locale: "de") count path } } } }`;

describe('what people earn, over the API', () => {
  let server: TestServer;
  let community: Community;
  let helper: Person;
  let answerId: string;

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    const asker = await community.join('asker');
    helper = await community.join('helper');
    const { id } = await asker.ask({ tags: ['boiler', 'water'] });
    answerId = (await helper.answer(id)).id;
    for (const voter of await community.joinMany(5, 'voter')) await voter.vote(answerId, 'UP');
    await asker.accept(answerId);
    // What is looked for every minute, and every hour, is also looked for when a server starts.
    await server.kill();
    await server.startAgain();
  });
  afterAll(() => server.stop());

  const earnedBy = async (username: string) =>
    (await community.guest.get<{ user: Earned }>(EARNED, { username })).user;

  it('ranks and badges are there soon, in the words of the reader, and told to whoever earned them', async () => {
    const earned = await until(
      () => earnedBy('helper'),
      ({ rank, badgeAwards }) => rank.level > 0 && badgeAwards.nodes.length === 4,
      20,
    );
    expect(earned.rank).toEqual({
      level: 1,
      name: 'Aktiv dabei',
      next: { rank: { name: 'Helper' }, reputationMissing: 135 },
    });
    expect(earned.badgeCounts).toEqual({ bronze: 4, silver: 0, gold: 0 });
    const awards = earned.badgeAwards.nodes.map(({ badge, post }) => [
      badge.key,
      badge.name,
      post?.id ?? null,
    ]);
    expect(awards.toSorted()).toEqual([
      ['first-answer', 'Erste Antwort', null],
      ['first-solution', 'Es klappt', null],
      ['good-answer', 'Gute Antwort', answerId],
      ['swift', 'Flink', null],
    ]);
    // In one sentence, unless a minute was over between two of them.
    const badgesTold = (nodes: Told[]) =>
      nodes.filter(({ kind }) => kind.startsWith('BADGE')).reduce((sum, { count }) => sum + (count ?? 1), 0);
    const told = await until(
      async () => (await helper.get<{ viewer: { notices: { nodes: Told[] } } }>(TOLD)).viewer.notices.nodes,
      (nodes) => badgesTold(nodes) === 4,
    );
    expect(told).toContainEqual({
      kind: 'RANK_REACHED',
      name: 'Aktiv dabei',
      count: null,
      path: '/standing',
    });
    expect(told.filter(({ kind }) => kind === 'BADGES_AWARDED').map(({ path }) => path)).toEqual(
      told.some(({ kind }) => kind === 'BADGE_AWARDED') ? expect.any(Array) : ['/people/helper?tab=badges'],
    );
  });

  it('a badge says what it takes and who has it, and every list goes on where a page ends', async () => {
    const { badge } = await helper.get<{ badge: object }>(
      `{ badge(key: "good-answer") { name(locale: "en") tier threshold isRepeatable viewerHas awardCount path
           measure { name per } awards { nodes { user { username } post { id } tag { name } } } } }`,
    );
    expect(badge).toEqual({
      name: 'Good answer',
      ...{ tier: 'BRONZE', threshold: 5, isRepeatable: true, viewerHas: true, awardCount: 1 },
      path: '/badges/good-answer',
      measure: { name: 'ANSWER_SCORE', per: 'POST' },
      awards: { nodes: [{ user: { username: 'helper' }, post: { id: answerId }, tag: null }] },
    });
    expect(await community.guest.get(`{ badge(key: "nothing-like-it") { id } }`)).toEqual({ badge: null });

    const keys = new Set<string>();
    let after: string | null = null;
    do {
      const {
        badges,
      }: { badges: { nodes: { key: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } =
        await community.guest.get(
          `query ($after: String) { badges(first: 25, after: $after) { nodes { key } pageInfo { endCursor hasNextPage } } }`,
          { after },
        );
      for (const { key } of badges.nodes) keys.add(key);
      after = badges.pageInfo.hasNextPage ? badges.pageInfo.endCursor : null;
    } while (after);
    expect(keys.size).toBeGreaterThanOrEqual(30);

    const page = (cursor: string | null) =>
      community.guest.get<{
        user: { badgeAwards: { nodes: { badge: { key: string } }[]; pageInfo: { endCursor: string } } };
      }>(
        `query ($after: String) { user(username: "helper") { badgeAwards(first: 3, after: $after) {
           nodes { badge { key } } pageInfo { endCursor } } } }`,
        { after: cursor },
      );
    const first = (await page(null)).user.badgeAwards;
    const rest = (await page(first.pageInfo.endCursor)).user.badgeAwards;
    expect(new Set([...first.nodes, ...rest.nodes].map(({ badge: held }) => held.key)).size).toBe(4);
    expect(await community.guest.get(`{ node(id: "e_1") { ... on BadgeDefinition { path } } }`)).toEqual({
      node: { path: '/badges/first-question' },
    });
    expect(await community.guest.code(`{ badges(after: "nonsense") { nodes { id } } }`)).toBe(
      'BAD_USER_INPUT',
    );
    expect(await community.guest.code(`{ topHelpers(first: 101) { nodes { place } } }`)).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('who helps is listed by tag and time, has topics and languages, and is introduced', async () => {
    const { topHelpers } = await until(
      () =>
        community.guest.get<{ topHelpers: { nodes: object[] } }>(
          `{ topHelpers(tag: "water", period: WEEK) { nodes { place solutions user { username } } } }`,
        ),
      (found) => found.topHelpers.nodes.length > 0,
      20,
    );
    expect(topHelpers.nodes).toEqual([{ place: 1, solutions: 1, user: { username: 'helper' } }]);
    expect(await community.guest.get(`{ topHelpers(tag: "unheard-of") { nodes { place } } }`)).toEqual({
      topHelpers: { nodes: [] },
    });
    const known = await community.guest.get(
      `{ user(username: "helper") { topics { nodes { tag { name } solutions place } } languages { locale answers }
           articlesMade { nodes { id } } isWillingForSpotlight } }`,
    );
    expect(known).toEqual({
      user: {
        topics: {
          nodes: [
            { tag: { name: 'boiler' }, solutions: 1, place: 1 },
            { tag: { name: 'water' }, solutions: 1, place: 1 },
          ],
        },
        languages: [{ locale: 'en', answers: 1 }],
        articlesMade: { nodes: [] },
        // Whether somebody wants to be introduced is for themselves to know.
        isWillingForSpotlight: null,
      },
    });

    const introduced = () =>
      community.guest.get<{ spotlight: object | null }>(
        `{ spotlight { user { username } solutions topics { name } } }`,
      );
    expect(await until(introduced, ({ spotlight }) => spotlight !== null, 40)).toEqual({
      spotlight: {
        user: { username: 'helper' },
        solutions: 1,
        topics: [{ name: 'boiler' }, { name: 'water' }],
      },
    });
    await helper.act('setSpotlight', { isWilling: false }, 'user { isWillingForSpotlight }');
    expect(await introduced()).toEqual({ spotlight: null });
  });

  it('admins make badges of their own, and nobody else does', async () => {
    const input = {
      tier: 'GOLD',
      names: [{ locale: 'en', text: 'Water bearer' }],
      descriptions: [{ locale: 'en', text: 'Solved a question about water.' }],
      ...{ measure: 'TAG_SOLUTIONS', threshold: 1, tag: 'water' },
    };
    expect(await helper.refusal('createBadge', input)).toMatchObject({
      code: 'FORBIDDEN',
      requires: 'ADMIN',
    });
    expect(
      await community.guest.code(`mutation { retireBadge(input: { badgeId: "e_1" }) { badge { id } } }`),
    ).toBe('UNAUTHENTICATED');
    const { previewBadge } = await community.admin.get<{ previewBadge: object }>(
      `query ($badge: BadgeInput!) { previewBadge(badge: $badge) { people } }`,
      { badge: input },
    );
    expect(previewBadge).toEqual({ people: 1 });
    await community.admin.act('createBadge', input, 'badge { id }');
    const earned = await until(
      () => earnedBy('helper'),
      ({ badgeCounts }) => badgeCounts.gold === 1,
    );
    expect(earned.badgeAwards.nodes.map(({ badge }) => badge.key)).toContain('water-bearer');
    const { auditRecords } = await community.admin.get<{ auditRecords: { nodes: { action: string }[] } }>(
      `{ auditRecords(first: 1) { nodes { action } } }`,
    );
    expect(auditRecords.nodes).toEqual([{ action: 'site.badge-created' }]);
  });
});
