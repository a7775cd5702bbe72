import { Accounts } from '#libs/accounts';
import type { Actor, Viewer } from '#libs/kernel';
import { ProgrammeOffice } from '../testing/programme-office.js';

const REASON = 'They explain patiently and come back to see whether it helped.';

describe('nominating a superuser', () => {
  let office: ProgrammeOffice;
  let member: Actor;
  let helper: Actor;

  beforeAll(async () => {
    office = await ProgrammeOffice.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    member = await office.make.member({ reputation: 200 });
    helper = await office.make.member();
  });

  const nominate = (more: { by?: Actor; reason?: string; clientMutationId?: string } = {}) => {
    const { by = member, reason = REASON, clientMutationId } = more;
    return office.nominations.nominate(by, helper.accountId, { reason, clientMutationId });
  };
  const nominations = async () =>
    (await office.queries.nominations(helper.accountId, { first: 10 })).rows.map(
      ({ nominator }) => nominator?.accountId,
    );

  it('takes a reason, is for staff to read, on record, and says nothing to the person', async () => {
    await nominate();
    const { rows } = await office.queries.nominations(null, { first: 1 });
    expect(rows).toMatchObject([
      {
        nominee: { accountId: helper.accountId },
        nominator: { accountId: member.accountId },
        reason: REASON,
      },
    ]);
    expect(office.kindsToldTo(helper)).toEqual([]);
    expect(await office.recordOf(helper)).toEqual(['nominated by another']);
    for (const reason of ['', 'Because.', 'x'.repeat(1_001)]) {
      await expect(nominate({ reason })).rejects.toMatchObject({ fields: [{ path: 'reason' }] });
    }
  });

  it('comes from nobody whose account was erased while they wrote', async () => {
    const current = Accounts.prototype.current;
    Accounts.prototype.current = async function (this: Accounts, viewer: Viewer) {
      const actor = await current.call(this, viewer);
      await office.database.query(`update account set erased_at = now() where id = $1`, [actor.accountId]);
      return actor;
    };
    try {
      await expect(nominate()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    } finally {
      Accounts.prototype.current = current;
    }
    expect(await nominations()).toEqual([]);
  });

  it('is done once a year by one person, and again the year after', async () => {
    await nominate();
    await expect(nominate()).rejects.toMatchObject({ code: 'CONFLICT' });
    const other = await office.make.member({ reputation: 200 });
    await nominate({ by: other });
    await office.daysPass(helper, 364);
    await expect(nominate()).rejects.toMatchObject({ code: 'CONFLICT' });
    await office.daysPass(helper, 2);
    await nominate();
    expect(await nominations()).toEqual([member.accountId, other.accountId, member.accountId]);
  });

  it('is done once by a form that was sent twice', async () => {
    const first = await nominate({ clientMutationId: 'form-1' });
    expect(await nominate({ clientMutationId: 'form-1' })).toBe(first);
    expect(await nominations()).toEqual([member.accountId]);
  });

  it('takes the privilege', async () => {
    const newcomer = await office.make.member({ reputation: 199 });
    await expect(nominate({ by: newcomer })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      requires: 'NOMINATE_SUPERUSER',
    });
  });

  it('is nothing for oneself, for staff, or for who is in already', async () => {
    const refusal = (id: number) => office.nominations.nominate(member, id, { reason: REASON });
    await expect(refusal(member.accountId)).rejects.toMatchObject({ fields: [{ path: 'userId' }] });
    for (const role of ['STAFF', 'ADMIN'] as const) {
      const { accountId } = await office.make.member({ role });
      await expect(refusal(accountId)).rejects.toMatchObject({ fields: [{ path: 'userId' }] });
    }
    for (const role of ['SUPERUSER', 'MODERATOR'] as const) {
      const { accountId } = await office.make.member({ role });
      await expect(refusal(accountId)).rejects.toMatchObject({ code: 'CONFLICT' });
    }
    await expect(refusal(999_999)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('at once and twice counts once; two who nominate each other both count', async () => {
    const settled = await Promise.allSettled([nominate(), nominate(), nominate(), nominate()]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await nominations()).toEqual([member.accountId]);

    const pair = [
      await office.make.member({ reputation: 200 }),
      await office.make.member({ reputation: 200 }),
    ];
    const [one, other] = pair as [Actor, Actor];
    await Promise.all([
      office.nominations.nominate(one, other.accountId, { reason: REASON }),
      office.nominations.nominate(other, one.accountId, { reason: REASON }),
    ]);
  });
});
