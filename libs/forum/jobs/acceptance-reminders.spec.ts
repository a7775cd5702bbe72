import type { Actor } from '#libs/kernel';
import { DomainEvents, Jobs, createLogger } from '#libs/platform';
import { Builders, createTestDatabase, forumRules } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { AcceptanceReminderDue } from '../domain/events.js';
import { AcceptanceReminders } from './acceptance-reminders.js';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

describe('reminding askers that they could accept', () => {
  let db: TestDatabase;
  let make: Builders;
  let asker: Actor;
  let reminded: [questionId: number, askerId: number][];

  beforeAll(async () => {
    db = await createTestDatabase({ poolSize: 10 });
    make = new Builders(db.database);
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    reminded = [];
    asker = await make.member();
  });

  /** As another process would, with its own jobs and listeners. */
  const worker = () => {
    const events = new DomainEvents();
    events.on(AcceptanceReminderDue, ({ questionId, askerId }) => {
      reminded.push([questionId, askerId]);
    });
    const jobs = new Jobs(db.database, createLogger('silent'));
    return new AcceptanceReminders(jobs, db.database, events, forumRules());
  };
  const ask = (createdAt = daysAgo(60)) => make.question({ author: asker, createdAt });
  const answered = async (question: number, days: number, score = 0, author?: Actor) => {
    const answer = await make.answer({ question, author, createdAt: daysAgo(days) });
    if (score) await db.database.query(`update post set up_count = $2 where id = $1`, [answer, score]);
    return answer;
  };

  it('an answer that others like, or two answers, a week old', async () => {
    const [liked, twice, disliked, young] = [await ask(), await ask(), await ask(), await ask()];
    await answered(liked, 8, 1);
    await answered(twice, 8);
    await answered(twice, 9);
    await answered(disliked, 8);
    await answered(young, 6, 3);
    await answered(young, 6);
    await worker().remind();
    expect(reminded).toEqual([
      [liked, asker.accountId],
      [twice, asker.accountId],
    ]);
  });

  it('once a question, however often it runs and however many run at once', async () => {
    for (let n = 0; n < 20; n++) await answered(await ask(), 8, 1);
    await Promise.all([worker().remind(), worker().remind(), worker().remind()]);
    await worker().remind();
    expect(reminded).toHaveLength(20);
    expect(new Set(reminded.map(([questionId]) => questionId)).size).toBe(20);
  });

  it('not where one is accepted, the question is deleted, or the asker has left or only answered themselves', async () => {
    const [accepted, deleted, own, erased] = [await ask(), await ask(), await ask(), await ask()];
    for (const question of [accepted, deleted, erased]) await answered(question, 8, 1);
    await answered(own, 8, 1, asker);
    await answered(own, 8, 0, asker);
    await db.database.query(`update post set has_accepted = true where id = $1`, [accepted]);
    await db.database.query(`update post set deleted_at = now() where id = $1`, [deleted]);
    await db.database.query(`update post set author_id = $2 where id = $1`, [
      erased,
      (await make.member()).accountId,
    ]);
    await db.database.query(
      `update account set erased_at = now() where id = (select author_id from post where id = $1)`,
      [erased],
    );
    await worker().remind();
    expect(reminded).toEqual([]);
  });

  it('not of what became old enough months ago, as after an import', async () => {
    const long = await ask(daysAgo(400));
    await answered(long, 300, 5);
    await worker().remind();
    expect(reminded).toEqual([]);
    await answered(long, 8);
    await worker().remind();
    expect(reminded).toEqual([[long, asker.accountId]]);
  });

  it('a listener that fails leaves the question to be reminded of', async () => {
    const question = await ask();
    await answered(question, 8, 1);
    const events = new DomainEvents();
    events.on(AcceptanceReminderDue, () => {
      throw new Error('no paper');
    });
    const jobs = new Jobs(db.database, createLogger('silent'));
    const failing = new AcceptanceReminders(jobs, db.database, events, forumRules());
    await expect(failing.remind()).rejects.toThrow('no paper');
    await worker().remind();
    expect(reminded).toEqual([[question, asker.accountId]]);
  });
});
