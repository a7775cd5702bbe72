/** npm start: the whole Peerdesk in one process, ready to use. */
import { prepare, readiness } from './prepare.mjs';
import { become } from './processes.mjs';
import { inProject, launcher } from './project.mjs';

await launcher(async () => {
  await prepare(readiness.everything);
  await become(inProject('dist', 'apps', 'api', 'main.js'));
});
