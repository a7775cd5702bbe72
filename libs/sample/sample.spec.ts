import { AccountQueries } from '#libs/accounts';
import { Composing, PostStore, TagStore } from '#libs/forum';
import { Integrity, LedgerRepair, areAllKept, formatResults } from '#libs/integrity';
import { DomainEvents, Jobs, createLogger } from '#libs/platform';
import { Ledger, StandingAwards } from '#libs/reputation';
import { assembleSearch } from '#libs/search';
import { SiteFounded } from '#libs/site';
import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { Sample } from './sample.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await new Builders(test.database).member({ username: 'petra-k' });
});

afterAll(() => test.drop());

describe('the sample community', () => {
  it('is loaded once, however often and by how many it is asked for', async () => {
    const reports = await Promise.all([process().sample.load(), process().sample.load()]);
    expect(reports.filter((report) => report !== null)).toEqual([
      { people: 26, questions: 40, answers: expect.any(Number), articles: 7 },
    ]);
    expect(await process().sample.load()).toBeNull();
    expect(await count('post', `kind = 'question'`)).toBe(40);
  });

  it('is lively: answered, accepted, official, rated, argued about, and in two languages', async () => {
    expect(await count('post', `kind = 'answer'`)).toBeGreaterThan(50);
    expect(await count('post', 'accepted_at is not null')).toBeGreaterThan(20);
    expect(await count('post', 'official_at is not null')).toBeGreaterThan(5);
    expect(await count('post', `kind = 'question' and not is_answered`)).toBeGreaterThan(1);
    expect(await count('post', 'deleted_at is not null')).toBe(1);
    expect(await count('post', 'revision > 1')).toBe(1);
    expect(await count('post', `locale = 'de' and kind = 'question'`)).toBe(4);
    expect(await count('comment')).toBeGreaterThan(20);
    expect(await count('vote')).toBeGreaterThan(500);
    expect(await count('vote', 'value = -1')).toBeGreaterThan(0);
    expect(await count('helper_rating')).toBeGreaterThan(20);
    expect(await count('article', `status = 'PUBLISHED'`)).toBe(7);
    expect(await count('article', 'translation_of is not null')).toBe(1);
    expect(await count('article', `status = 'DRAFT'`)).toBe(1);
    expect(await count('promotion_candidate')).toBeGreaterThan(10);
    expect(await count('question_link', `kind = 'duplicate'`)).toBe(1);
    expect(await count('account', `role = 'SUPERUSER'`)).toBe(2);
    expect(await count('product')).toBe(2);
    expect(await count('category')).toBe(4);
    expect(await count('article_category')).toBe(7);
    expect(await count('post_applicability')).toBeGreaterThan(8);
    expect(await count('product_version', 'announced_at is null')).toBe(0);
  });

  it('shows what can be said of answers: that one solved it too, is replaced, or was accepted for the asker', async () => {
    expect(await count('post', 'also_solved_at is not null')).toBe(1);
    expect(await count('reputation_entry', `reason = 'ANSWER_ALSO_SOLVED'`)).toBe(1);
    const [replaced] = await test.database.query(
      `select older.accepted_at is not null as "wasAccepted", newer.created_at < older.superseded_at as "isInOrder"
         from post older join post newer on newer.id = older.superseded_by`,
    );
    expect(replaced).toEqual({ wasAccepted: true, isInOrder: true });
    const [onBehalf] = await test.database.query(
      `select m.username, a.accepted_at > a.created_at + interval '14 days' as "hasWaited"
         from post a join account m on m.id = a.accepted_by where a.accepted_on_behalf`,
    );
    expect(onBehalf).toEqual({ username: 'liv-hansen', hasWaited: true });
  });

  it('lies in the past, nobody did anything before joining, and it reaches to these days', async () => {
    const broken = await test.database.query(
      `select p.id from post p join account a on a.id = p.author_id where p.created_at < a.created_at
       union all select c.id from comment c join account a on a.id = c.author_id where c.created_at < a.created_at
       union all select v.id from vote v join account a on a.id = v.voter_id where v.created_at < a.created_at
       union all select c.id from comment c join post p on p.id = c.post_id where c.created_at < p.created_at
       union all select id from post where greatest(created_at, edited_at, accepted_at, also_solved_at, superseded_at,
                                           last_activity_at) > now()
       union all select id from reputation_entry where created_at > now() or earned_on > now()::date`,
    );
    expect(broken).toEqual([]);
    const [span] = await test.database.query<{ first: number; last: number }>(
      `select extract(day from now() - min(created_at))::int as first,
              extract(day from now() - max(created_at))::int as last from post`,
    );
    expect(span?.first).toBeGreaterThan(150);
    expect(span?.last).toBeLessThan(2);
  });

  it('has people whom nobody can be: no password, no address to send one to', async () => {
    expect(await count('account', `password_hash is not null`)).toBe(0);
    expect(await count('account', `email is not null and username <> 'petra-k'`)).toBe(0);
  });

  it('leaves the name of somebody who was here before to them', async () => {
    const names = await test.database.query(
      `select username from account where username like 'petra%' order by id`,
    );
    expect(names).toEqual([{ username: 'petra-k' }, { username: 'petra-k-2' }]);
  });

  it('keeps every promise that the data of a real community keeps', async () => {
    const results = [];
    for await (const result of process().integrity.check()) results.push(result);
    expect(areAllKept(results) ? '' : formatResults(results)).toBe('');
  });

  it('comes to a new site when its founder asks for it', async () => {
    const other = await createTestDatabase();
    try {
      const { events, jobs } = process(other);
      await jobs.startWorkers();
      await other.database.transaction(() => events.publish(new SiteFounded(1, true)));
      const deadline = Date.now() + 20_000;
      while ((await count('post', 'true', other)) === 0 && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      expect(await count('post', `kind = 'question'`, other)).toBe(40);
      await jobs.stop();
    } finally {
      await other.drop();
    }
  });
});

/** One process of the site. */
function process({ database }: TestDatabase = test) {
  const logger = createLogger('silent');
  const events = new DomainEvents();
  const jobs = new Jobs(database, logger);
  const ledger = new Ledger(database);
  const composing = new Composing(new AccountQueries(database));
  const { indexing } = assembleSearch({ database, logger, meili: null });
  const repair = new LedgerRepair(database, ledger, new StandingAwards(database));
  return {
    events,
    jobs,
    sample: new Sample(
      database,
      composing,
      new PostStore(database),
      new TagStore(database),
      ledger,
      events,
      jobs,
    ),
    integrity: new Integrity(database, repair, indexing, jobs),
  };
}

async function count(table: string, condition = 'true', { database }: TestDatabase = test): Promise<number> {
  const row = await database.one<{ count: number }>(
    `select count(*) as count from ${table} where ${condition}`,
  );
  return row?.count ?? 0;
}
