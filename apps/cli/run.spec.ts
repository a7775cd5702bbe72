import { Readable } from 'node:stream';
import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { run } from './run.js';

let test: TestDatabase;
let out: string;
let err: string;
let typed: string;

beforeAll(async () => {
  test = await createTestDatabase();
  await new Builders(test.database).member({ username: 'ann' });
});

beforeEach(() => {
  typed = '';
});

afterEach(() => {
  process.exitCode = undefined;
});

afterAll(() => test.drop());

describe('the command line', () => {
  it('explains itself, each command too', async () => {
    expect(await peerdesk('--help')).toBe(0);
    const overview = out;
    for (const command of [
      'import',
      'sample',
      'reindex',
      'check',
      'migrate',
      'role',
      'reset-password',
      'erase',
    ]) {
      expect(overview).toMatch(new RegExp(`^ {2}${command} `, 'm'));
      expect(await peerdesk(command, '--help')).toBe(0);
      expect(out).toContain(`Usage: peerdesk ${command}`);
    }
  });

  it.each([
    [['nonsense'], 'unknown command'],
    [['role', 'ann'], "missing required argument 'role'"],
    [['role', 'ann', 'KING'], 'Choose one of MEMBER, SUPERUSER, MODERATOR, STAFF, ADMIN.'],
    [['check', '--repiar'], 'Did you mean --repair?'],
  ])('says what is wrong with %j', async (words, message) => {
    expect(await peerdesk(...words)).toBe(2);
    expect(err).toContain(message);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT is "abc"; accepted: a whole number from 1 to 65535.'],
    [{ DATABASE_URL: 'postgres://127.0.0.1:1/nothing' }, 'The database cannot be used: '],
  ])('says in one line what is wrong with %j', async (variables, message) => {
    expect(await peerdeskWith(variables, 'migrate')).toBe(1);
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('role', () => {
  it('makes somebody what the operator says, on record', async () => {
    expect(await peerdesk('role', 'Ann', 'moderator')).toBe(0);
    expect(out).toBe('Ann is MODERATOR now.\n');
    expect(await rows(`select role from account where username = 'ann'`)).toEqual([{ role: 'MODERATOR' }]);
    expect(await rows(`select actor_id, action, details from audit_record`)).toEqual([
      { actor_id: null, action: 'account.role-changed', details: { from: 'MEMBER', to: 'MODERATOR' } },
    ]);
  });

  it('knows only those who are there', async () => {
    expect(await peerdesk('role', 'nobody', 'ADMIN')).toBe(1);
    expect(err).toBe('The account nobody was not found. It may have been deleted.\n');
  });
});

describe('reset-password', () => {
  it('prints a link that works once', async () => {
    expect(await peerdesk('reset-password', 'ann')).toBe(0);
    expect(out).toMatch(/^https:\/\/desk\.example\.com\/reset-password\?token=[\w-]{43}\n$/);
    expect(await rows(`select 1 from password_reset where used_at is null`)).toHaveLength(1);
  });

  it('sets the password that comes through a pipe, and ends all sessions', async () => {
    typed = 'a long enough one\n';
    expect(await peerdesk('reset-password', 'ann', '--password-stdin')).toBe(0);
    expect(await rows(`select 1 from account where password_hash is not null`)).toHaveLength(1);
    expect(await rows(`select 1 from session`)).toEqual([]);
    expect(await rows(`select 1 from audit_record where action = 'account.password-reset'`)).toHaveLength(2);
  });

  it('refuses one that is too short, and leaves everything as it was', async () => {
    const before = await rows(`select password_hash from account`);
    typed = 'short';
    expect(await peerdesk('reset-password', 'ann', '--password-stdin')).toBe(1);
    expect(err).toBe('A password has 8 to 200 characters.\n');
    expect(await rows(`select password_hash from account`)).toEqual(before);
  });
});

describe('erase', () => {
  it('erases somebody for good, on record and without their name', async () => {
    await new Builders(test.database).member({ username: 'eve' });
    expect(await peerdesk('erase', 'eve')).toBe(2);
    expect(await peerdesk('erase', 'Eve', '--reason', 'Asked for by letter')).toBe(0);
    expect(out).toBe('The account Eve is erased.\n');
    expect(await rows(`select email from account where username like 'erased:%'`)).toEqual([{ email: null }]);
    expect(await rows(`select actor_id, details from audit_record where action = 'account.erased'`)).toEqual([
      { actor_id: null, details: { reason: 'Asked for by letter' } },
    ]);
    expect(await peerdesk('erase', 'eve', '--reason', 'Once more')).toBe(1);
    expect(err).toBe('The account eve was not found. It may have been deleted.\n');
  });
});

describe('sample, check and reindex', () => {
  it('tell the story of a small site: loaded, found, checked, broken, mended', async () => {
    expect(await peerdesk('sample')).toBe(0);
    expect(out).toMatch(/^Loaded 26 people, 40 questions, \d+ answers and 7 FAQ articles\.$/m);
    expect(await rows(`select 1 from search_document`)).toHaveLength(47);
    expect(await peerdesk('sample')).toBe(0);
    expect(out).toContain('The sample is loaded already.');

    expect(await peerdesk('check')).toBe(0);
    expect(out).toMatch(/^All \d+ promises are kept\.$/m);

    await rows(`update account set reputation = reputation + 7 where username = 'helga_s'`);
    expect(await peerdesk('check')).toBe(1);
    expect(out).toMatch(/- helga_s has \d+, the ledger says \d+/);
    process.exitCode = undefined;

    expect(await peerdesk('check', '--repair')).toBe(0);
    expect(out).toMatch(/1 of them after mending/);

    expect(await peerdesk('reindex')).toBe(0);
    expect(out).toMatch(/^POSTGRES: 47 documents, swapped in after/m);
  });
});

describe('migrate', () => {
  it('says when there is nothing to do', async () => {
    expect(await peerdesk('migrate')).toBe(0);
    expect(out).toBe('The database is up to date.\n');
  });

  it('brings an empty database to where the site can work with it', async () => {
    const empty = new URL(test.url);
    empty.pathname = `${empty.pathname}_empty`;
    await test.database.dataSource.query(`create database ${empty.pathname.slice(1)}`);
    try {
      expect(await peerdeskWith({ DATABASE_URL: empty.href }, 'migrate')).toBe(0);
      expect(out).toMatch(/^ran Foundation1700000000000$/m);
      expect(out).toMatch(/^ran Jobs1700000010000$/m);
    } finally {
      await test.database.dataSource.query(`drop database ${empty.pathname.slice(1)} with (force)`);
    }
  });
});

function peerdesk(...words: string[]): Promise<number> {
  return peerdeskWith({ PUBLIC_URL: 'https://desk.example.com' }, ...words);
}

function peerdeskWith(variables: Record<string, string>, ...words: string[]): Promise<number> {
  out = '';
  err = '';
  const terminal = {
    stdin: Readable.from([Buffer.from(typed)]),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
  };
  return run(words, { DATABASE_URL: test.url, ...variables }, terminal);
}

function rows(sql: string): Promise<Record<string, unknown>[]> {
  return test.database.query(sql);
}
