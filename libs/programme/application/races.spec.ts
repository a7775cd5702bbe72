import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '#libs/kernel';
import { ProgrammeOffice } from '../testing/programme-office.js';

const ROUNDS = Array.from({ length: 6 }, (_, n) => n + 1);

describe('when several things happen to a superuser at once', () => {
  let office: ProgrammeOffice;
  let admin: Actor;
  let staff: Actor;
  let other: Actor;
  let person: Actor;

  beforeAll(async () => {
    office = await ProgrammeOffice.open();
    admin = await office.make.member({ role: 'ADMIN' });
    [staff, other] = [await office.staff(), await office.staff()];
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    person = await office.make.member();
  });

  const invite = (by = staff) => office.invitations.invite(by, person.accountId, {});
  /** How many got through; whoever did not was told why. */
  const through = async (attempts: Promise<unknown>[]) => {
    const settled = await Promise.allSettled(attempts);
    for (const attempt of settled) {
      if (attempt.status === 'rejected') expect(attempt.reason).toHaveProperty('code', 'CONFLICT');
    }
    return settled.map(({ status }) => status === 'fulfilled');
  };

  /** Milliseconds from now on. */
  const endsIn = async (milliseconds: number) => {
    await office.database.transaction(async () => {
      await office.database.query(`alter table superuser_term disable trigger superuser_term_is_kept`);
      await office.database.query(
        `update superuser_term set began_at = now() - interval '1 year',
                ends_at = clock_timestamp() + make_interval(secs => $2) where account_id = $1`,
        [person.accountId, milliseconds / 1_000],
      );
      await office.database.query(`set constraints all immediate`);
      await office.database.query(`alter table superuser_term enable trigger superuser_term_is_kept`);
    });
  };

  it.each(ROUNDS)('two of staff invite: one invitation is there (round %i)', async () => {
    const passed = await through([invite(), invite(other), invite(), invite(other)]);
    expect(passed.filter(Boolean)).toHaveLength(1);
    expect(await office.historyOf(person)).toEqual(['OPEN']);
  });

  it.each(ROUNDS)('accepted and withdrawn: one of the two, and the role says which (round %i)', async () => {
    await invite();
    const withdrawing = () => office.invitations.withdraw(other, person.accountId);
    const [accepted] = await through([office.invitations.accept(person), withdrawing()]);
    expect(await office.historyOf(person)).toEqual(accepted ? ['ACCEPTED', 'term'] : ['WITHDRAWN']);
    expect(await office.roleOf(person)).toBe(accepted ? 'SUPERUSER' : 'MEMBER');
  });

  it.each(ROUNDS)('accepted many times: one term (round %i)', async () => {
    await invite();
    const accepting = Array.from({ length: 5 }, () => office.invitations.accept(person));
    expect(await through(accepting)).toEqual([true, true, true, true, true]);
    expect(await office.historyOf(person)).toEqual(['ACCEPTED', 'term']);
    expect(await office.recordOf(person)).toEqual(['invited by another', 'term-began']);
  });

  it.each(ROUNDS)('accepted and declined: one of the two (round %i)', async () => {
    await invite();
    const passed = await through([office.invitations.accept(person), office.invitations.decline(person)]);
    expect(passed.filter(Boolean)).toHaveLength(1);
    expect(await office.roleOf(person)).toBe(passed[0] ? 'SUPERUSER' : 'MEMBER');
  });

  it.each(ROUNDS)(
    'renewed while jobs look for what is over: a term or none, never half (round %i)',
    async () => {
      await invite();
      await office.invitations.accept(person);
      await endsIn(15);
      await sleep(Math.random() * 15);
      const [renewed] = await through([
        office.terms.renew(person),
        office.terms.endDue(),
        office.terms.endDue(),
      ]);
      await sleep(30);
      await office.terms.endDue();
      expect(await office.historyOf(person)).toEqual(['ACCEPTED', renewed ? 'term' : 'ended COMPLETED']);
      expect(await office.roleOf(person)).toBe(renewed ? 'SUPERUSER' : 'MEMBER');
    },
  );

  it('renewed in its last moment: a job that found it over meanwhile leaves it alone', async () => {
    await invite();
    await office.invitations.accept(person);
    await endsIn(150);
    const [renewed, listed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const renewal = office.database.transaction(async () => {
      await office.terms.renew(person);
      renewed.resolve();
      await listed.promise;
    });
    await renewed.promise;
    await sleep(200);
    const ending = office.terms.endDue();
    await sleep(100);
    listed.resolve();
    await Promise.all([renewal, ending]);
    expect(await office.historyOf(person)).toEqual(['ACCEPTED', 'term']);
    expect(await office.roleOf(person)).toBe('SUPERUSER');
  });

  it.each(ROUNDS)('over for two jobs: one end, one word of thanks (round %i)', async () => {
    await invite();
    await office.invitations.accept(person);
    await office.daysPass(person, 366);
    await Promise.all([office.terms.endDue(), office.terms.endDue(), office.terms.endDue()]);
    expect(await office.recordOf(person)).toEqual([
      'invited by another',
      'term-began',
      'term-ended by nobody',
    ]);
    expect(office.kindsToldTo(person)).toEqual(['SUPERUSER_INVITED', 'SUPERUSER_TERM_ENDED']);
  });

  it.each(ROUNDS)(
    'an admin promotes while the job ends the term: what the admin gave stays (round %i)',
    async () => {
      await invite();
      await office.invitations.accept(person);
      await office.daysPass(person, 366);
      await Promise.all([
        office.accounts.setRole(admin, person.accountId, 'MODERATOR'),
        office.terms.endDue(),
        office.terms.stepDown(person).catch(() => undefined),
      ]);
      expect(await office.roleOf(person)).toBe('MODERATOR');
      const history = await office.historyOf(person);
      expect(history).toHaveLength(2);
      expect(history[1]).toMatch(/^ended (COMPLETED|ROLE_CHANGED|STEPPED_DOWN)$/);
    },
  );

  it.each(ROUNDS)('an admin promotes while it is accepted: the higher role stays (round %i)', async () => {
    await invite();
    const [accepted] = await through([
      office.invitations.accept(person),
      office.accounts.setRole(admin, person.accountId, 'STAFF'),
    ]);
    expect(await office.roleOf(person)).toBe('STAFF');
    expect(await office.historyOf(person)).toEqual(
      accepted ? ['ACCEPTED', 'ended ROLE_CHANGED'] : ['WITHDRAWN'],
    );
  });

  it.each(ROUNDS)('announced by two jobs: told once (round %i)', async () => {
    await invite();
    await office.invitations.accept(person);
    await office.daysPass(person, 340);
    await Promise.all([office.terms.announceEnding(), office.terms.announceEnding()]);
    expect(office.kindsToldTo(person).filter((kind) => kind === 'SUPERUSER_TERM_ENDING')).toHaveLength(1);
  });
});
