import { Accounts, Registration, Sessions } from '#libs/accounts';
import { Drafts } from '#libs/forum';
import { ConflictError, ForbiddenError, GUEST, UserInputError } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import {
  DomainEvents,
  Idempotency,
  Jobs,
  Mailer,
  Outbox,
  RateLimits,
  SiteSettings,
  createLogger,
  readEnvironment,
} from '#libs/platform';
import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { Setup } from './application/setup.js';
import { SiteProfiles } from './application/site-profiles.js';
import { Warnings } from './application/warnings.js';
import { SiteFounded } from './domain/events.js';
import { NightlyCleaning } from './jobs/nightly-cleaning.js';
import { MailQueries } from './persistence/mail.queries.js';

let test: TestDatabase;
let builders: Builders;

beforeAll(async () => {
  test = await createTestDatabase();
  builders = new Builders(test.database);
});

beforeEach(async () => {
  for (const table of ['site_setting', 'mail']) await test.database.query(`delete from ${table}`);
});

afterAll(() => test.drop());

const ann = {
  siteName: '  Lumen   Community ',
  username: 'ann',
  email: 'ann@example.com',
  password: 'a long enough one',
  displayName: 'Ann',
};

describe('an empty site', () => {
  beforeEach(() => test.database.query(`delete from account`));

  it('is founded by its first visitor, who becomes its ADMIN', async () => {
    const { setup, profiles, founded } = site();
    expect(await setup.isNeeded()).toBe(true);
    const accountId = await setup.found({ ...ann, withSample: true });
    expect(await setup.isNeeded()).toBe(false);
    expect((await profiles.current()).name).toBe('Lumen Community');
    expect(founded).toEqual([new SiteFounded(accountId, true)]);
    const [row] = await test.database.query(`select role, is_founder from account where id = $1`, [
      accountId,
    ]);
    expect(row).toEqual({ role: 'ADMIN', is_founder: true });
  });

  it('is founded by one of two who press the button at once; the other is told so', async () => {
    // The same form twice, as a double click sends it, and somebody else's beside it.
    const forms = [ann, ann, { ...ann, username: 'bob', email: 'bob@example.com' }];
    const results = await Promise.allSettled(forms.map((form) => site().setup.found(form)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(ConflictError);
    expect(await test.database.query(`select 1 from account`)).toHaveLength(1);
  });

  it('is founded by one of two who register and set up at once', async () => {
    const { registration, setup } = site();
    const results = await Promise.allSettled([
      registration.register({ ...ann, username: 'carl', email: 'carl@example.com' }),
      setup.found(ann),
    ]);
    const admins = await test.database.query(`select username from account where role = 'ADMIN'`);
    expect(admins).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(ConflictError);
    }
  });

  it('is in the hands of the imported person whom its operator made ADMIN, and of no stranger', async () => {
    await test.database.query(
      `insert into account (username, username_skeleton, display_name) values ('dora', 'dora', 'Dora')`,
    );
    const { setup, accounts, registration } = site();
    expect(await setup.isNeeded()).toBe(true);
    await accounts.setRoleByOperator('dora', 'ADMIN');
    expect(await setup.isNeeded()).toBe(false);
    await expect(setup.found(ann)).rejects.toBeInstanceOf(ConflictError);
    const stranger = await registration.register(ann);
    expect(await test.database.one(`select role from account where id = $1`, [stranger])).toEqual({
      role: 'MEMBER',
    });
  });

  it('stays empty when the form cannot be taken', async () => {
    const { setup, founded } = site();
    await expect(attempt(() => setup.found({ ...ann, siteName: ' x ' }))).rejects.toMatchObject({
      fields: [{ path: 'siteName' }],
    });
    await expect(setup.found({ ...ann, password: 'short' })).rejects.toMatchObject({
      fields: [{ path: 'password' }],
    });
    expect(await setup.isNeeded()).toBe(true);
    expect(founded).toEqual([]);
  });
});

describe('the profile of the site', () => {
  it('begins with house rules, in the language of the site', async () => {
    const { profiles, settings } = site();
    const english = await profiles.current();
    expect(english).toMatchObject({ name: 'Peerdesk', locale: 'en' });
    expect(english.houseRulesHtml).toContain('When you ask</h');
    await settings.set('locale', 'de-AT');
    expect((await profiles.current()).houseRulesHtml).toContain('Wenn du fragst</h');
  });

  it('is changed by an ADMIN, on record with what was there before', async () => {
    const { profiles } = site();
    const admin = await builders.member({ role: 'ADMIN' });
    await profiles.update(admin, { tagline: 'Ask away', houseRules: 'Be *kind*.' });
    await profiles.update(admin, { houseRules: 'Be kind, **always**.' });
    await profiles.update(admin, { tagline: 'Ask away' });
    expect(await profiles.current()).toMatchObject({
      name: 'Peerdesk',
      tagline: 'Ask away',
      houseRules: 'Be kind, **always**.',
      houseRulesHtml: '<p>Be kind, <strong>always</strong>.</p>\n',
    });
    const records = await test.database.query(`select action, details from audit_record order by id`);
    expect(records).toHaveLength(2);
    expect(records[1]).toEqual({
      action: 'site.updated',
      details: { houseRules: { from: 'Be *kind*.', to: 'Be kind, **always**.' } },
    });
  });

  it('is compared with what another server of the site has just made of it', async () => {
    const [{ profiles: here }, { profiles: there }] = [site(), site()];
    const admin = await builders.member({ role: 'ADMIN' });
    await here.current();
    await there.update(admin, { tagline: 'Ask away' });
    await here.update(admin, { tagline: 'By peers, for peers' });
    const [last] = await test.database.query(`select details from audit_record order by id desc limit 1`);
    expect(last).toEqual({ details: { tagline: { from: 'Ask away', to: 'By peers, for peers' } } });
  });

  it.each(['MEMBER', 'SUPERUSER', 'MODERATOR', 'STAFF'] as const)('is not changed by a %s', async (role) => {
    const { profiles } = site();
    await expect(profiles.update(await builders.member({ role }), { name: 'Mine' })).rejects.toThrow(
      ForbiddenError,
    );
  });

  it.each([
    ['name', 'x'],
    ['tagline', 'x'.repeat(161)],
    ['locale', 'Klingon please'],
    ['locale', 'e'],
    ['houseRules', '   '],
  ])('refuses a %s of %j', async (field, value) => {
    const admin = await builders.member({ role: 'ADMIN' });
    const refusal: unknown = await site()
      .profiles.update(admin, { [field]: value })
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UserInputError);
    expect((refusal as UserInputError).fields[0]?.path).toBe(field);
  });
});

describe('warnings', () => {
  it('tell an ADMIN what needs attention', async () => {
    const { warnings, outbox } = site({ RATE_LIMITS: 'off', PUBLIC_URL: 'http://desk.example.com' });
    await outbox.post({ recipient: 'ann@example.com', subject: 'Link', body: 'Text' });
    const says = (text: string) => expect.stringContaining(text) as string;
    expect(await warnings.current()).toEqual([
      { code: 'RATE_LIMITS_OFF', message: says('RATE_LIMITS is off'), mails: null, detail: null },
      {
        code: 'NO_HTTPS',
        message: says('without https'),
        mails: null,
        detail: 'http://desk.example.com',
      },
      { code: 'NO_MAIL_SERVER', message: says('so far 1 mail.'), mails: 1, detail: null },
      { code: 'NO_WORKER', message: says('No worker is running'), mails: null, detail: null },
    ]);
  });

  it('pass on what the mail server said', async () => {
    const { warnings, jobs } = site({ SMTP_URL: 'smtp://127.0.0.1:9' });
    await test.database.query(
      `insert into mail (recipient, subject, body, attempts, last_error, next_attempt_at)
       values ('ann@example.com', 'Link', 'Text', 5, '550 no such person', null)`,
    );
    await jobs.startWorkers();
    await until(() => jobs.areServed());
    expect(await warnings.current()).toEqual([
      {
        code: 'MAILS_GIVEN_UP',
        message: '1 mail could not be sent; the mail server said: 550 no such person',
        mails: 1,
        detail: '550 no such person',
      },
    ]);
    await jobs.stop();
  });
});

describe('the nightly cleaning', () => {
  it('removes what has run out, and nothing else', async () => {
    const { cleaning, sessions } = site();
    const member = await builders.member();
    const token = await sessions.open(member.accountId);
    const question = await builders.question();
    await test.database.query(
      `insert into session (token_hash, account_id, expires_at) values ('\\x01', $1, now() - interval '1 minute')`,
      [member.accountId],
    );
    await test.database.query(
      `insert into password_reset (token_hash, account_id, expires_at) values
         ('\\x01', $1, now() - interval '2 days'), ('\\x02', $1, now() + interval '1 hour')`,
      [member.accountId],
    );
    await test.database.query(
      `insert into rate_limit (key, points, expire) values ('old', 1, 1), ('new', 1, $1)`,
      [Date.now() + 60_000],
    );
    await test.database.query(
      `insert into idempotency_key (account_id, key, operation, input_hash, result_id, created_at) values
         ($1, 'old', 'askQuestion', '', '1', now() - interval '8 days'), ($1, 'new', 'askQuestion', '', '2', now())`,
      [member.accountId],
    );
    await test.database.query(
      `insert into draft (account_id, kind, question_id, body, updated_at) values
         ($1, 'question', null, 'old', now() - interval '181 days'), ($1, 'answer', $2, 'new', now())`,
      [member.accountId, question],
    );
    await test.database.query(
      `insert into mail (recipient, subject, body, created_at, sent_at) values
         ('a@example.com', 'old', '', now() - interval '40 days', now() - interval '40 days'),
         ('b@example.com', 'new', '', now(), now()), ('c@example.com', 'kept', '', now() - interval '40 days', null)`,
    );

    await cleaning.clean();

    expect(await sessions.viewerOf(token)).not.toBe(GUEST);
    expect(await rows('select 1 from session')).toHaveLength(1);
    expect(await rows('select 1 from password_reset')).toHaveLength(1);
    expect(await rows('select key from rate_limit')).toEqual([{ key: 'new' }]);
    expect(await rows('select key from idempotency_key')).toEqual([{ key: 'new' }]);
    expect(await rows('select body from draft')).toEqual([{ body: 'new' }]);
    expect(await rows('select subject from mail order by id')).toEqual([
      { subject: 'new' },
      { subject: 'kept' },
    ]);
  });
});

/** One process of the site. */
function site(variables: Record<string, string> = {}) {
  const { database } = test;
  const environment = readEnvironment(variables);
  const logger = createLogger('silent');
  const events = new DomainEvents();
  const founded: SiteFounded[] = [];
  events.on(SiteFounded, (event) => void founded.push(event));
  const settings = new SiteSettings(database);
  const sessions = new Sessions(database);
  const registration = new Registration(database, events);
  const accounts = new Accounts(database, events, sessions);
  const jobs = new Jobs(database, logger);
  const mailer = new Mailer(database, settings, jobs, environment, logger);
  const limits = new RateLimits(database.dataSource, false);
  return {
    ...{ settings, sessions, accounts, registration, jobs, founded },
    outbox: new Outbox(database, mailer),
    setup: new Setup(database, registration, settings, events),
    profiles: new SiteProfiles(database, settings, accounts, new Audit(database)),
    warnings: new Warnings(new MailQueries(database), jobs, environment),
    cleaning: new NightlyCleaning(
      jobs,
      sessions,
      limits,
      new Idempotency(database),
      new Drafts(database),
      mailer,
    ),
  };
}

function rows(sql: string): Promise<Record<string, unknown>[]> {
  return test.database.query(sql);
}

/** Whether it throws at once or later is no matter to the caller. */
async function attempt<T>(action: () => Promise<T>): Promise<T> {
  return action();
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
