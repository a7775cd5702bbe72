import { AccountLoader, AccountQueries } from '#libs/accounts';
import { PostLoader, PostQueries, TagByNameLoader, TagQueries } from '#libs/forum';
import type { Answer, PostPermissions } from '#libs/forum';
import { GUEST } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { countingStatements } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { RuleSets } from '../application/rule-sets.js';
import { RatingQueries } from '../persistence/rating.queries.js';
import { RuleSetStore } from '../persistence/rule-set.store.js';
import { RatingRoom } from '../testing/rating-room.js';
import { OwnRatingLoader, RatingSummaryLoader } from './rating.loaders.js';
import {
  AnswerRatingResolver,
  HelperRatingFieldsResolver,
  PersonRatingResolver,
  RatingPermissionResolver,
} from './rating.resolvers.js';

describe('what people see of ratings', () => {
  let room: RatingRoom;
  let accounts: AccountLoader;
  let posts: PostLoader;
  let answers: AnswerRatingResolver;
  let people: PersonRatingResolver;
  let rating: HelperRatingFieldsResolver;
  let asker: Actor;
  let helper: Actor;
  let moderator: Actor;
  let question: number;
  let answer: number;

  beforeAll(async () => {
    room = await RatingRoom.open();
    const { database } = room.db;
    const queries = new RatingQueries(database);
    const ruleSets = new RuleSets(database, new RuleSetStore(database));
    const summaries = new RatingSummaryLoader(queries, ruleSets);
    accounts = new AccountLoader(new AccountQueries(database));
    posts = new PostLoader(new PostQueries(database));
    answers = new AnswerRatingResolver(new OwnRatingLoader(queries));
    people = new PersonRatingResolver(ruleSets, queries, summaries);
    rating = new HelperRatingFieldsResolver(
      ruleSets,
      summaries,
      new TagByNameLoader(new TagQueries(database)),
    );
  });
  afterAll(() => room.close());
  beforeEach(async () => {
    [asker, helper] = [await room.make.member(), await room.make.member()];
    moderator = await room.make.member({ role: 'MODERATOR' });
    question = await room.make.question({ author: asker });
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
  const answerFor = async (context: RequestContext): Promise<Answer> =>
    (await posts.answer(context, answer))!;
  const isAsked = async (viewer: Viewer): Promise<boolean> => {
    const context = seenBy(viewer);
    return answers.viewerIsAskedToRate(await answerFor(context), {}, context);
  };
  const ratingOf = async (person: Actor) => {
    const context = seenBy(GUEST);
    const shown = await people.helperRating((await accounts.load(context, person.accountId))!);
    return { shown, context };
  };
  const remarksFor = async (viewer: Viewer) => {
    const context = seenBy(viewer);
    return people.ratingRemarks((await accounts.load(context, helper.accountId))!, context, { first: 20 });
  };

  describe('the asker', () => {
    it('sees what they gave, and nobody else does', async () => {
      await room.desk.ratings.rate(asker, answer, { stars: 4, clear: true, comment: 'Patient.' });
      const given = async (viewer: Viewer) => {
        const context = seenBy(viewer);
        return answers.viewerRating(await answerFor(context), {}, context);
      };
      expect(await given(asker)).toMatchObject({
        ...{ stars: 4, solved: null, clear: true, courteous: null, comment: 'Patient.', isVoid: false },
      });
      expect(await given(helper)).toBeNull();
      expect(await given(await room.make.member({ role: 'ADMIN' }))).toBeNull();
      expect(await given(GUEST)).toBeNull();
    });

    it('is told that moderators made it void', async () => {
      await room.desk.ratings.rate(asker, answer, { stars: 1 });
      await room.desk.review.void(moderator, answer, 'Abusive.');
      const context = seenBy(asker);
      expect(await answers.viewerRating(await answerFor(context), {}, context)).toMatchObject({
        isVoid: true,
      });
      expect(await isAsked(asker)).toBe(false);
    });

    it('is offered rating whatever others answered', async () => {
      const offered = async (viewer: Viewer) => {
        const context = seenBy(viewer);
        const { row } = await answerFor(context);
        return new RatingPermissionResolver().rateHelper({ row } as PostPermissions, {}, context);
      };
      expect(await offered(asker)).toBe(true);
      expect(await offered(helper)).toBe(false);
      expect(await offered(GUEST)).toBe(false);
    });

    it('is asked once they have accepted, until they rate', async () => {
      expect(await isAsked(asker)).toBe(false);
      await room.forum.marks.accept(asker, answer);
      expect(await isAsked(asker)).toBe(true);
      expect(await isAsked(helper)).toBe(false);
      expect(await isAsked(GUEST)).toBe(false);
      await room.desk.ratings.rate(asker, answer, { stars: 5 });
      expect(await isAsked(asker)).toBe(false);
    });

    it('is asked for an answer that solved it too', async () => {
      await room.forum.marks.markAlsoSolved(asker, answer);
      expect(await isAsked(asker)).toBe(true);
    });

    it('who would rather not is not asked again, even after accepting anew, and can still rate', async () => {
      await room.forum.marks.accept(asker, answer);
      await room.desk.ratings.dismiss(asker, answer);
      await room.desk.ratings.dismiss(asker, answer);
      expect(await isAsked(asker)).toBe(false);
      await room.forum.marks.unaccept(asker, answer);
      await room.forum.marks.accept(asker, answer);
      expect(await isAsked(asker)).toBe(false);
      await room.desk.ratings.rate(asker, answer, { stars: 5 });
      expect(await room.standing(helper)).toEqual({ sum: 5, count: 1 });
    });

    it('alone says that they would rather not', async () => {
      await expect(room.desk.ratings.dismiss(helper, answer)).rejects.toMatchObject({ requires: 'ASKER' });
    });

    it('is not asked about their own answer, nor about one whose author has left', async () => {
      await room.forum.marks.accept(asker, answer);
      await room.db.database.query(`update post set author_id = null where id = $1`, [answer]);
      expect(await isAsked(asker)).toBe(false);
      answer = await room.make.answer({ question, author: asker });
      await room.forum.marks.accept(asker, answer);
      expect(await isAsked(asker)).toBe(false);
    });

    it('costs one statement, however many answers are on the page', async () => {
      const context = seenBy(asker);
      const others = await Promise.all([1, 2, 3].map(() => room.make.answer({ question })));
      await room.forum.marks.accept(asker, answer);
      const shown = await Promise.all([answer, ...others].map((id) => posts.answer(context, id)));
      const { statements } = await countingStatements(() =>
        Promise.all(
          shown.flatMap((one) => [
            answers.viewerRating(one!, {}, context),
            answers.viewerIsAskedToRate(one!, {}, context),
          ]),
        ),
      );
      expect(statements).toBe(1);
    });
  });

  describe('everybody', () => {
    it('sees no average while there are few ratings; the plain one is there for who knows what it is', async () => {
      expect((await ratingOf(helper)).shown).toMatchObject({
        ...{ average: null, count: 0, bayesian: null, isSettled: false, leastCount: 5 },
        prior: { mean: 3.5, weight: 5 },
      });
      await room.ratedBy(4, helper, { stars: 5 });
      expect((await ratingOf(helper)).shown).toMatchObject({ average: 5, count: 4, bayesian: null });
    });

    it('sees from five on an average that begins with the prior', async () => {
      await room.ratedBy(5, helper, { stars: 5 });
      const { shown } = await ratingOf(helper);
      expect(shown).toMatchObject({ average: 5, count: 5, isSettled: true });
      expect(shown.bayesian).toBeCloseTo((3.5 * 5 + 25) / 10, 10);
    });

    it('sees a day later what was said besides the stars, once five have said it, and the topics', async () => {
      await room.ratedBy(4, helper, { stars: 5, solved: true, clear: true }, ['valve']);
      await room.ratedBy(1, helper, { stars: 3, solved: false }, ['valve']);
      const before = await ratingOf(helper);
      expect(await rating.marks(before.shown, before.context)).toEqual([]);
      expect(await rating.byTopic(before.shown, before.context)).toEqual([]);

      await room.nextDay();
      const { shown, context } = await ratingOf(helper);
      expect(await rating.marks(shown, context)).toEqual([{ mark: 'SOLVED', share: 0.8, count: 5 }]);
      expect(await rating.byTopic(shown, context)).toEqual([
        { tag: expect.objectContaining({ name: 'valve' }), count: 5, bayesian: (3.5 * 5 + 23) / 10 },
      ]);
    });
  });

  describe('the helper', () => {
    it('reads remarks once there are five ratings, with the month and nothing else', async () => {
      await room.ratedBy(4, helper, { stars: 5, comment: 'Thanks.' });
      await room.nextDay();
      expect((await remarksFor(helper))?.nodes).toEqual([]);
      await room.ratedBy(3, helper, { stars: 5 });
      await room.nextDay();
      const month = new Date().toISOString().slice(0, 7);
      const nodes = (await remarksFor(helper))?.nodes;
      expect(nodes).toHaveLength(4);
      expect(nodes?.[0]).toEqual({ text: 'Thanks.', month });
    });

    it('alone reads them', async () => {
      await room.ratedBy(5, helper, { stars: 5, comment: 'Thanks.' });
      await room.nextDay();
      for (const viewer of [asker, moderator, await room.make.member({ role: 'ADMIN' }), GUEST]) {
        expect(await remarksFor(viewer)).toBeNull();
      }
    });

    it('reads a void one no longer, from the moment of the decision', async () => {
      const [first] = await room.ratedBy(6, helper, { stars: 1, comment: 'Insult.' });
      await room.nextDay();
      await room.desk.review.void(moderator, first!, 'An insult.');
      expect((await remarksFor(helper))?.nodes).toHaveLength(5);
    });

    it('finds no trace in cursors: they hold nothing of the answer, the rater or the time', async () => {
      await room.ratedBy(5, helper, { stars: 5, comment: 'Thanks.' });
      await room.nextDay();
      for (const { cursor } of (await remarksFor(helper))!.edges) {
        const keys = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
        expect(keys).toEqual([
          'remarks',
          expect.stringMatching(/^\d{4}-\d\d$/),
          expect.stringMatching(/^[0-9a-f]{24}$/),
        ]);
      }
    });
  });
});
