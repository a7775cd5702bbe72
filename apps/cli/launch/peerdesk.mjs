/** npm run peerdesk -- <command>: the command line, beside a running Peerdesk or without one. */
import { become, launcher } from './launcher.mjs';
import { prepare, readiness } from './prepare.mjs';
import { inProject } from './project.mjs';

await launcher(async () => {
  await prepare(readiness.server);
  await become(inProject('dist', 'apps', 'cli', 'main.js'));
});
