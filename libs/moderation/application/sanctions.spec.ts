import type { Actor, Role } from '#libs/kernel';
import { Builders, createTestDatabase, moderationOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { MemberSanctioned, SanctionLifted } from '../domain/events.js';
import { SanctionQueries } from '../persistence/sanction.queries.js';
import type { Sanctions } from './sanctions.js';

describe('a sanction', () => {
  let db: TestDatabase;
  let make: Builders;
  let sanctions: Sanctions;
  let told: object[] = [];
  let moderator: Actor;
  let member: Actor;

  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    const desk = moderationOn(db.database);
    ({ sanctions } = desk);
    desk.events.on(MemberSanctioned, (event) => void told.push(event));
    desk.events.on(SanctionLifted, (event) => void told.push(event));
    moderator = await make.member({ role: 'MODERATOR' });
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    told = [];
    member = await make.member({ reputation: 300 });
  });

  const ledger = () =>
    db.database.query(
      `select reason, delta, reversal_cause as why from reputation_entry where account_id = $1 order by id`,
      [member.accountId],
    );
  const impose = (by: Actor, who = member, points = 100) =>
    sanctions.impose(by, who.accountId, { points, reason: 'Insulted people after a warning.' });

  it('takes points for a reason that is told and recorded, and gives them back when it is lifted', async () => {
    const id = await impose(moderator);
    expect(await ledger()).toEqual([{ reason: 'SANCTIONED', delta: -100, why: null }]);
    await sanctions.lift(moderator, id, 'They have apologised.');
    expect(await ledger()).toMatchObject([{}, { reason: 'REVERSAL', delta: 100, why: 'SANCTION_LIFTED' }]);
    expect(told).toEqual([
      new MemberSanctioned(id, member.accountId, 100, 'Insulted people after a warning.'),
      new SanctionLifted(id, member.accountId, 100),
    ]);
    expect(
      await db.database.query(`select action from audit_record where subject_id = $1 order by id`, [
        member.accountId,
      ]),
    ).toEqual([{ action: 'account.sanctioned' }, { action: 'account.sanction-lifted' }]);
  });

  it('stands in a list by pages, the newest first, however many there are of one person', async () => {
    await impose(moderator, await make.member({ reputation: 300 }));
    const imposed = [await impose(moderator), await impose(moderator), await impose(moderator)];
    const queries = new SanctionQueries(db.database);
    const newest = await queries.ofAccount(member.accountId, { first: 2 });
    const after = queries.cursor(newest.rows.at(-1)!);
    const older = await queries.ofAccount(member.accountId, { first: 2, after });
    expect([newest, older].map(({ rows }) => rows.map(({ sanctionId }) => sanctionId))).toEqual([
      [imposed[2], imposed[1]],
      [imposed[0]],
    ]);
    expect([newest.hasNextPage, older.hasNextPage]).toEqual([true, false]);
  });

  it.each<[Role, Role, boolean]>([
    ['SUPERUSER', 'MEMBER', false],
    ['MODERATOR', 'SUPERUSER', true],
    ['MODERATOR', 'MODERATOR', false],
    ['MODERATOR', 'STAFF', false],
    ['STAFF', 'MODERATOR', true],
    ['ADMIN', 'ADMIN', false],
    ['ADMIN', 'STAFF', true],
  ])('by a %s on a %s is possible: %s', async (by, on, isPossible) => {
    const attempt = impose(await make.member({ role: by }), await make.member({ role: on }));
    if (isPossible) await attempt;
    else {
      const requires = by === 'SUPERUSER' ? 'MODERATOR' : 'HIGHER_ROLE';
      await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN', requires });
    }
  });

  it('is never for oneself, says the database too', async () => {
    await expect(impose(moderator, moderator)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      db.database.query(
        `insert into sanction (account_id, points, reason, sanctioned_by) values ($1, 5, 'x', $1)`,
        [member.accountId],
      ),
    ).rejects.toMatchObject({ constraint: 'sanction_of_another' });
  });

  it.each([0, -5, 1_001, 2.5, NaN])(
    'of %d points is none, and all that is wrong is said at once',
    async (points) => {
      await expect(
        sanctions.impose(moderator, member.accountId, { points, reason: ' ' }),
      ).rejects.toMatchObject({ fields: [{ path: 'points' }, { path: 'reason' }] });
    },
  );

  it('is lifted once, also by two at one moment, and never by whom it is about', async () => {
    const id = await impose(moderator);
    await db.database.query(`update account set role = 'ADMIN' where id = $1`, [member.accountId]);
    await expect(sanctions.lift(member, id, 'Please.')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await db.database.query(`update account set role = 'MEMBER' where id = $1`, [member.accountId]);
    const results = await Promise.allSettled([
      sanctions.lift(moderator, id, 'Over.'),
      sanctions.lift(await make.member({ role: 'STAFF' }), id, 'Over.'),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await ledger()).toHaveLength(2);
  });

  it('is not for people who have left', async () => {
    await db.database.query(`update account set erased_at = now() where id = $1`, [member.accountId]);
    await expect(impose(moderator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
