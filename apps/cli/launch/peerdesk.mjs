/** npm run peerdesk -- <command>: the command line, beside a running Peerdesk or without one. */
import { prepare, readiness } from './prepare.mjs';
import { become } from './processes.mjs';
import { inProject, launcher } from './project.mjs';

await launcher(async () => {
  await prepare(readiness.server);
  await become(inProject('dist', 'apps', 'cli', 'main.js'));
});
