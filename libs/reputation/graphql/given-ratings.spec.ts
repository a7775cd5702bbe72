import { AccountLoader, AccountQueries } from '#libs/accounts';
import { PostLoader, PostQueries } from '#libs/forum';
import { GUEST } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { NodeSources } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { RatingQueries } from '../persistence/rating.queries.js';
import { RatingRoom } from '../testing/rating-room.js';
import {
  GivenRatingFieldsResolver,
  GivenRatingNodes,
  RatingReviewResolver,
} from './given-rating.resolvers.js';

describe('those who review ratings', () => {
  let room: RatingRoom;
  let desk: RatingReviewResolver;
  let deskFields: GivenRatingFieldsResolver;
  let nodes: NodeSources;
  let asker: Actor;
  let helper: Actor;
  let moderator: Actor;
  let answer: number;

  beforeAll(async () => {
    room = await RatingRoom.open();
    const { database } = room.db;
    const queries = new RatingQueries(database);
    desk = new RatingReviewResolver(room.desk.review, queries);
    deskFields = new GivenRatingFieldsResolver(
      new AccountLoader(new AccountQueries(database)),
      new PostLoader(new PostQueries(database)),
      room.desk.review,
    );
    nodes = new NodeSources();
    new GivenRatingNodes(nodes, queries);
  });
  afterAll(() => room.close());
  beforeEach(async () => {
    [asker, helper] = [await room.make.member(), await room.make.member()];
    moderator = await room.make.member({ role: 'MODERATOR' });
    const question = await room.make.question({ author: asker });
    answer = await room.make.answer({ question, author: helper });
  });

  const seenBy = (viewer: Viewer): RequestContext => ({
    viewer,
    requestId: 'r',
    address: '127.0.0.1',
    sessionToken: null,
    guestKey: Buffer.alloc(0),
    refusesRecording: false,
    setSession: () => undefined,
    loaders: new Map(),
  });
  const listFor = (viewer: Viewer, args: Parameters<RatingReviewResolver['givenRatings']>[1] = {}) =>
    desk.givenRatings(seenBy(viewer), { first: 100, ...args });

  it('see who rated whom for what, the newest or the lowest first', async () => {
    const mine = [
      await room.rated(helper, { stars: 1, comment: 'Bad.' }, { by: asker }),
      await room.rated(helper, { stars: 5 }, { by: asker }),
      await room.rated(helper, { stars: 3 }, { by: asker }),
    ];
    const raterId = `u_${asker.accountId}`;
    const context = seenBy(moderator);
    const newest = await desk.givenRatings(context, { first: 10, raterId });
    expect(newest.nodes.map(({ stars }) => stars)).toEqual([3, 5, 1]);
    const lowest = await desk.givenRatings(context, { first: 10, raterId, orderBy: 'LOWEST' });
    expect(lowest.nodes.map(({ stars }) => stars)).toEqual([1, 3, 5]);
    const remarks = await desk.givenRatings(context, { first: 10, raterId, onlyRemarks: true });
    expect(remarks.nodes.map(({ id }) => id)).toEqual([`h_${mine[0]}`]);
    const shown = remarks.nodes[0]!;
    expect(await deskFields.rater(shown, context)).toMatchObject({ accountId: asker.accountId });
    expect(await deskFields.answer(shown, context)).toMatchObject({ id: `a_${mine[0]}` });
    expect(deskFields.viewerCanDecide(shown, context)).toBe(true);
  });

  it.each(['NEWEST', 'LOWEST'] as const)('page through them without a gap: %s', async (orderBy) => {
    for (const stars of [2, 2, 5, 1, 2, 4, 2]) await room.rated(helper, { stars }, { by: asker });
    const raterId = `u_${asker.accountId}`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listFor>> = await listFor(moderator, {
        first: 3,
        after,
        raterId,
        orderBy,
      });
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('find those that are void, with who decided and why', async () => {
    const bad = await room.rated(helper, { stars: 1 }, { by: asker });
    await room.desk.review.void(moderator, bad, 'Revenge.');
    const { nodes: found } = await listFor(moderator, { onlyVoid: true, raterId: `u_${asker.accountId}` });
    expect(found.map((one) => deskFields.voided(one))).toEqual([
      { byId: moderator.accountId, at: expect.any(Date), reason: 'Revenge.' },
    ]);
  });

  it('are moderators and above; to everybody else a rating is not there', async () => {
    await room.desk.ratings.rate(asker, answer, { stars: 1 });
    for (const viewer of [asker, helper, await room.make.member({ role: 'SUPERUSER' })]) {
      await expect(listFor(viewer)).rejects.toMatchObject({ requires: 'MODERATOR' });
      expect(await nodes.find(`h_${answer}`, seenBy(viewer))).toBeNull();
    }
    expect(await nodes.find(`h_${answer}`, seenBy(GUEST))).toBeNull();
  });

  it('do not find ratings of themselves, by no filter and by no id', async () => {
    const own = await room.rated(moderator, { stars: 1, comment: 'Too strict.' }, { by: asker });
    const raterId = `u_${asker.accountId}`;
    for (const args of [{}, { orderBy: 'LOWEST' as const }, { onlyRemarks: true }, { raterId }]) {
      const ids = (await listFor(moderator, args)).nodes.map(({ id }) => id);
      expect(ids).not.toContain(`h_${own}`);
    }
    expect(await nodes.find(`h_${own}`, seenBy(moderator))).toBeNull();
    const colleague = await room.make.member({ role: 'STAFF' });
    expect(await nodes.find(`h_${own}`, seenBy(colleague))).toMatchObject({ stars: 1 });
  });
});
