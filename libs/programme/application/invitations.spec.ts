import type { Actor } from '#libs/kernel';
import { ProgrammeOffice } from '../testing/programme-office.js';

describe('an invitation to become a superuser', () => {
  let office: ProgrammeOffice;
  let staff: Actor;
  let member: Actor;

  beforeAll(async () => {
    office = await ProgrammeOffice.open();
    staff = await office.staff();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    member = await office.make.member();
  });

  const invite = (by = staff, message = '') => office.invitations.invite(by, member.accountId, { message });
  const sanction = (liftedBy: Actor | null = null) =>
    office.database.query(
      `insert into sanction (account_id, points, reason, sanctioned_by, lifted_by, lifted_at, lift_reason)
       values ($1, 10, 'Spam', $2, $3::bigint, case when $3::bigint is not null then now() end,
               case when $3::bigint is not null then 'A mistake' end)`,
      [member.accountId, staff.accountId, liftedBy?.accountId ?? null],
    );

  it('comes from staff, is told, and makes a superuser of whoever accepts, for the term of the rules', async () => {
    await invite(staff, 'You helped us through the winter.');
    expect(await office.roleOf(member)).toBe('MEMBER');
    const open = await office.queries.openInvitationOf(member.accountId);
    expect(open).toMatchObject({
      message: 'You helped us through the winter.',
      state: 'OPEN',
      termMonths: 12,
    });
    expect(daysFromNow(open?.expiresAt)).toBeCloseTo(30, 0);
    expect(office.kindsToldTo(member)).toEqual(['SUPERUSER_INVITED']);

    await office.invitations.accept(member);
    expect(await office.roleOf(member)).toBe('SUPERUSER');
    const term = await office.queries.openTermOf(member.accountId);
    expect(daysFromNow(term?.endsAt)).toBeGreaterThan(364);
    expect(await office.historyOf(member)).toEqual(['ACCEPTED', 'term']);
    expect(await office.recordOf(member)).toEqual(['invited by another', 'term-began']);
    expect(office.roleChanges.at(-1)).toMatchObject({ from: 'MEMBER', to: 'SUPERUSER' });
  });

  it('keeps its terms when the rules change before it is accepted', async () => {
    await invite();
    await office.changeRules(() => ({ termMonths: 1, invitationDays: 1 }));
    await office.invitations.accept(member);
    expect(daysFromNow((await office.queries.openTermOf(member.accountId))?.endsAt)).toBeGreaterThan(364);
    await office.changeRules(() => ({ termMonths: 12, invitationDays: 30 }));
  });

  it('changes nothing when it is declined, and another may come later', async () => {
    await invite();
    await office.invitations.decline(member);
    expect(await office.roleOf(member)).toBe('MEMBER');
    await expect(office.invitations.accept(member)).rejects.toMatchObject({ code: 'CONFLICT' });
    await invite();
    expect(await office.historyOf(member)).toEqual(['DECLINED', 'OPEN']);
    expect(await office.recordOf(member)).toEqual([
      'invited by another',
      'invitation-declined',
      'invited by another',
    ]);
  });

  it('can be withdrawn until it is answered, and is then answered no more', async () => {
    await invite();
    await office.invitations.withdraw(staff, member.accountId);
    await expect(office.invitations.accept(member)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(office.invitations.decline(member)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await office.roleOf(member)).toBe('MEMBER');

    await invite();
    await office.invitations.accept(member);
    await expect(office.invitations.withdraw(staff, member.accountId)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await office.roleOf(member)).toBe('SUPERUSER');
  });

  it('runs out, also before the job has noticed; then there may be another at once', async () => {
    await invite();
    await office.daysPass(member, 31);
    await expect(office.invitations.accept(member)).rejects.toThrow(/run out/);
    await expect(office.invitations.decline(member)).rejects.toThrow(/run out/);
    expect(await office.queries.openInvitationOf(member.accountId)).toBeNull();
    await invite();
    expect(await office.historyOf(member)).toEqual(['EXPIRED', 'OPEN']);
  });

  it('is closed by the job when it has run out, and only then', async () => {
    await invite();
    await office.daysPass(member, 29);
    await office.invitations.expireDue();
    expect(await office.historyOf(member)).toEqual(['OPEN']);
    await office.daysPass(member, 2);
    await office.invitations.expireDue();
    await office.invitations.expireDue();
    expect(await office.historyOf(member)).toEqual(['EXPIRED']);
    expect(await office.recordOf(member)).toEqual(['invited by another', 'invitation-expired by nobody']);
  });

  it('is for members: not for staff, nor for who is in already, nor while one is open', async () => {
    const other = await office.staff();
    await expect(office.invitations.invite(staff, other.accountId, {})).rejects.toMatchObject({
      fields: [{ path: 'userId' }],
    });
    const moderator = await office.make.member({ role: 'MODERATOR' });
    await expect(office.invitations.invite(staff, moderator.accountId, {})).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await invite();
    await expect(invite()).rejects.toThrow(/invited already/);
    await office.invitations.accept(member);
    await expect(invite()).rejects.toThrow(/already/);
  });

  it('comes from staff and admins only', async () => {
    for (const role of ['MEMBER', 'SUPERUSER', 'MODERATOR'] as const) {
      const person = await office.make.member({ role });
      await expect(invite(person)).rejects.toMatchObject({ code: 'FORBIDDEN', requires: 'STAFF' });
      await expect(office.invitations.withdraw(person, member.accountId)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    await invite(await office.make.member({ role: 'ADMIN' }));
  });

  it('is refused to somebody who was demoted while it was under way', async () => {
    await office.database.query(`update account set role = 'MEMBER' where id = $1`, [staff.accountId]);
    await expect(invite()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await office.database.query(`update account set role = 'STAFF' where id = $1`, [staff.accountId]);
  });

  it('waits for 30 days after a sanction, not after one that was lifted', async () => {
    await sanction();
    await expect(invite()).rejects.toThrow(/sanctioned/);
    await office.daysPass(member, 31);
    await invite();
    await office.invitations.decline(member);
    await sanction(staff);
    await invite();
  });

  it('cannot be accepted after a sanction that came in between', async () => {
    await invite();
    await sanction();
    await expect(office.invitations.accept(member)).rejects.toThrow(/sanction/);
    expect(await office.roleOf(member)).toBe('MEMBER');
    expect(await office.historyOf(member)).toEqual(['OPEN']);
  });

  it('says in words what is wrong with what is said with it', async () => {
    await expect(invite(staff, 'x'.repeat(1_001))).rejects.toMatchObject({ fields: [{ path: 'message' }] });
    await expect(office.invitations.invite(staff, 999_999, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is nothing any more to whom an admin gave such a role meanwhile, and lowers nobody', async () => {
    const admin = await office.make.member({ role: 'ADMIN' });
    for (const role of ['SUPERUSER', 'MODERATOR', 'STAFF'] as const) {
      member = await office.make.member();
      await invite();
      await office.accounts.setRole(admin, member.accountId, role);
      expect(await office.historyOf(member)).toEqual(['WITHDRAWN']);
      await expect(office.invitations.accept(member)).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await office.roleOf(member)).toBe(role);
    }
  });
});

function daysFromNow(time: string | undefined): number {
  return (Date.parse(time ?? '') - Date.now()) / 86_400_000;
}
