import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import type { Database } from '../database/database.js';
import { createLogger } from '../logging/logger.js';
import type { JobDefinition } from './job.js';
import { Jobs } from './jobs.js';

let test: TestDatabase;
let database: Database;
const processes: Jobs[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
});

afterEach(async () => {
  for (const jobs of processes.splice(0)) await jobs.stop();
});

afterAll(() => test.drop());

describe('a job', () => {
  it('is run once the change that asked for it is committed, and never if that was taken back', async () => {
    const { jobs, runs, job } = counting('story.commit');
    await jobs.startWorkers();
    const broken = database.transaction(async () => {
      await job.add({ question: 1 });
      throw new Error('the question was refused');
    });
    await expect(broken).rejects.toThrow('refused');

    await database.transaction(async () => {
      await job.add({ question: 2 });
      await sleep(300);
      expect(runs).toEqual([]);
    });
    await until(() => runs.length > 0);
    await sleep(300);
    expect(runs).toEqual([{ question: 2 }]);
  });

  it('waits for a worker, wherever one is started', async () => {
    const web = counting('story.elsewhere');
    await web.job.add({ question: 3 });
    const worker = counting('story.elsewhere');
    await worker.jobs.startWorkers();
    await until(() => worker.runs.length === 1);
    expect(web.runs).toEqual([]);
  });

  it('is woken for at once, not at the next look', async () => {
    const { jobs, runs, job } = counting('story.soon');
    await jobs.startWorkers();
    await sleep(200);
    const askedAt = performance.now();
    await job.add({});
    await until(() => runs.length === 1, 20);
    expect(performance.now() - askedAt).toBeLessThan(1_000);
  });

  it('that fails is tried again', async () => {
    let tries = 0;
    const jobs = newProcess();
    const job = jobs.define({
      name: 'story.second-try',
      actor: 'system',
      run: async () => {
        tries++;
        if (tries === 1) throw new Error('the other side is restarting');
      },
    });
    await jobs.startWorkers();
    await job.add({});
    await until(() => tries === 2);
    await until(async () => (await stateOf('story.second-try')) === 'completed');
  });

  it('is run by one of two workers, not by both', async () => {
    const one = counting('story.shared', { concurrency: 3 });
    const other = counting('story.shared', { concurrency: 3 });
    await one.jobs.startWorkers();
    await other.jobs.startWorkers();
    await Promise.all(Array.from({ length: 30 }, (_, number) => one.job.add({ number })));
    await until(() => one.runs.length + other.runs.length >= 30);
    await sleep(300);
    const numbers = [...one.runs, ...other.runs].map((data) => data['number']);
    expect(new Set(numbers).size).toBe(30);
    expect(numbers).toHaveLength(30);
  });

  it('may finish when its process is asked to stop', async () => {
    let isDone = false;
    const jobs = newProcess();
    const job = jobs.define({
      name: 'story.finishing',
      actor: 'system',
      run: async () => {
        await sleep(700);
        isDone = true;
      },
    });
    await jobs.startWorkers();
    await job.add({});
    await until(async () => (await stateOf('story.finishing')) === 'active');
    await jobs.stop();
    expect(isDone).toBe(true);
    expect(await stateOf('story.finishing')).toBe('completed');
  });

  it('with an hour of its own is also run when workers start', async () => {
    const { jobs, runs } = counting('story.nightly', { cron: '17 3 * * *' });
    await jobs.startWorkers();
    await until(() => runs.length === 1);
    const hours = await database.query(
      `select cron, timezone from pgboss.schedule where name = 'story.nightly'`,
    );
    expect(hours).toEqual([{ cron: '17 3 * * *', timezone: 'UTC' }]);
  });

  it('of a worker that was killed is run by another within moments', async () => {
    const { jobs, runs } = counting('story.killed');
    await jobs.startWorkers();
    await jobs.stop();

    const child = await startWorkerThatHangs('story.killed');
    await until(async () => (await stateOf('story.killed')) === 'active');
    const died = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await died;
    const killedAt = performance.now();
    const second = counting('story.killed');
    await second.jobs.startWorkers();
    await until(() => second.runs.length === 1, 100, 25_000);
    expect(runs).toEqual([]);
    expect(second.runs).toEqual([{ question: 9 }]);
    expect(performance.now() - killedAt).toBeLessThan(16_000);
  });
});

describe('the start', () => {
  it('is refused when a job does not say on whose authority it acts', async () => {
    const jobs = newProcess();
    jobs.define({ name: 'story.nobody', run: async () => undefined } as unknown as JobDefinition<never>);
    expect(() => jobs.onApplicationBootstrap()).toThrow('story.nobody');
    await expect(jobs.startWorkers()).rejects.toThrow('story.nobody');
  });

  it('is refused when two jobs have one name', () => {
    const jobs = newProcess();
    const definition: JobDefinition<Record<string, never>> = {
      name: 'story.twice',
      actor: 'system',
      run: async () => undefined,
    };
    jobs.define(definition);
    expect(() => jobs.define(definition)).toThrow('story.twice');
  });
});

function newProcess(): Jobs {
  const jobs = new Jobs(database, createLogger('silent'));
  processes.push(jobs);
  return jobs;
}

/** A process that notes each run of one job. */
function counting(name: string, options: { cron?: string; concurrency?: number } = {}) {
  const runs: Record<string, unknown>[] = [];
  const jobs = newProcess();
  const job = jobs.define<Record<string, number>>({
    name,
    actor: 'system',
    run: async (data) => {
      runs.push(data);
    },
    ...options,
  });
  return { jobs, runs, job };
}

async function stateOf(name: string): Promise<string | undefined> {
  const row = await database.one<{ state: string }>(
    `select state from pgboss.job where name = $1 order by created_on desc limit 1`,
    [name],
  );
  return row?.state;
}

/** Another process that takes the job and never comes to an end with it. */
async function startWorkerThatHangs(name: string): Promise<ChildProcess> {
  const root = new URL('../../../', import.meta.url);
  const script = `
    import 'reflect-metadata';
    import { importSource } from '${new URL('libs/testing/cluster/typescript-hooks.mjs', root).href}';
    const { Database, Jobs, createDataSource, createLogger } = await importSource('libs/platform/index.ts');
    const dataSource = createDataSource({ url: '${test.url}', migrations: [] });
    await dataSource.initialize();
    const jobs = new Jobs(new Database(dataSource), createLogger('silent'));
    const job = jobs.define({ name: '${name}', actor: 'system', run: () => new Promise(() => undefined) });
    await jobs.startWorkers();
    await job.add({ question: 9 });
    console.log('started');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => reject(new Error('The worker did not start.')));
  });
  return child;
}

async function until(
  isSo: () => boolean | Promise<boolean>,
  everyMs = 50,
  patienceMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not come about');
    await sleep(everyMs);
  }
}
