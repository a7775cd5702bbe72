/** npm run bench: what a page, a search and a vote cost. */
import { become, launcher } from './launcher.mjs';
import { prepare, readiness } from './prepare.mjs';
import { inProject } from './project.mjs';

await launcher(async () => {
  await prepare(readiness.everything);
  await become(inProject('dist', 'apps', 'bench', 'main.js'));
});
