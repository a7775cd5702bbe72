import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';

let test: TestDatabase;
const children: ChildProcess[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(() => test.drop());

describe('a worker', () => {
  it('makes findable what others write, cleans up, and stops in order', async () => {
    await test.database.query(`insert into rate_limit (key, points, expire) values ('old', 1, 1)`);
    const worker = startWorker({ DATABASE_URL: test.url });
    await saying(worker, 'Peerdesk worker is ready');
    await until(async () => (await count('rate_limit')) === 0);

    await new Builders(test.database).question({ title: 'Who brings this into the search index?' });
    await until(async () => (await count('search_document')) === 1);

    worker.kill('SIGTERM');
    expect(await once(worker, 'exit')).toEqual([0, null]);
    expect(
      await count(
        `pg_stat_activity where datname = current_database() and application_name like 'peerdesk-jobs'`,
      ),
    ).toBe(0);
  });

  it('says in one line why it cannot start', async () => {
    const worker = startWorker({ DATABASE_URL: 'postgres://127.0.0.1:1/nothing' });
    const [said, [exitCode]] = await Promise.all([text(worker.stderr!), once(worker, 'exit')]);
    expect(said).toMatch(/^The database cannot be used: .*\n$/);
    expect(exitCode).toBe(1);
  });
});

function startWorker(variables: Record<string, string>): ChildProcess {
  const root = new URL('../../', import.meta.url);
  const script = `
    import 'reflect-metadata';
    import { importSource } from '${new URL('libs/testing/cluster/typescript-hooks.mjs', root).href}';
    const { work } = await importSource('apps/worker/work.ts');
    await work(process.env);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...variables },
  });
  children.push(child);
  return child;
}

async function saying(child: ChildProcess, words: string): Promise<void> {
  for await (const chunk of child.stdout!) if (String(chunk).includes(words)) return;
  throw new Error('the worker ended before it was ready');
}

async function count(table: string): Promise<number> {
  const row = await test.database.one<{ count: number }>(`select count(*) as count from ${table}`);
  return row?.count ?? 0;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not come about');
    await sleep(100);
  }
}
