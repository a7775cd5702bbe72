import { Accounts } from '#libs/accounts';
import type { Actor, Viewer } from '#libs/kernel';
import { Builders, bountiesOn, createTestDatabase, forumOn, moderationOn, ratingsOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';

const BODY = 'Hold the button for five seconds, then turn the wheel.';

/**
 * Somebody writes, and their account is erased the moment after they were let through: in time, so that they are refused,
 * or too late, because what they do has the account. Never may something stay that was written by nobody.
 */
describe('whoever has their account erased while they write', () => {
  let db: TestDatabase;
  let make: Builders;
  let forum: ReturnType<typeof forumOn>;
  let bounties: ReturnType<typeof bountiesOn>['bounties'];
  let flags: ReturnType<typeof moderationOn>['flags'];
  let ratings: ReturnType<typeof ratingsOn>['ratings'];
  let person: Actor;
  let question: number;
  let answer: number;

  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    forum = forumOn(db.database);
    ({ bounties } = bountiesOn(db.database, forum.events));
    ({ flags } = moderationOn(db.database));
    ({ ratings } = ratingsOn(db.database));
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    person = await make.member({ reputation: 1_000 });
    question = await make.question();
    answer = await make.answer({ question });
  });

  const current = Accounts.prototype.current;
  afterEach(() => {
    Accounts.prototype.current = current;
  });

  /** Gives whether they left in time. Another connection does it, as another request would. */
  const leave = async ({ accountId }: Actor): Promise<boolean> =>
    db.database.dataSource.transaction(async ({ connection, queryRunner }) => {
      const run = (sql: string) => (queryRunner ?? connection).query(sql, [accountId]);
      try {
        await run(`select from account where id = $1 for update nowait`);
      } catch {
        return false;
      }
      await run(`update account set erased_at = now() where id = $1`);
      return true;
    });

  /** Each time that they are looked up, until they are gone. */
  const leavesMeanwhile = () => {
    let isGone = false;
    Accounts.prototype.current = async function (this: Accounts, viewer: Viewer) {
      const actor = await current.call(this, viewer);
      isGone ||= await leave(actor);
      return actor;
    };
    return () => isGone;
  };

  const ownAnswer = () => make.answer({ question, author: person });
  const ownQuestion = () => make.question({ author: person });
  const answerToOwn = async () => make.answer({ question: await ownQuestion() });

  /** What is there to write on, and how it is written on. */
  const WRITES: [what: string, prepare: () => Promise<number>, write: (on: number) => Promise<unknown>][] = [
    [
      'asks',
      () => Promise.resolve(0),
      () => forum.questions.ask(person, { title: 'How do I set the clock?', body: BODY, tags: ['clock'] }),
    ],
    [
      'asks, with a key for sending it again',
      () => Promise.resolve(0),
      () =>
        forum.questions.ask(person, {
          ...{ title: 'How do I set the clock?', body: BODY, tags: ['clock'] },
          clientMutationId: `asked-by-${person.accountId}`,
        }),
    ],
    ['answers', () => Promise.resolve(question), (on) => forum.answers.post(person, on, { body: BODY })],
    ['comments', () => Promise.resolve(answer), (on) => forum.comments.add(person, on, { body: BODY })],
    ['edits a question', ownQuestion, (on) => forum.questions.edit(person, on, { body: `${BODY} Twice.` })],
    ['edits an answer', ownAnswer, (on) => forum.answers.edit(person, on, { body: `${BODY} Twice.` })],
    [
      'edits a comment',
      async () => forum.comments.add(person, answer, { body: BODY }),
      (on) => forum.comments.edit(person, on, `${BODY} Twice.`),
    ],
    [
      'takes a comment back',
      async () => forum.comments.add(person, answer, { body: BODY }),
      (on) => forum.comments.remove(person, on),
    ],
    ['deletes', ownAnswer, (on) => forum.deletion.remove(person, on)],
    ['votes', () => Promise.resolve(answer), (on) => forum.votes.cast(person, on, 'UP')],
    ['accepts', answerToOwn, (on) => forum.marks.accept(person, on)],
    ['marks what solved it too', answerToOwn, (on) => forum.marks.markAlsoSolved(person, on)],
    ['has the same question', () => Promise.resolve(question), (on) => forum.affected.mark(person, on, true)],
    ['rates', answerToOwn, (on) => ratings.rate(person, on, { stars: 4 })],
    ['would rather not rate', answerToOwn, (on) => ratings.dismiss(person, on)],
    ['reports', () => Promise.resolve(answer), (on) => flags.flag(person, on, { reason: 'SPAM' })],
    ['offers a bounty', () => Promise.resolve(question), (on) => bounties.offer(person, on, { amount: 50 })],
  ];

  it.each(WRITES)('and %s is refused, or was faster', async (_, prepare, write) => {
    const on = await prepare();
    const hasLeft = leavesMeanwhile();
    const before = await traces();
    const attempt = await Promise.allSettled([write(on)]);
    if (hasLeft()) {
      expect(attempt).toMatchObject([{ status: 'rejected', reason: { code: 'NOT_FOUND' } }]);
      expect(await traces()).toEqual(before);
    } else {
      expect(attempt).toMatchObject([{ status: 'fulfilled' }]);
    }
  });

  /** How much there is of them, wherever what people write is kept. */
  const traces = () =>
    db.database.one(
      `select (select count(*) from post where author_id = $1) as posts,
              (select count(*) from post_revision where author_id = $1) as revisions,
              (select count(*) from comment where author_id = $1) as comments,
              (select count(*) from vote where voter_id = $1) as votes,
              (select count(*) from post where $1 in (accepted_by, also_solved_by, deleted_by)) as marks,
              (select count(*) from helper_rating where rater_id = $1) as ratings,
              (select count(*) from flag where flagger_id = $1) as reports,
              (select count(*) from bounty where offered_by = $1) as bounties,
              (select count(*) from reputation_entry where account_id = $1) as entries,
              (select count(*) from idempotency_key where account_id = $1) as keys`,
      [person.accountId],
    );
});
