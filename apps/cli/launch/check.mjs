/** npm run check: everything about the source that can be said without running it. */
import { availableParallelism } from 'node:os';
import { launcher } from './launcher.mjs';
import { prepare, readiness } from './prepare.mjs';
import { run } from './processes.mjs';
import { inProject, say, toolEnvironment } from './project.mjs';

/** The longest first, so that they run beside each other. */
const STEPS = [
  { name: 'lint', command: ['eslint', '.'] },
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json'] },
  {
    name: 'types of the pages',
    command: ['svelte-check', '--output', 'human', '--tsconfig', 'tsconfig.json', '--fail-on-warnings'],
    cwd: inProject('apps', 'web'),
  },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  { name: 'generated files', command: ['node', 'dist/apps/api/print-schema.js', '--check'] },
  { name: 'boundaries', command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'apps', 'libs'] },
  { name: 'format', command: ['prettier', '--check', '--cache', '--log-level', 'warn', '.'] },
];

await launcher(async () => {
  // The build of the pages also writes the types that their sources refer to.
  await prepare(readiness.everything);
  const waiting = [...STEPS];
  const failed = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!(await passes(step))) failed.push(step.name);
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
  say(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
  process.exit(failed.length === 0 ? 0 : 1);
});

async function passes({ name, command: [program, ...parameters], cwd }) {
  const begin = Date.now();
  let output = '';
  const code = await run(program, parameters, {
    env: toolEnvironment({ FORCE_COLOR: process.stderr.isTTY ? '1' : '0' }),
    ...(cwd && { cwd }),
    onOutput: (chunk) => (output += chunk),
  });
  if (code > 128) process.exit(code);
  say(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
  if (code !== 0) say(output.trim());
  return code === 0;
}
