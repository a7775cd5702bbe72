import { GUEST, PeerdeskError } from '#libs/kernel';
import { DomainEvents, Outbox, RateLimits, readEnvironment } from '#libs/platform';
import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { RoleChanged } from '../domain/events.js';
import { Accounts } from './accounts.js';
import { Login } from './login.js';
import { PasswordReset } from './password-reset.js';
import { Registration } from './registration.js';
import { Sessions } from './sessions.js';

describe('accounts', () => {
  let db: TestDatabase;
  let make: Builders;
  let events: DomainEvents;
  let registration: Registration;
  let sessions: Sessions;
  let accounts: Accounts;
  let login: Login;
  let reset: PasswordReset;

  beforeAll(async () => (db = await createTestDatabase()));
  afterAll(() => db.drop());
  // Every story begins on an empty site.
  beforeEach(async () => {
    const { database } = db;
    for (const table of ['account', 'rate_limit', 'mail']) await database.query(`delete from ${table}`);
    make = new Builders(database);
    events = new DomainEvents();
    registration = new Registration(database, events);
    sessions = new Sessions(database);
    accounts = new Accounts(database, events, sessions);
    const limits = new RateLimits(database.dataSource, true);
    login = new Login(database, limits, new DomainEvents());
    reset = new PasswordReset(
      database,
      accounts,
      new Outbox(database, { deliverSoon: () => Promise.resolve() }),
      limits,
      readEnvironment({}),
    );
  });

  const password = 'a long enough password';
  const register = (username: string, more = {}) =>
    registration.register({ username, email: `${username}@example.com`, password, ...more });
  const refused = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'OK',
      (error: unknown) => {
        if (!(error instanceof PeerdeskError)) throw error;
        const fields = error.details['fields'] as { path: string }[] | undefined;
        return [error.code, ...(fields ?? []).map((field) => field.path)].join(' ');
      },
    );

  describe('registering', () => {
    it('makes the first account the ADMIN, and nobody after it', async () => {
      const [first, second] = [await register('ann'), await register('bob')];
      const roles = await db.database.query(`select id, role from account order by id`);
      expect(roles).toEqual([
        { id: first, role: 'ADMIN' },
        { id: second, role: 'MEMBER' },
      ]);
    });

    it('two who are first at the same moment: one founds the site, both have an account', async () => {
      await Promise.all(['ann', 'bob', 'cat', 'dan'].map((name) => register(name)));
      const roles = await db.database.query<{ role: string }>(`select role from account order by role`);
      expect(roles.map(({ role }) => role)).toEqual(['ADMIN', 'MEMBER', 'MEMBER', 'MEMBER']);
    });

    it('people who came by an import do not found the site', async () => {
      await make.member();
      await register('ann');
      expect(await db.database.query(`select role from account where username = 'ann'`)).toEqual([
        { role: 'ADMIN' },
      ]);
    });

    it.each([
      ['the same name in other letters', 'ANN', 'username'],
      ['a name that looks the same', 'a-nn', 'username'],
      ['a reserved name', 'Adm1n', 'username'],
      ['a name with a space', 'ann lee', 'username'],
      ['a name of one letter', 'a', 'username'],
      ['a name of other letters', 'аnn', 'username'],
      ['markup', '<b>ann</b>', 'username'],
    ])('refuses %s', async (_, username, field) => {
      await register('ann');
      expect(await refused(register(username, { email: 'x@example.com' }))).toBe(`BAD_USER_INPUT ${field}`);
    });

    it.each([
      [{ email: 'ANN@example.com' }, 'email'],
      [{ email: 'not an address' }, 'email'],
      [{ password: 'short' }, 'password'],
      [{ password: 'somebody' }, 'password'],
      [{ displayName: 'Моdеrаtоr' }, 'displayName'],
      [{ displayName: 'x'.repeat(61) }, 'displayName'],
    ])('refuses %j', async (more, field) => {
      await register('ann');
      expect(await refused(register('somebody', more))).toBe(`BAD_USER_INPUT ${field}`);
    });

    it('names everything that is wrong at once', async () => {
      const attempt = register('', { email: 'nowhere', password: 'short' });
      expect(await refused(attempt)).toBe('BAD_USER_INPUT username email password');
    });

    it('keeps neither the password nor the token of a session readable', async () => {
      const token = await sessions.open(await register('ann'));
      const rows = JSON.stringify(
        await db.database.query(`select a.*, encode(s.token_hash, 'base64') from account a, session s`),
      );
      expect(rows).toContain('$argon2id$');
      expect(rows).not.toContain(password);
      expect(rows).not.toContain(token);
    });
  });

  describe('sessions', () => {
    it('are known by their token until they are closed', async () => {
      const id = await register('ann');
      const [one, other] = [await sessions.open(id), await sessions.open(id)];
      expect(await sessions.viewerOf(one)).toMatchObject({ accountId: id, role: 'ADMIN' });
      await sessions.close(one);
      expect(await sessions.viewerOf(one)).toEqual(GUEST);
      expect(await sessions.viewerOf(other)).toMatchObject({ accountId: id });
    });

    it('end by themselves after a month without use', async () => {
      const token = await sessions.open(await register('ann'));
      await db.database.query(`update session set expires_at = now() - interval '1 second'`);
      expect(await sessions.viewerOf(token)).toEqual(GUEST);
      await sessions.clearExpired();
      expect(await db.database.query(`select from session`)).toEqual([]);
    });
  });

  describe('logging in', () => {
    it('works by name and by address, in any case', async () => {
      const id = await register('Ann');
      expect(await login.verify('ann', password, '10.0.0.1')).toBe(id);
      expect(await login.verify('ANN@EXAMPLE.COM', password, '10.0.0.1')).toBe(id);
    });

    it('says the same of a wrong password and of nobody', async () => {
      await register('ann');
      const messages = await Promise.all(
        ['ann', 'nobody', 'ann\0'].map((name) =>
          login.verify(name, 'wrong password', '10.0.0.1').catch((e: Error) => e.message),
        ),
      );
      expect(new Set(messages).size).toBe(1);
    });

    it('six failures a minute from one address are enough, one by one or at once', async () => {
      await register('ann');
      const attempts = await Promise.all(
        Array.from({ length: 12 }, (_, n) => refused(login.verify('ann', `guess ${n}`, '10.0.0.1'))),
      );
      expect(attempts.filter((code) => code.startsWith('UNAUTHENTICATED'))).toHaveLength(6);
      expect(await refused(login.verify('ann', password, '10.0.0.1'))).toBe('RATE_LIMITED');
      expect(await refused(login.verify('ann', password, '10.0.0.2'))).toBe('OK');
    });

    it('does not count those who know their password', async () => {
      await register('ann');
      for (let n = 0; n < 8; n++) expect(await refused(login.verify('ann', password, '10.0.0.1'))).toBe('OK');
    });
  });

  describe('roles', () => {
    it('are given by an ADMIN and work from the next request on', async () => {
      const admin = {
        accountId: await register('ann'),
        role: 'ADMIN' as const,
        reputation: 0,
        privileges: [],
      };
      const bob = await register('bob');
      const token = await sessions.open(bob);
      const changes: RoleChanged[] = [];
      events.on(RoleChanged, (change) => void changes.push(change));

      await accounts.setRole(admin, bob, 'MODERATOR');
      expect(await sessions.viewerOf(token)).toMatchObject({ role: 'MODERATOR' });
      expect(changes).toEqual([
        new RoleChanged(bob, 'MEMBER', 'MODERATOR', expect.objectContaining({ accountId: admin.accountId })),
      ]);
      expect(await refused(accounts.setRole({ ...admin, accountId: bob }, bob, 'ADMIN'))).toBe('FORBIDDEN');
    });

    it('two admins who demote each other at once leave one', async () => {
      const [ann, bob] = [await make.member({ role: 'ADMIN' }), await make.member({ role: 'ADMIN' })];
      const outcomes = await Promise.all([
        refused(accounts.setRole(ann, bob.accountId, 'MEMBER')),
        refused(accounts.setRole(bob, ann.accountId, 'MEMBER')),
      ]);
      expect(outcomes.filter((outcome) => outcome === 'OK')).toHaveLength(1);
      expect(await db.database.query(`select from account where role = 'ADMIN'`)).toHaveLength(1);
    });

    it('the last ADMIN stays one', async () => {
      const admin = await make.member({ role: 'ADMIN' });
      expect(await refused(accounts.setRole(admin, admin.accountId, 'MEMBER'))).toBe('CONFLICT');
    });
  });

  describe('a forgotten password', () => {
    const linkIn = async () => {
      const [mail] = await db.database.query<{ body: string }>(
        `select body from mail order by id desc limit 1`,
      );
      return /token=([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? '';
    };

    it('is replaced once by a mailed link, and every session ends', async () => {
      const id = await register('ann');
      const old = await sessions.open(id);
      await reset.request('Ann@example.com', '10.0.0.1');
      const token = await linkIn();

      const redeemed = await reset.redeem(token, 'another long password');
      expect(await sessions.viewerOf(redeemed.token)).toMatchObject({ accountId: id });
      expect(await sessions.viewerOf(old)).toEqual(GUEST);
      expect(await refused(reset.redeem(token, 'a third long password'))).toBe('BAD_USER_INPUT token');
      expect(await login.verify('ann', 'another long password', '10.0.0.1')).toBe(id);
    });

    it('mails nobody who is not there, and says nothing about it', async () => {
      await reset.request('nobody@example.com', '10.0.0.1');
      expect(await db.database.query(`select from mail`)).toEqual([]);
    });
  });

  it('an own password is changed by whoever knows it, and ends the other sessions', async () => {
    const id = await register('ann');
    const viewer = { accountId: id, role: 'ADMIN' as const, reputation: 0, privileges: [] };
    const old = await sessions.open(id);
    expect(await refused(accounts.changePassword(viewer, 'wrong', 'another long password'))).toBe(
      'BAD_USER_INPUT currentPassword',
    );
    const token = await accounts.changePassword(viewer, password, 'another long password');
    expect(await sessions.viewerOf(old)).toEqual(GUEST);
    expect(await sessions.viewerOf(token)).toMatchObject({ accountId: id });
  });
});
