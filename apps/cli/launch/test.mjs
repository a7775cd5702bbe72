/** npm test: the whole suite, or the part that the parameters name, as jest takes them. */
import { availableParallelism } from 'node:os';
import { launcher } from './launcher.mjs';
import { prepare, readiness } from './prepare.mjs';
import { run } from './processes.mjs';
import { inProject, pinnedNode, toolEnvironment } from './project.mjs';

await launcher(async () => {
  await prepare(readiness.everything);
  const jest = inProject('node_modules', 'jest', 'bin', 'jest.js');
  // PostgreSQL and the browser want to run too; more workers than this would only make them late.
  const workers = Math.max(2, Math.min(4, availableParallelism() - 1));
  const NODE_OPTIONS = [
    process.env.NODE_OPTIONS,
    // jest needs them to load ES modules, and Node.js warns of them in every worker.
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
  ];
  const parameters = [jest, `--maxWorkers=${workers}`, ...process.argv.slice(2)];
  const env = toolEnvironment({ NODE_OPTIONS: NODE_OPTIONS.filter(Boolean).join(' ') });
  process.exit(await run(pinnedNode, parameters, { env }));
});
