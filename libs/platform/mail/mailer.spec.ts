import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { readEnvironment } from '../config/environment.js';
import { Jobs } from '../jobs/jobs.js';
import { createLogger } from '../logging/logger.js';
import { SiteSettings } from '../settings/site-settings.js';
import { Mailer } from './mailer.js';
import { Outbox } from './outbox.js';

interface Received {
  from: string;
  recipients: string[];
  text: string;
}

const silent = createLogger('silent');
let test: TestDatabase;
let received: Received[];
let server: SMTPServer | null;
let port: number;

beforeAll(async () => {
  test = await createTestDatabase();
});

beforeEach(async () => {
  received = [];
  port = await startServer();
  await test.database.query(`delete from mail`);
  await test.database.query(`delete from site_setting`);
});

afterEach(() => stopServer());
afterAll(() => test.drop());

describe('a mail', () => {
  it('reaches its reader moments after what it tells of is committed', async () => {
    const { jobs, outbox } = site();
    await jobs.startWorkers();
    await test.database.transaction(async () => {
      await outbox.post({
        recipient: 'ann@example.com',
        subject: 'Grüße & mehr',
        body: 'Hello Ann,\n.\nbye',
      });
      await sleep(200);
      expect(received).toEqual([]);
    });
    await until(() => received.length === 1);
    expect(received[0]).toMatchObject({ from: 'noreply@desk.example.com', recipients: ['ann@example.com'] });
    expect(header('Subject')).toBe('=?UTF-8?Q?Gr=C3=BC=C3=9Fe_=26_mehr?=');
    expect(header('From')).toBe('Peerdesk <noreply@desk.example.com>');
    expect(received[0]?.text).toContain('Hello Ann,\r\n.\r\nbye');
    await jobs.stop();
  });

  it('leaves nothing behind that could log somebody in', async () => {
    const { mailer, outbox } = site();
    await outbox.post({
      recipient: 'ann@example.com',
      subject: 'Link',
      body: 'https://desk.example.com/reset',
    });
    await mailer.deliverDue();
    expect(await mails()).toMatchObject([{ body: '', isSent: true, lastError: null, attempts: 1 }]);
  });

  it('cannot be turned into another one by a subject, a name or an address', async () => {
    const { mailer, outbox, settings } = site();
    await settings.set('name', 'Desk\r\nBcc: eve@example.com');
    await outbox.post({
      recipient: 'ann@example.com\r\nBcc: eve@example.com',
      subject: 'Hello\r\nBcc: eve@example.com\r\n\r\nBuy this',
      body: 'Only this.',
    });
    await outbox.post({ recipient: 'bob@example.com, eve@example.com', subject: 'Two at once', body: 'No.' });
    await mailer.deliverDue();
    const reached = received.flatMap((mail) => mail.recipients);
    expect(reached).not.toContain('eve@example.com');
    for (const mail of received) {
      const head = mail.text.slice(0, mail.text.indexOf('\r\n\r\n'));
      expect(head).not.toMatch(/^(Bcc|Buy)/im);
    }
  });
});

describe('while the mail server is down', () => {
  it('mails wait, and go out when it is back', async () => {
    await stopServer();
    const { mailer, outbox } = site();
    await outbox.post({ recipient: 'ann@example.com', subject: 'First', body: 'One' });
    await outbox.post({ recipient: 'bob@example.com', subject: 'Second', body: 'Two' });
    await mailer.deliverDue();
    // The second one is not held to account for a server that does not answer.
    expect(await mails()).toMatchObject([
      { attempts: 1, isSent: false, waits: true, lastError: expect.stringContaining('ECONNREFUSED') },
      { attempts: 0, isSent: false, waits: true },
    ]);
    expect(await nextRunAfterSeconds()).toBeGreaterThan(30);

    await startServer(port);
    await becomeDue();
    await mailer.deliverDue();
    expect(received.map((mail) => mail.recipients[0]).sort()).toEqual(['ann@example.com', 'bob@example.com']);
  });

  it('a mail is given up after five attempts, and kept with the reason', async () => {
    const { mailer, outbox } = site();
    await outbox.post({ recipient: 'refused@example.com', subject: 'Nobody wants it', body: 'Text' });
    await outbox.post({ recipient: 'ann@example.com', subject: 'Welcome', body: 'Text' });
    for (let attempt = 1; attempt <= 6; attempt++) {
      await mailer.deliverDue();
      await becomeDue();
    }
    expect(await mails()).toMatchObject([
      { attempts: 5, isSent: false, waits: false, body: 'Text', lastError: expect.stringContaining('550') },
      { attempts: 1, isSent: true },
    ]);
  });

  it('nobody is sent what was news a week ago', async () => {
    const { mailer, outbox } = site();
    await outbox.post({ recipient: 'ann@example.com', subject: 'Old', body: 'Text' });
    await test.database.query(`update mail set created_at = now() - interval '7 days'`);
    await mailer.deliverDue();
    expect(received).toEqual([]);
    expect(await mails()).toMatchObject([{ isSent: false, body: 'Text' }]);
  });
});

describe('several workers', () => {
  it('share the mails between them and send each once', async () => {
    const { outbox, mailer } = site();
    for (let n = 1; n <= 12; n++) {
      await outbox.post({ recipient: `m${n}@example.com`, subject: 'Digest', body: 'Text' });
    }
    await Promise.all([mailer, site().mailer, site().mailer].map((each) => each.deliverDue()));
    expect(new Set(received.flatMap((mail) => mail.recipients)).size).toBe(12);
    expect(received).toHaveLength(12);
  });

  it('a mail whose worker died is sent by another, under the same id', async () => {
    const { outbox, mailer } = site();
    await outbox.post({ recipient: 'ann@example.com', subject: 'Once more', body: 'Text' });
    await mailer.deliverDue();
    await test.database.query(`update mail set sent_at = null, body = 'Text', next_attempt_at = now()`);
    await mailer.deliverDue();
    const ids = received.map((mail) => /^Message-ID: (.+)$/im.exec(mail.text)?.[1]);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });
});

describe('without a mail server', () => {
  it('mails are kept for the admins', async () => {
    const { mailer, outbox } = site({ smtpUrl: '' });
    await outbox.post({ recipient: 'ann@example.com', subject: 'Link', body: 'Text' });
    await mailer.deliverDue();
    expect(await mails()).toMatchObject([{ isSent: false, attempts: 0, body: 'Text' }]);
  });
});

function site({ smtpUrl = `smtp://127.0.0.1:${port}` } = {}) {
  const environment = readEnvironment({ SMTP_URL: smtpUrl, PUBLIC_URL: 'https://desk.example.com' });
  const settings = new SiteSettings(test.database);
  const jobs = new Jobs(test.database, silent);
  const mailer = new Mailer(test.database, settings, jobs, environment, silent);
  return { jobs, mailer, settings, outbox: new Outbox(test.database, mailer) };
}

/** A mail server that takes everything, but nothing for refused@example.com. */
async function startServer(wanted = 0): Promise<number> {
  const started = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, callback) {
      const refusal = Object.assign(new Error('no such person'), { responseCode: 550 });
      callback(address === 'refused@example.com' ? refusal : null);
    },
    onData(stream, session, callback) {
      let text = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          recipients: rcptTo.map(({ address }) => address),
          text,
        });
        callback();
      });
    },
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(wanted, '127.0.0.1', () => resolve()));
  return (started.server.address() as AddressInfo).port;
}

async function stopServer(): Promise<void> {
  const stopping = server;
  server = null;
  if (stopping) await new Promise<void>((resolve) => stopping.close(() => resolve()));
}

function header(name: string): string | undefined {
  return new RegExp(`^${name}: (.+)$`, 'm').exec(received[0]?.text ?? '')?.[1]?.trim();
}

function mails(): Promise<Record<string, unknown>[]> {
  return test.database.query(
    `select recipient, body, attempts, last_error as "lastError", sent_at is not null as "isSent",
            next_attempt_at is not null as "waits" from mail order by id`,
  );
}

async function becomeDue(): Promise<void> {
  // Well past: the column keeps milliseconds, and a moment rounded up is not yet due.
  await test.database.query(
    `update mail set next_attempt_at = now() - interval '1 second' where next_attempt_at is not null`,
  );
}

async function nextRunAfterSeconds(): Promise<number> {
  const row = await test.database.one<{ seconds: number }>(
    `select max(extract(epoch from start_after - now()))::float8 as seconds
       from pgboss.job where name = 'mail.deliver' and state = 'created'`,
  );
  return row?.seconds ?? 0;
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('it did not come about');
    await sleep(50);
  }
}
