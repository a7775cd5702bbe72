import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { AcceptanceReminderDue } from '#libs/forum';
import type { Actor } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { NoticeBoard } from './testing/notice-board.js';

let test: TestDatabase;
let server: SMTPServer;
let board: NoticeBoard;
let received: string[];
let ann: Actor;
let question: number;

beforeAll(async () => {
  test = await createTestDatabase();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, callback) {
      let text = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      stream.on('end', () => {
        received.push(text);
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  board = new NoticeBoard(test, `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await test.drop();
});
beforeEach(async () => {
  received = [];
  await test.database.query(`delete from mail`);
  await board.settings.set('name', 'Peerdesk');
  await board.settings.set('locale', 'en');
  ann = await board.make.member();
  question = await board.make.question({ author: ann, title: 'Why is my espresso machine so loud?' });
  await board.make.answer({ question });
});

const remind = () => board.events.publish(new AcceptanceReminderDue(question, ann.accountId));
const choose = (column: string, value: unknown) =>
  test.database.query(`update account set ${column} = $2 where id = $1`, [ann.accountId, value]);
const tokenIn = (url: string | null) => new URL(url ?? '').searchParams.get('token') ?? '';

/** The text of the last mail as its reader sees it, without the line breaks of its transport. */
function readable(mail = ''): string {
  return mail.replaceAll('=\r\n', '').replaceAll('\r\n', '\n');
}

function headersOf(mail = ''): string {
  return mail.slice(0, mail.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
}

describe('an asker whose question has answers', () => {
  it('is reminded on the page and by a mail that leads to the question', async () => {
    await remind();
    expect(await board.toldTo(ann)).toMatchObject([
      { kind: 'ACCEPT_REMINDER', subjectId: question, data: {} },
    ]);
    await board.mailer.deliverDue();
    expect(received).toHaveLength(1);
    expect(headersOf(received[0])).toContain('Did an answer solve it? Why is my espresso machine so loud?');
    expect(readable(received[0])).toContain(
      `https://desk.example.com/questions/${question}/why-is-my-espresso-machine-so-loud`,
    );
  });

  it('gets one mail, also if the job that reminds runs twice', async () => {
    await Promise.all([remind(), remind(), remind()]);
    await remind();
    await board.mailer.deliverDue();
    await board.mailer.deliverDue();
    expect(received).toHaveLength(1);
  });

  it('is written to in the language they chose, else in that of the site', async () => {
    await board.settings.set('name', 'Kaffeekreis');
    await choose('locale', 'de');
    await remind();
    const [german] = await board.postedMails();
    expect(german?.subject).toBe('Hat eine Antwort geholfen? Why is my espresso machine so loud?');
    expect(german?.body).toMatch(/^Hallo member\w+,\n\nzu deiner Frage/);
    expect(german?.body).toContain('Du bekommst diese Mail von Kaffeekreis');

    const bob = await board.make.member();
    await board.settings.set('locale', 'de-AT');
    await board.notices.tell({
      accountId: bob.accountId,
      kind: 'SUPERUSER_INVITED',
      key: 'invited:1',
      subject: null,
      data: { until: new Date('2026-12-24T23:00:00Z') },
    });
    expect((await board.postedMails())[1]).toMatchObject({
      subject: 'Einladung: Werde Superuser bei Kaffeekreis',
      body: expect.stringContaining('bis zum 24. Dezember 2026') as string,
    });
  });

  it.each([
    ['has no address', () => choose('email', null)],
    ['erased their account', () => choose('erased_at', new Date())],
    ['refused such mails', () => board.preferences.choose(ann, { language: null, kinds: [] })],
    [
      'may not see the question any more',
      async () => {
        const moderator = await board.make.member({ role: 'SUPERUSER' });
        await board.forum.deletion.remove(moderator, question);
        await test.database.query(`update post set author_id = $2 where id = $1`, [
          question,
          moderator.accountId,
        ]);
      },
    ],
  ])('gets no mail if they have … %s', async (_, happens) => {
    await happens();
    await remind();
    expect(await board.postedMails()).toEqual([]);
  });

  it('gets no mail that still waits when they leave; those of others go out', async () => {
    const bob = await board.make.member();
    await remind();
    await board.notices.tell({
      accountId: bob.accountId,
      kind: 'SUPERUSER_INVITED',
      key: 'invited:2',
      subject: null,
      data: { until: new Date() },
    });
    await choose('erased_at', new Date());
    await board.notices.forget(ann.accountId);
    expect(await board.postedMails()).toMatchObject([
      { subject: expect.stringContaining('superuser') as string },
    ]);
  });

  it('gets no mail for what is told on the page alone', async () => {
    const { accountId } = ann;
    await board.notices.tell({
      accountId,
      kind: 'RANK_REACHED',
      key: 'rank:1',
      subject: null,
      data: { name: 'Guide' },
    });
    expect(await board.postedMails()).toEqual([]);
  });
});

describe('ending mails', () => {
  it('takes one click in the mail program: the mail says where, and the link is all it takes', async () => {
    await remind();
    const [posted] = await board.postedMails();
    await board.mailer.deliverDue();
    expect(headersOf(received[0])).toContain(`List-Unsubscribe: <${posted?.unsubscribeUrl}>`);
    expect(headersOf(received[0])).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(posted?.body).toContain(posted?.unsubscribeUrl);

    const token = tokenIn(posted?.unsubscribeUrl ?? null);
    expect(await board.preferences.ofLink(token)).toEqual({ kind: 'ACCEPT_REMINDER', isMailed: true });
    expect(await board.preferences.unsubscribe(token)).toBe(true);
    expect(await board.preferences.unsubscribe(token)).toBe(true);
    expect(await board.preferences.ofLink(token)).toEqual({ kind: 'ACCEPT_REMINDER', isMailed: false });
    const { kinds } = await board.preferences.of(ann.accountId);
    expect(kinds.filter(({ isMailed }) => !isMailed).map(({ kind }) => kind)).toEqual(['ACCEPT_REMINDER']);
  });

  it('is for whoever got the mail: no other link ends anything', async () => {
    await remind();
    const token = tokenIn((await board.postedMails())[0]?.unsubscribeUrl ?? null);
    const bob = await board.make.member();
    const forged = [
      token.replace(/^\d+/, String(bob.accountId)),
      token.replace('ACCEPT_REMINDER', 'SUPERUSER_INVITED'),
      token.slice(0, -1),
      `${token}A`,
      '',
      'nonsense',
    ];
    for (const other of forged) {
      expect([other, await board.preferences.unsubscribe(other)]).toEqual([other, false]);
      expect(await board.preferences.ofLink(other)).toBeNull();
    }
  });

  it('can be taken back by whoever is logged in, kind by kind', async () => {
    await board.preferences.choose(ann, { language: null, kinds: [] });
    await board.preferences.choose(ann, { language: 'de', kinds: ['SUPERUSER_INVITED'] });
    expect(await board.preferences.of(ann.accountId)).toEqual({
      language: 'de',
      kinds: [
        { kind: 'ACCEPT_REMINDER', isMailed: false },
        { kind: 'ACCEPTED_ON_BEHALF', isMailed: false },
        { kind: 'SUPERUSER_INVITED', isMailed: true },
        { kind: 'SUPERUSER_TERM_ENDING', isMailed: false },
      ],
    });
  });

  it.each([
    ['language', { language: 'tlh', kinds: null }],
    ['kinds', { language: null, kinds: ['RANK_REACHED'] }],
  ])('a wish that cannot be granted is refused: %s', async (path, wish) => {
    await expect(board.preferences.choose(ann, wish)).rejects.toMatchObject({ fields: [{ path }] });
  });
});
