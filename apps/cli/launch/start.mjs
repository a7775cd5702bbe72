/** npm start: the whole Peerdesk in one process, ready to use. */
import { become, launcher } from './launcher.mjs';
import { prepare, readiness } from './prepare.mjs';
import { inProject } from './project.mjs';

await launcher(async () => {
  await prepare(readiness.everything);
  await become(inProject('dist', 'apps', 'api', 'main.js'));
});
