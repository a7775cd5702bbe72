import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/**
 * A project as small as can be, with the real launchers, an npm that only notes that it was called, and one package.
 * The real npm and the real project are tried by everybody who clones it.
 */
let project: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'peerdesk-launch-spec-')));
  cpSync(fileURLToPath(new URL('.', import.meta.url)), join(project, 'apps/cli/launch'), { recursive: true });
  write('package.json', JSON.stringify({ type: 'module' }));
  write('.swcrc', JSON.stringify({ jsc: { parser: { syntax: 'typescript' }, target: 'es2024' } }));
  write('package-lock.json', JSON.stringify(packages({ left: '1.0.0', elsewhere: 'optional' })));
  write('libs/greeting/index.ts', "export const greeting: string = 'Good morning';");
  write('libs/greeting/index.spec.ts', 'never built');
  write(
    'apps/cli/main.ts',
    `import { greeting } from '../../libs/greeting/index.js';
     console.log(greeting, process.argv.slice(2).join(' '));
     process.exitCode = 3;`,
  );
  write(
    'machine/npm',
    `#!/bin/sh
     echo "$@" >> npm-calls
     [ -e npm-fails ] && { echo 'registry on holiday'; exit 1; }
     [ -e npm-is-slow ] && sleep 1
     [ -e npm-is-stubborn ] && { trap '' INT TERM HUP; sleep 60 & wait; }
     mkdir -p node_modules/.bin node_modules/node
     ln -sf ${process.execPath} node_modules/.bin/node
     ln -sfn ${realpathSync('node_modules/@swc')} node_modules/@swc
     echo '{"version":"${process.version.slice(1)}"}' > node_modules/node/package.json
     cp installed.json node_modules/.package-lock.json`,
  );
  chmodSync(join(project, 'machine/npm'), 0o755);
  write('installed.json', JSON.stringify(packages({ left: '1.0.0' })));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(project, { recursive: true, force: true });
});

describe('the first start', () => {
  it('installs, builds and runs, and says what it does', async () => {
    const { code, out, err } = await launch('peerdesk', 'to', 'you');
    expect({ code, out }).toEqual({ code: 3, out: 'Good morning to you\n' });
    expect(err).toMatch(
      /^Installing packages .*…\n {2}done in .* s\nBuilding the server …\n {2}done in .* s\n$/,
    );
    expect(npmCalls()).toEqual([expect.stringMatching(/^ci .*--ignore-scripts=false/)]);
    expect(existsSync(join(project, 'dist/libs/greeting/index.spec.js'))).toBe(false);
  });

  it('shows what npm said when the installation fails, and ends', async () => {
    write('npm-fails', '');
    const { code, err } = await launch('peerdesk');
    expect(code).toBe(1);
    expect(err).toContain('registry on holiday\n\nThe installation failed (exit code 1); see above.');
  });

  it('waits for another start that is installing, instead of installing over it', async () => {
    write('npm-is-slow', '');
    const [first, second] = await Promise.all([launch('peerdesk'), launch('peerdesk')]);
    expect([first.code, second.code]).toEqual([3, 3]);
    expect(first.err + second.err).toMatch(/Waiting for process \d+, which is preparing already/);
    expect(npmCalls()).toHaveLength(1);
  });

  it('is not held up by a preparation that was killed', async () => {
    write('dist/.preparing', '4000000');
    expect(await launch('peerdesk')).toMatchObject({ code: 3 });
  });
});

describe('a later start', () => {
  beforeEach(() => launch('peerdesk'));

  it('does nothing and says nothing when all is there', async () => {
    expect(await launch('peerdesk')).toEqual({ code: 3, out: 'Good morning \n', err: '' });
    expect(npmCalls()).toHaveLength(1);
  });

  it('builds what has changed, and removes what is gone', async () => {
    write('libs/greeting/index.ts', "export { greeting } from './evening.js';");
    write('libs/greeting/evening.ts', "export const greeting = 'Good evening';");
    expect(await launch('peerdesk')).toMatchObject({ out: 'Good evening \n' });
    write('libs/greeting/index.ts', "export const greeting = 'Good night';");
    rmSync(join(project, 'libs/greeting/evening.ts'));
    expect(await launch('peerdesk')).toMatchObject({ out: 'Good night \n' });
    expect(existsSync(join(project, 'dist/libs/greeting/evening.js'))).toBe(false);
  });

  it('shows where a source cannot be compiled', async () => {
    write('libs/greeting/index.ts', 'export const = ;');
    const { code, err } = await launch('peerdesk');
    expect(code).toBe(1);
    expect(err).toContain('libs/greeting/index.ts');
    expect(err).toContain('The build of the server failed; see above.');
  });

  it.each([
    ['the lock file asks for another version', { left: '1.1.0' }, { left: '1.0.0' }, 2],
    ['a package is missing', { left: '1.0.0', right: '1.0.0' }, { left: '1.0.0' }, 2],
    [
      'only a package for other machines is missing',
      { left: '1.0.0', other: 'optional' },
      { left: '1.0.0' },
      1,
    ],
    ['somebody ran npm install', { left: '1.1.0' }, { left: '1.1.0', more: '1.0.0' }, 1],
  ])('installs again if need be: %s', async (_, wanted, installed, calls) => {
    write('package-lock.json', JSON.stringify(packages(wanted)));
    write('node_modules/.package-lock.json', JSON.stringify(packages(installed)));
    await launch('peerdesk');
    expect(npmCalls()).toHaveLength(calls);
  });

  it('installs again when an installation was interrupted', async () => {
    rmSync(join(project, 'node_modules/.package-lock.json'));
    expect(await launch('peerdesk')).toMatchObject({ code: 3 });
    expect(npmCalls()).toHaveLength(2);
  });

  it('starts once more on the pinned Node.js, and gives up when that is not what it should be', async () => {
    write('node_modules/node/package.json', '{"version":"1.2.3"}');
    const { code, err } = await launch('peerdesk');
    expect(code).toBe(1);
    expect(err).toContain(`node_modules/.bin/node is ${process.version}, not 1.2.3.`);
  });
});

describe('the end', () => {
  const patient = `
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => { console.log('ended by ' + signal); process.exit(0); });
    }
    setInterval(() => undefined, 1000);
    console.log('ready');
  `;

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('hands %s on to Peerdesk', async (signal) => {
    write('apps/cli/main.ts', patient);
    const { child, result } = await launched('peerdesk');
    child.kill(signal);
    expect(await result).toMatchObject({ code: 0, out: `ready\nended by ${signal}\n` });
  });

  it('ends an installation that does not want to end, and all that it runs', async () => {
    write('npm-is-stubborn', '');
    const child = spawnLauncher('peerdesk', []);
    const output = collect(child);
    const result = ended(child, output);
    await until(() => existsSync(join(project, 'npm-calls')));
    child.kill('SIGINT');
    expect(await result).toMatchObject({ code: 130, err: expect.not.stringContaining('failed') });
    expect(existsSync(join(project, 'dist/.preparing'))).toBe(false);
  });

  it('ends Peerdesk when npm, which started it, is killed', async () => {
    write('apps/cli/main.ts', patient);
    // As npm does: through a shell that leaves its place to the launcher.
    const script = `"${process.execPath}" "${join(project, 'apps/cli/launch/peerdesk.mjs')}" & wait`;
    const npm = spawn('sh', ['-c', script], { env: environment({ npm_lifecycle_event: 'peerdesk' }) });
    children.push(npm);
    const output = collect(npm);
    await until(() => output.out.includes('ready'));
    npm.kill('SIGKILL');
    await until(() => output.out.includes('ended by'));
    expect(output.out).toContain('ended by SIGTERM');
  });
});

function write(path: string, content: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), content);
}

/** A lock file, or npm's note of what it installed; a version of `optional` stands for a part for other machines. */
function packages(versions: Record<string, string>) {
  const entries = Object.entries(versions).map(([name, version]) => [
    `node_modules/${name}`,
    version === 'optional' ? { version: '1.0.0', optional: true } : { version },
  ]);
  return { packages: { '': {}, ...Object.fromEntries(entries) } as Record<string, object> };
}

function npmCalls(): string[] {
  return readFileSync(join(project, 'npm-calls'), 'utf8').trim().split('\n');
}

function environment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { PATH: `${join(project, 'machine')}:/usr/bin:/bin`, ...extra };
}

function spawnLauncher(name: string, parameters: string[]): ChildProcess {
  const launcher = join(project, 'apps/cli/launch', `${name}.mjs`);
  const child = spawn(process.execPath, [launcher, ...parameters], { cwd: project, env: environment() });
  children.push(child);
  return child;
}

interface Output {
  out: string;
  err: string;
}

function collect(child: ChildProcess): Output {
  const output = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => (output.out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output.err += chunk.toString()));
  return output;
}

function ended(child: ChildProcess, output: Output): Promise<Output & { code: number | null }> {
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...output })));
}

function launch(name: string, ...parameters: string[]): Promise<Output & { code: number | null }> {
  const child = spawnLauncher(name, parameters);
  return ended(child, collect(child));
}

/** A launcher whose program is up. */
async function launched(name: string) {
  const child = spawnLauncher(name, []);
  const output = collect(child);
  const result = ended(child, output);
  await until(() => output.out.includes('ready'));
  return { child, result };
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!condition() && Date.now() < deadline) await sleep(20);
}
