import { Builders } from '#libs/testing';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

describe('standing over the API', () => {
  let server: TestServer;
  let community: Community;
  let question: Posted;
  let helper: Person;

  beforeAll(async () => {
    server = await startServer({ RATE_LIMITS: 'on' });
    await new Builders(server.db.database).rules((rules) => ({
      ...rules,
      privileges: { ...rules.privileges, CREATE_TAG: 100 },
      votes: { upPerDay: 20, downPerDay: 10, upPerAuthor: 20, downPerAuthor: 3 },
    }));
    community = await Community.found(server.url);
    question = await community.admin.ask();
    helper = await community.join('helper');
  });
  afterAll(() => server?.stop());

  it('a refusal names the privilege, what it needs, what one has and what is missing', async () => {
    expect(await helper.refusal('castVote', { postId: question.id, value: 'DOWN' })).toMatchObject({
      code: 'FORBIDDEN',
      requires: 'VOTE_DOWN',
      reputationNeeded: 125,
      reputation: 0,
      missing: 125,
    });
    expect(await helper.refusal('setOfficialAnswer', { questionId: question.id })).toEqual(
      expect.not.objectContaining({ reputationNeeded: expect.anything() as unknown }),
    );
  });

  it('a new tag is refused by a code, with what could be given instead', async () => {
    const asked = { title: 'Why does the boiler hum?', body: 'It hums all night long.', tags: ['boilers'] };
    expect(await helper.refusal('askQuestion', asked)).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'tags', code: 'TAG_UNKNOWN', value: 'boilers', suggestions: ['boiler'] }],
    });
  });

  it('thirty votes at once at a limit of twenty are twenty, and the others are told when it goes on', async () => {
    const askers = await community.joinMany(2, 'asker');
    const posts: Posted[] = [];
    for (let n = 0; n < 30; n++) posts.push(await askers[n % 2]!.ask({ tags: ['boiler'] }));
    const answers = await Promise.all(
      posts.map(({ id }) => helper.refusal('castVote', { postId: id, value: 'UP' })),
    );
    const refused = answers.filter(({ code }) => code !== 'OK');
    expect(refused).toHaveLength(10);
    for (const refusal of refused) {
      expect(refusal).toMatchObject({ code: 'RATE_LIMITED', reason: 'VOTE_LIMIT', scope: 'DAY', limit: 20 });
      expect(refusal['opensAt']).toMatch(/T00:00:00\.000Z$/);
      expect(refusal['retryAfter']).toBeGreaterThan(0);
    }
    const { viewer } = await helper.get<{ viewer: object }>(
      '{ viewer { voteAllowance { upLeft downLeft } } }',
    );
    expect(viewer).toEqual({ voteAllowance: { upLeft: 0, downLeft: 10 } });
  });

  it('how well one works and what one has left is for oneself; what one may do is public', async () => {
    const { user } = await community.guest.get<{ user: { privileges: { name: string }[] } }>(
      `{ user(username: "helper") { abilities { name } voteAllowance { upLeft } reputationSources { reason points }
         privileges { name held missing atRiskUntil openedBy } } }`,
    );
    expect(user).toMatchObject({ abilities: null, voteAllowance: null, reputationSources: [] });
    expect(user.privileges.filter(({ name }) => ['VOTE_UP', 'VOTE_DOWN'].includes(name))).toEqual([
      { name: 'VOTE_UP', held: true, missing: null, atRiskUntil: null, openedBy: 'REPUTATION' },
      { name: 'VOTE_DOWN', held: false, missing: 125, atRiskUntil: null, openedBy: null },
    ]);
    const { viewer } = await helper.get<{ viewer: object }>('{ viewer { abilities { name opens bar } } }');
    expect(viewer).toEqual({
      abilities: [
        { name: 'POSTS', opens: 'VOTE_DOWN', bar: 0.8 },
        { name: 'EDITS', opens: 'EDIT_OTHERS_POSTS', bar: 0.8 },
        { name: 'FLAGS', opens: 'PRIORITY_FLAGS', bar: 0.8 },
      ],
    });
  });

  it('privileges are told, taken and judged by quality without anybody asking', async () => {
    const jobs = await server.db.database.query<{ name: string }>(
      `select name from pgboss.schedule where name like 'reputation.%' order by name`,
    );
    expect(jobs.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'reputation.abilities',
        'reputation.announce-privileges',
        'reputation.take-privileges',
      ]),
    );
  });
});
