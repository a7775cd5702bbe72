/**
 * npm run test:properties: the stories that `npm test` makes up a few of, as many as are asked for, and ends.
 *
 *   npm run test:properties -- --sequences 10000
 *   npm run test:properties -- --seed 4711 --path "10:1:3"     what a failure says, to see it again
 */
import { parseArgs } from 'node:util';
import { launcher } from './launcher.mjs';
import { prepare, readiness } from './prepare.mjs';
import { run } from './processes.mjs';
import { inProject, pinnedNode, say, toolEnvironment } from './project.mjs';

await launcher(async () => {
  const { values } = parseArgs({
    options: {
      sequences: { type: 'string', default: '1000' },
      seed: { type: 'string' },
      path: { type: 'string' },
    },
  });
  await prepare(readiness.everything);
  const begin = Date.now();
  const env = toolEnvironment({
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    PROPERTY_SEQUENCES: values.sequences,
    ...(values.seed && { PROPERTY_SEED: values.seed }),
    ...(values.path && { PROPERTY_PATH: values.path }),
  });
  const jest = inProject('node_modules', 'jest', 'bin', 'jest.js');
  const code = await run(pinnedNode, [jest, '--runInBand', 'apps/e2e/properties'], { env });
  say(`It took ${((Date.now() - begin) / 60_000).toFixed(1)} minutes.`);
  process.exit(code);
});
