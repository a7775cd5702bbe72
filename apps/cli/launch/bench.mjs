/** npm run bench: what a page, a search and a vote cost. */
import { prepare, readiness } from './prepare.mjs';
import { become } from './processes.mjs';
import { inProject, launcher } from './project.mjs';

await launcher(async () => {
  await prepare(readiness.everything);
  await become(inProject('dist', 'apps', 'bench', 'main.js'));
});
