import { Command } from 'commander';
import { createTestDatabase, type TestDatabase } from '#libs/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { addImportCommand } from './import.js';

let test: TestDatabase;
let directory: string;
let printed: string;

beforeAll(async () => {
  test = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'peerdesk-import-'));
});

afterAll(async () => {
  await rm(directory, { recursive: true });
  await test.drop();
});

beforeEach(() => {
  printed = '';
});

afterEach(() => {
  delete process.env['INIT_CWD'];
  process.exitCode = undefined;
});

const print = (text: string) => {
  printed += text;
};

async function peerdesk(...words: string[]): Promise<void> {
  const program = new Command().exitOverride().configureOutput({ writeOut: print, writeErr: print });
  addImportCommand(program, (work) => work(test.database), {
    stdout: { write: print },
    stderr: { write: print },
  });
  await program.parseAsync(['node', 'peerdesk', ...words]);
}

const POST = `<posts><row Id="1" PostTypeId="1" CreationDate="2012-03-04T05:06:07.890" Title="Who?" Body="Me." />
  <row Id="broken</posts>`;

it('imports a dump and ends with the table of what became of it', async () => {
  await writeFile(join(directory, 'Posts.xml'), POST);
  await peerdesk('import', 'stackexchange', directory, '--locale', 'nl');
  expect(printed).toMatch(/read +written +already there +left out/);
  expect(printed).toMatch(/Posts +2 +1 +0 +1/);
  expect(printed).toMatch(/Votes\.xml is missing/);
  expect(await test.database.query(`select title, locale from post`)).toEqual([
    { title: 'Who?', locale: 'nl' },
  ]);
});

it('finds a directory that was named from where the person is', async () => {
  process.env['INIT_CWD'] = dirname(directory);
  await peerdesk('import', 'stackexchange', basename(directory));
  expect(printed).toMatch(/Posts +2 +0 +1 +1/);
});

it('says what is wrong with the directory or the language', async () => {
  await expect(peerdesk('import', 'stackexchange', '/nowhere')).rejects.toThrow(/\/nowhere cannot be read/);
  const wrong = peerdesk('import', 'stackexchange', directory, '--locale', 'pt_or_so!');
  await expect(wrong).rejects.toThrow(/is no language tag/);
});

it('stopped by Ctrl-C, it says that nothing is lost', async () => {
  const run = peerdesk('import', 'stackexchange', directory);
  process.emit('SIGINT');
  await run;
  expect(printed).toMatch(/Stopped. What was imported is kept/);
  expect(process.exitCode).toBe(130);
});

it('explains itself', async () => {
  await expect(peerdesk('import', 'stackexchange', '--help')).rejects.toMatchObject({ exitCode: 0 });
  expect(printed).toMatch(/Posts, Users, Votes, Comments, Tags, Badges, PostLinks and PostHistory/);
});
