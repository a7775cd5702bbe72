import type { Actor } from '#libs/kernel';
import { ProgrammeOffice } from '../testing/programme-office.js';

describe('the term of a superuser', () => {
  let office: ProgrammeOffice;
  let admin: Actor;
  let superuser: Actor;

  beforeAll(async () => {
    office = await ProgrammeOffice.open();
    admin = await office.make.member({ role: 'ADMIN' });
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    superuser = await office.superuser();
    office.told.length = 0;
  });

  const daysLeft = async () => {
    const term = await office.queries.openTermOf(superuser.accountId);
    return term && Math.round((Date.parse(term.endsAt) - Date.now()) / 86_400_000);
  };
  /** Their figures as a night counts them, and as they have been for so many days. */
  const below = async (days: number) => {
    await office.criteria.count();
    await office.daysPass(superuser, days);
  };

  it('is announced once, thirty days before its end, and can be renewed from then on', async () => {
    await office.daysPass(superuser, 300);
    await office.terms.announceEnding();
    expect(office.kindsToldTo(superuser)).toEqual([]);
    await expect(office.terms.renew(superuser)).rejects.toThrow(/last 30 days/);

    await office.daysPass(superuser, 40);
    await office.terms.announceEnding();
    await office.terms.announceEnding();
    expect(office.kindsToldTo(superuser)).toEqual(['SUPERUSER_TERM_ENDING']);
    const left = (await daysLeft()) ?? NaN;
    await office.terms.renew(superuser);
    // From its end on: whoever is early loses nothing.
    expect((await daysLeft()) ?? NaN).toBeGreaterThanOrEqual(left + 365);
    await expect(office.terms.renew(superuser)).rejects.toThrow(/last 30 days/);
    expect(await office.recordOf(superuser)).toEqual(['invited by another', 'term-began', 'term-renewed']);
  });

  it('is announced again before the end that the renewal made', async () => {
    await office.daysPass(superuser, 340);
    await office.terms.announceEnding();
    await office.terms.renew(superuser);
    await office.daysPass(superuser, 365);
    await office.terms.announceEnding();
    const keys = office.told.map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(2);
  });

  it('ends by the job when its time is up: a member again, with thanks, on record', async () => {
    await office.daysPass(superuser, 364);
    await office.terms.endDue();
    expect(await office.roleOf(superuser)).toBe('SUPERUSER');
    await office.daysPass(superuser, 2);
    await expect(office.terms.renew(superuser)).rejects.toThrow(/over/);
    await office.terms.endDue();
    await office.terms.endDue();
    expect(await office.roleOf(superuser)).toBe('MEMBER');
    expect(await office.historyOf(superuser)).toEqual(['ACCEPTED', 'ended COMPLETED']);
    expect(office.kindsToldTo(superuser)).toEqual(['SUPERUSER_TERM_ENDED']);
    expect((await office.recordOf(superuser)).at(-1)).toBe('term-ended by nobody');
    expect(office.roleChanges.at(-1)).toMatchObject({ from: 'SUPERUSER', to: 'MEMBER', by: null });
  });

  it('ends at once for who steps down, who may be invited again', async () => {
    await office.terms.stepDown(superuser);
    await office.terms.stepDown(superuser);
    expect(await office.roleOf(superuser)).toBe('MEMBER');
    expect(await office.historyOf(superuser)).toEqual(['ACCEPTED', 'ended STEPPED_DOWN']);
    expect(office.kindsToldTo(superuser)).toEqual(['SUPERUSER_TERM_ENDED']);
    expect((await office.recordOf(superuser)).at(-1)).toBe('stepped-down');
    await office.invitations.invite(await office.staff(), superuser.accountId, {});
    await office.invitations.accept(superuser);
    expect(await office.historyOf(superuser)).toEqual(['ACCEPTED', 'ACCEPTED', 'ended STEPPED_DOWN', 'term']);
  });

  it('is nothing that superusers made by an admin have; they step down as well, others do not', async () => {
    const trusted = await office.make.member({ role: 'SUPERUSER' });
    await expect(office.terms.renew(trusted)).rejects.toMatchObject({ code: 'CONFLICT' });
    await office.terms.endDue();
    expect(await office.roleOf(trusted)).toBe('SUPERUSER');
    await office.terms.stepDown(trusted);
    expect(await office.roleOf(trusted)).toBe('MEMBER');
    await office.terms.stepDown(trusted);
    await expect(office.terms.stepDown(admin)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await office.roleOf(admin)).toBe('ADMIN');
  });

  it.each(['MEMBER', 'MODERATOR', 'STAFF'] as const)(
    'is over when an admin makes them %s, and what the admin gave stays',
    async (role) => {
      await office.accounts.setRole(admin, superuser.accountId, role);
      expect(await office.historyOf(superuser)).toEqual(['ACCEPTED', 'ended ROLE_CHANGED']);
      await office.daysPass(superuser, 400);
      await office.terms.endDue();
      expect(await office.roleOf(superuser)).toBe(role);
      // Back by the word of the admin: without a term, for as long as the admin likes.
      await office.accounts.setRole(admin, superuser.accountId, 'SUPERUSER');
      await office.terms.endDue();
      expect(await office.roleOf(superuser)).toBe('SUPERUSER');
    },
  );

  it('is never cut short because figures sank: staff are told, once, and talk', async () => {
    const staff = await office.staff();
    await below(13);
    await office.criteria.count();
    expect(office.kindsToldTo(staff)).toEqual([]);
    await below(2);
    await office.criteria.count();
    await office.criteria.count();
    const mine = office.told.filter(
      ({ accountId, key }) =>
        accountId === staff.accountId && key.startsWith(`superuser-below:${superuser.accountId}:`),
    );
    expect(mine.map(({ kind }) => kind)).toEqual(['SUPERUSER_BELOW']);
    expect(office.kindsToldTo(superuser)).toEqual([]);
    expect(await office.roleOf(superuser)).toBe('SUPERUSER');
    expect((await office.queries.openTermOf(superuser.accountId))?.isBelowForLong).toBe(true);
  });

  it('is renewed by who is below for long only if staff offer it', async () => {
    await office.daysPass(superuser, 340);
    await below(15);
    await expect(office.terms.renew(superuser)).rejects.toThrow(/talk to the staff/);
    const member = await office.make.member();
    await expect(office.terms.offerRenewal(member, superuser.accountId)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const staff = await office.staff();
    await office.terms.offerRenewal(staff, superuser.accountId);
    await office.terms.offerRenewal(staff, superuser.accountId);
    await office.terms.renew(superuser);
    expect(await office.recordOf(superuser)).toEqual([
      'invited by another',
      'term-began',
      'renewal-offered by another',
      'term-renewed',
    ]);
    // The offer was for that end; the next one is looked at anew.
    await office.daysPass(superuser, 365);
    await expect(office.terms.renew(superuser)).rejects.toThrow(/talk to the staff/);
  });

  it('is held to by the database: no term with another role, none shortened, none opened again', async () => {
    const refused = (sql: string) =>
      expect(office.database.query(sql, [superuser.accountId])).rejects.toMatchObject({
        constraint: expect.stringMatching(/^superuser_term/),
      });
    await refused(`update account set role = 'MEMBER' where id = $1`);
    await refused(`update superuser_term set ends_at = ends_at - interval '1 day' where account_id = $1`);
    await refused(`delete from superuser_term where account_id = $1`);
    await office.terms.stepDown(superuser);
    await refused(`update superuser_term set ended_at = null, end_reason = null where account_id = $1`);
  });
});
